//! The `console` blocks of a page: commands, and what they are said to print.

use similar::TextDiff;

/// How many lines of an answer a page of `docs/` shows.
const SHOWN: usize = 24;

/// What stands for any lines.
const ANY: &str = "…";

/// Two lines that are less alike than this aren't the same line with another date.
const ALIKE: f32 = 0.6;

/// What a command prints.
pub(crate) enum Printed {
    Answer(String),
    /// It can't be carried out, and this says why.
    Refusal(String),
}

impl Printed {
    /// The lines, if they are of the sort that the page shows now: a command that is refused since yesterday is no answer.
    fn lines(self, command: &str, shown: &[String]) -> Result<Vec<String>, String> {
        let shows_refusal = shown.first().is_some_and(|line| line.starts_with("chancery: "));
        match self {
            Self::Refusal(text) if !shows_refusal => {
                Err(format!("`chancery {command}` can't be carried out: {}", text.trim_end()))
            }
            Self::Answer(_) if shows_refusal => Err(format!("`chancery {command}` is carried out now")),
            Self::Answer(text) | Self::Refusal(text) => {
                // Which data set it was made from changes with every edit, and is told below each answer alike.
                let told = text.lines().filter(|line| !line.starts_with("data: ")).collect::<Vec<_>>().join("\n");
                Ok(told.trim_end().lines().map(str::to_owned).collect())
            }
        }
    }
}

type Ask<'a> = &'a dyn Fn(&str) -> Result<Printed, String>;

