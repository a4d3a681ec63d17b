#!/bin/sh
# Who recognized an actor first, as a whole process: chancery from RON text, sqlite3 importing the same facts as CSV.
# Usage: benches/whole_process.sh [STATEMENTS]. Needs hyperfine and sqlite3.
set -eu

for tool in hyperfine sqlite3; do
    if ! command -v "$tool" > /dev/null; then
        echo "whole_process.sh: $tool is not installed; nothing is measured" >&2
        exit 2
    fi
done

cd "$(dirname "$0")/.."
count=${1:-10000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cargo build --release --quiet
cargo bench --quiet --bench base -- --write "$folder" "$count"
actor=$(cat "$folder/actor")
binary=${CARGO_TARGET_DIR:-target}/release/chancery

cat > "$folder/first.sql" << SQL
.import --csv $folder/facts.csv facts
SELECT actor, date, source FROM facts
WHERE kind = 'recognition' AND act = 'recognized' AND other = '$actor' AND earliest <> ''
ORDER BY latest LIMIT 1;
SQL

hyperfine --shell=none --warmup 5 --runs 50 \
    --command-name "chancery from RON text" "$binary --data $folder/data recognitions $actor --first" \
    --command-name "sqlite3 importing CSV" "sqlite3 :memory: '.read $folder/first.sql'"
