// Asks the library within WebAssembly and the program outside, and fails where they differ: node ask.mjs MODULE PROGRAM
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [wasm, program] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const module = new WebAssembly.Module(readFileSync(wasm));
// What draws charts could draw on a page's canvas, too, and so wants to be given it; what we draw never asks for it.
const wanted = {};
for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (wanted[from] ??= {})[name] = () => {
        throw new Error(`${from}.${name} is called`);
    };
}
const { memory, answer, picture, page } = new WebAssembly.Instance(module, wanted).exports;

function textAt(address) {
    const bytes = new Uint8Array(memory.buffer);
    return new TextDecoder().decode(bytes.subarray(address, bytes.indexOf(0, address)));
}

function told(...words) {
    const world = ["--data", join(here, "../fixtures/world"), "--today", "2026-11-28"];
    try {
        return execFileSync(program, [...words, ...world], { encoding: "utf8" });
    } catch (error) {
        return error.stdout; // "No" and "can't tell" have exit codes of their own.
    }
}

let wrong = 0;
function compare(what, inside, outside) {
    const same = inside === outside;
    wrong += same ? 0 : 1;
    console.log(`${same ? "same" : "DIFFERENT"}: ${what}: ${inside.split("\n")[0].slice(0, 100)}`);
    if (!same) console.log(`  the program: ${outside.split("\n")[0].slice(0, 100)}`);
}

const questions = readFileSync(join(here, "questions.txt"), "utf8").trim().split("\n");
questions.forEach((question, number) => {
    const { sentence } = JSON.parse(told("ask", question, "--format", "json"));
    compare(question, textAt(answer(number)), sentence);
});
compare("a timeline", textAt(picture()), told("timeline", "karvelia", "pashtar"));
compare("a brief", textAt(page()), told("brief", "karvelia", "pashtar", "--format", "html"));
process.exit(wrong === 0 ? 0 : 1);
