//! The index page of a gallery of pictures.

use std::fmt::Write as _;

use crate::model::{Base, Day};

/// A picture that lies beside the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The name of its file.
    pub file: String,
    /// Its title, as XML.
    pub title: String,
    /// Its reading in words, as XML.
    pub description: String,
    /// The command that draws it, without the name of the program.
    pub command: String,
}

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:16px/1.5 'Noto Sans',Arial,'Liberation Sans',sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.6rem;margin-bottom:.2rem}\
nav ul{columns:2;padding-left:1.2rem}\
figure{margin:2.5rem 0;padding-top:1rem;border-top:1px solid #8888}\
figcaption{margin-bottom:.6rem}\
h2{font-size:1.15rem;margin:0 0 .2rem}\
img{max-width:100%;height:auto;display:block}\
code{font-size:.9em;overflow-wrap:anywhere}\
details{margin-top:.6rem}";

/// The page: HTML in one file, with a figure for each picture, its command, and its reading in words.
pub fn gallery(base: &Base, pictures: &[Picture], today: Day) -> String {
    let name = escaped(&base.dataset.name);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{name}: gallery</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{name}: gallery</h1>\n\
         <p>Pictures of the data set, {}, as of {}. Each stands with the command that draws it; \
         <code>--theme print</code> makes it black and grey, <code>-o FILE.csv</code> gives the table behind it.</p>\n<nav aria-label=\"Pictures\"><ul>\n",
        escaped(&base.dataset.in_words()),
        today.in_words(),
    );
    for (n, picture) in pictures.iter().enumerate() {
        let _ = writeln!(page, "<li><a href=\"#picture-{}\">{}</a></li>", n + 1, picture.title);
    }
    page.push_str("</ul></nav>\n");
    for (n, Picture { file, title, description, command }) in pictures.iter().enumerate() {
        let (n, file, command) = (n + 1, escaped(file), escaped(command));
        let _ = write!(
            page,
            "<figure id=\"picture-{n}\">\n<figcaption><h2>{title}</h2><code>chancery {command}</code></figcaption>\n\
             <a href=\"{file}\"><img src=\"{file}\" alt=\"{title}\" loading=\"lazy\"></a>\n\
             <details><summary>In words</summary><p>{description}</p></details>\n</figure>\n",
        );
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_become_no_markup() {
        let picture = Picture {
            file: "a.svg".to_owned(),
            title: "A &amp; B".to_owned(),
            description: "In words.".to_owned(),
            command: "chart map \"<b>\"".to_owned(),
        };
        let page = gallery(&Base::default(), &[picture], Day::from_number(0));
        assert!(page.contains("alt=\"A &amp; B\"") && page.contains("&quot;&lt;b&gt;&quot;") && !page.contains("<b>"));
        assert_eq!(page.matches("<figure").count(), 1);
    }
}
