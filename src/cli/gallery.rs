//! `chancery gallery`

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::report::{Picture, gallery};
use clap::Args;

use super::error::CliError;
use super::{Context, Outcome, data, output};

/// The pictures that are made unless the user names others.
const PICTURES: &str = include_str!("gallery.txt");

#[derive(Args)]
pub(crate) struct GalleryArgs {
    /// The folder for the pictures and their index page; without it, the list of pictures is printed
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,
    /// A list of other pictures: on each line the name of a file, and the command that draws it
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
}

/// A line of the list.
struct GalleryLine<'a> {
    /// The name of the file, without its ending.
    name: &'a str,
    /// The command, without the name of the program.
    words: Vec<String>,
    /// The command as it is written.
    command: &'a str,
}

impl GalleryArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let own = self.list.as_deref().map(output::read).transpose()?;
        let entries = entries(own.as_deref().unwrap_or(PICTURES))?;
        let Some(folder) = &self.folder else {
            let mut text = String::new();
            for entry in &entries {
                let _ = writeln!(text, "{}: chancery {}", entry.name, entry.command);
            }
            context.output.bytes(text.as_bytes())?;
            return Ok(Outcome::Fine);
        };
        if context.global.output.is_some() {
            return Err(CliError::Usage {
                message: "a gallery is a folder of files".to_owned(),
                help: "name the folder, as in `chancery gallery output`, and leave -o out".to_owned(),
            });
        }
        let mut pictures = Vec::with_capacity(entries.len());
        for (n, entry) in entries.iter().enumerate() {
            if !context.global.quiet {
                context.outside.say(&format!("{} of {}: {}", n + 1, entries.len(), entry.name));
            }
            pictures.push(draw(context, folder, entry)?);
        }
        let base = &data::load(context)?.base;
        let index = folder.join("index.html");
        output::write(&index, gallery(base, &pictures, context.today).as_bytes())?;
        if !context.global.quiet {
            context.outside.say(&format!("the index page is {}", index.display()));
        }
        Ok(Outcome::Fine)
    }
}

/// The lines of a list; empty ones and those that begin with `#` are none.
fn entries(text: &str) -> Result<Vec<GalleryLine<'_>>, CliError> {
    let mut found: Vec<GalleryLine<'_>> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let (name, command) = line.trim().split_once(char::is_whitespace).unwrap_or((line.trim(), ""));
        let command = command.trim();
        if name.is_empty() || name.starts_with('#') {
            continue;
        }
        let wrong = |what: &str| CliError::Usage {
            message: format!("line {} of the list: {what}", n + 1),
            help: "write the name of a file and a command, as in `map-kosovo  chart map kosovo`".to_owned(),
        };
        if !name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) {
            return Err(wrong(&format!("{name:?} is no name for a file: letters, digits and hyphens only")));
        }
        if found.iter().any(|entry| entry.name == name) {
            return Err(wrong(&format!("{name:?} stands twice")));
        }
        let words = shlex::split(command).ok_or_else(|| wrong("a quotation mark is open"))?;
        if !matches!(words.first().map(String::as_str), Some("chart" | "timeline")) {
            return Err(wrong("the command draws nothing: use chart or timeline"));
        }
        found.push(GalleryLine { name, words, command });
    }
    Ok(found)
}

/// Draws one picture, as the command would that is written beside it.
fn draw(context: &Context<'_>, folder: &Path, entry: &GalleryLine<'_>) -> Result<Picture, CliError> {
    let file = format!("{}.svg", entry.name);
    let path = folder.join(&file);
    let mut words: Vec<std::ffi::OsString> = vec!["chancery".into()];
    words.extend(entry.words.iter().map(Into::into));
    words.extend(["--today".into(), context.today.to_string().into(), "-o".into(), path.clone().into(), "-q".into()]);
    if let Some(data) = &context.global.data {
        words.extend(["--data".into(), data.into()]);
    }
    super::perform(&words, context.outside)?;
    let svg = output::read(&path)?;
    Ok(Picture {
        file,
        title: element(&svg, "title").to_owned(),
        description: element(&svg, "desc").to_owned(),
        command: entry.command.to_owned(),
    })
}

/// What stands in the first element of this name, as XML.
fn element<'a>(svg: &'a str, name: &str) -> &'a str {
    let inner = svg.split_once(&format!("<{name} ")).and_then(|(_, rest)| rest.split_once('>'));
    inner.and_then(|(_, rest)| rest.split_once(&format!("</{name}>"))).map_or("", |(inner, _)| inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_line_by_line() {
        let found = entries("# a remark\n\nmap  chart map kosovo --title 'A title'\n").expect("a list");
        assert_eq!((found.len(), found[0].name, &*found[0].words[4]), (1, "map", "A title"));
        for wrong in
            ["a chart map 'kosovo", "../map chart map kosovo", "a chart map x\na chart map y", "a brief kosovo", "a"]
        {
            assert!(entries(wrong).is_err(), "{wrong}");
        }
        assert!(entries(PICTURES).expect("our own list").len() > 10);
    }

    #[test]
    fn titles_are_read_from_pictures() {
        assert_eq!(element("<svg><title id=\"t\">A &amp; B</title></svg>", "title"), "A &amp; B");
        assert_eq!(element("<svg/>", "title"), "");
    }
}