/// Writes a page anew, or says why it can't.
pub(crate) type Writer = fn(&str, Ask<'_>) -> Result<String, String>;

/// A page of `docs/` with its answers written anew; long ones are cut.
///
/// # Errors
/// When a command can't be carried out any more.
pub(crate) fn rewritten(page: &str, printed: Ask<'_>) -> Result<String, String> {
    each(page, |command, shown| {
        let lines = printed(command)?.lines(command, shown)?;
        // One line more isn't worth a cut.
        let cut = lines.len() > SHOWN + 1;
        Ok(if cut { lines.into_iter().take(SHOWN).chain([ANY.to_owned()]).collect() } else { lines })
    })
}

/// The README with its answers brought up to date. It shows chosen lines of each: those that are as alike as can be are put in
/// their places.
///
/// # Errors
/// When a line that is shown has no counterpart any more: then somebody has to choose others.
pub(crate) fn updated(page: &str, printed: Ask<'_>) -> Result<String, String> {
    each(page, |command, shown| {
        let answer = printed(command)?.lines(command, shown)?;
        let lines: Vec<&str> = answer.iter().map(|line| &**line).collect();
        if holds(shown, &lines) {
            return Ok(shown.to_vec());
        }
        let chosen: Vec<&str> = shown.iter().map(|line| &**line).filter(|line| *line != ANY).collect();
        let places = matching(&chosen, &lines).map_err(|line| {
            format!("`chancery {command}` prints nothing like {line:?} any more; choose other lines")
        })?;
        let mut text = Vec::new();
        let mut next = 0;
        for place in places {
            if place > next {
                text.push(ANY.to_owned());
            }
            text.push(lines[place].to_owned());
            next = place + 1;
        }
        if next < lines.len() {
            text.push(ANY.to_owned());
        }
        Ok(text)
    })
}

/// The page with what each block shows replaced.
fn each(page: &str, answer: impl Fn(&str, &[String]) -> Result<Vec<String>, String>) -> Result<String, String> {
    let mut text: Vec<String> = Vec::new();
    let mut command: Option<(&str, Vec<String>)> = None;
    let mut inside = false;
    let finish = |command: Option<(&str, Vec<String>)>, text: &mut Vec<String>| -> Result<(), String> {
        if let Some((command, shown)) = command {
            text.extend(answer(command, &shown)?);
        }
        Ok(())
    };
    for line in page.lines() {
        match line {
            "```console" => inside = true,
            "```" if inside => {
                inside = false;
                finish(command.take(), &mut text)?;
            }
            _ if inside => {
                if let Some(next) = line.strip_prefix("$ chancery ") {
                    finish(command.replace((next, Vec::new())), &mut text)?;
                } else if let Some((_, shown)) = &mut command {
                    shown.push(line.to_owned());
                    continue;
                }
            }
            _ => {}
        }
        text.push(line.to_owned());
    }
    Ok(text.join("\n") + "\n")
}

/// Whether the lines that are shown are printed where they should be.
fn holds(shown: &[String], printed: &[&str]) -> bool {
    let mut rest = printed.iter();
    let mut skips = false;
    for line in shown {
        if line == ANY {
            skips = true;
            continue;
        }
        let found =
            if skips { rest.any(|other| other == line) } else { rest.next().is_some_and(|other| other == line) };
        if !found {
            return false;
        }
        skips = false;
    }
    skips || rest.all(|line| line.is_empty())
}

/// The places of the lines that are most alike the chosen ones, in the same order; else a chosen line that has no counterpart.
fn matching<'a>(chosen: &[&'a str], printed: &[&str]) -> Result<Vec<usize>, &'a str> {
    let alike = |one: &str, other: &str| if one == other { 1.0 } else { TextDiff::from_chars(one, other).ratio() };
    // best[n][m]: the most that the chosen lines from n on can be alike to printed ones from m on.
    let (count, lines) = (chosen.len(), printed.len());
    let mut likeness = vec![vec![0.0; lines]; count];
    for (row, line) in likeness.iter_mut().zip(chosen) {
        for (cell, other) in row.iter_mut().zip(printed) {
            *cell = alike(line, other);
        }
    }
    let mut best = vec![vec![f32::MIN; lines + 1]; count + 1];
    best[count] = vec![0.0; lines + 1];
    for n in (0..count).rev() {
        for m in (0..lines).rev() {
            best[n][m] = best[n][m + 1].max(likeness[n][m] + best[n + 1][m + 1]);
        }
    }
    let (mut places, mut at) = (Vec::new(), 0);
    for n in 0..count {
        while at < lines && best[n][at] == best[n][at + 1] {
            at += 1;
        }
        if at >= lines || likeness[n][at] < ALIKE {
            return Err(chosen[n]);
        }
        places.push(at);
        at += 1;
    }
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(shown: &str) -> String {
        format!("text\n```console\n$ chancery stats\n{shown}\n```\nmore\n")
    }

    /// The page that shows these lines, when the program prints those.
    #[track_caller]
    fn check(shown: &str, printed: &str, expected: &str) {
        assert_eq!(updated(&page(shown), &|_| Ok(Printed::Answer(printed.to_owned()))), Ok(page(expected)));
    }

    #[test]
    fn what_still_holds_stays_as_it_is() {
        check("a\n…\nc", "a\nb\nc\n", "a\n…\nc");
        check("a\n…", "a\nb\nc\n", "a\n…");
        check("…\nc", "a\nb\nc\n", "…\nc");
    }

    #[test]
    fn a_line_that_changed_is_found_again_and_what_lies_between_is_left_out() {
        let printed = "1st  Ozmara   9 November 1991\nnote\n2nd  Rovinia  11 December 1991\nend\n";
        let shown = "1st  Ozmara   8 November 1991\n…\n2nd  Rovinia  10 December 1991\n…";
        check(shown, printed, "1st  Ozmara   9 November 1991\n…\n2nd  Rovinia  11 December 1991\n…");
        check("note\nend", printed, "…\nnote\n…\nend");
    }

    #[test]
    fn a_line_without_a_counterpart_is_left_to_people() {
        let error =
            updated(&page("zzzzzz\n…"), &|_| Ok(Printed::Answer("a\nb\n".to_owned()))).expect_err("nothing is like it");
        assert!(error.contains("zzzzzz") && error.contains("choose other lines"), "{error}");
    }

    #[test]
    fn pages_of_verbs_are_cut() {
        let long: String = (0..40).map(|n| format!("{n}\n")).collect();
        let made = rewritten(&page("old"), &|_| Ok(Printed::Answer(long.clone()))).expect("it is printed");
        assert_eq!(made.lines().filter(|line| line.parse::<u32>().is_ok()).count(), SHOWN);
        assert!(made.contains("\n23\n…\n```\nmore\n"), "{made}");
        assert_eq!(rewritten(&page("old"), &|_| Ok(Printed::Answer("a\n\nb\n".to_owned()))), Ok(page("a\n\nb")));
        // What can't be carried out is told, and becomes the page only where it shows a refusal already.
        let refused = |_: &str| Ok(Printed::Refusal("chancery: nobody goes by that name\n".to_owned()));
        assert!(rewritten(&page("old"), &refused).is_err_and(|error| error.contains("nobody goes by that name")));
        let told = page("chancery: nobody goes by that name");
        assert_eq!(rewritten(&page("chancery: nobody"), &refused), Ok(told));
        assert_eq!(rewritten(&page("old"), &|_| Err("no".to_owned())), Err("no".to_owned()));
    }
}
