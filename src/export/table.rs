//! Tables of plain text: CSV, TSV and Markdown.

/// A table: names of columns, and rows of as many cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub columns: Vec<&'static str>,
    /// Rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Comma-separated values (RFC 4180, with line feeds).
    Csv,
    /// Tab-separated values.
    Tsv,
    /// A Markdown table.
    Markdown,
}

impl Table {
    /// A table without rows.
    pub fn new(columns: &[&'static str]) -> Self {
        Self { columns: columns.to_vec(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<String>) {
        debug_assert_eq!(cells.len(), self.columns.len(), "a row has a cell for every column");
        self.rows.push(cells);
    }

    /// The table with one more column, with the same in each row.
    #[must_use]
    pub fn with(mut self, column: &'static str, cell: &str) -> Self {
        self.columns.push(column);
        self.rows.iter_mut().for_each(|row| row.push(cell.to_owned()));
        self
    }

    /// Writes the table out.
    pub fn render(&self, format: TableFormat) -> String {
        match format {
            TableFormat::Csv => self.lines(
                |cell| {
                    let plain = !cell.contains(['"', ',', '\n', '\r']);
                    if plain { cell.to_owned() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
                },
                ",",
            ),
            TableFormat::Tsv => self.lines(|cell| cell.replace(['\t', '\n', '\r'], " "), "\t"),
            TableFormat::Markdown => {
                let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
                let escape = |cell: &str| cell.replace('\\', "\\\\").replace('|', "\\|").replace(['\n', '\r'], " ");
                let mut text = line(self.columns.iter().map(|column| (*column).to_owned()).collect());
                text += &format!("|{}\n", "---|".repeat(self.columns.len()));
                for row in &self.rows {
                    text += &line(row.iter().map(|cell| escape(cell)).collect());
                }
                text
            }
        }
    }

    fn lines(&self, cell: impl Fn(&str) -> String, separator: &str) -> String {
        let line = |cells: Vec<String>| cells.join(separator) + "\n";
        let mut text = line(self.columns.iter().map(|column| cell(column)).collect());
        for row in &self.rows {
            text += &line(row.iter().map(|value| cell(value)).collect());
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_as_each_format_wants() {
        let mut table = Table::new(&["who", "note"]);
        table.row(vec!["a,b".into(), "say \"x\"".into()]);
        table.row(vec!["tab\there".into(), "pipe | line\nbreak".into()]);
        assert_eq!(
            table.render(TableFormat::Csv),
            "who,note\n\"a,b\",\"say \"\"x\"\"\"\ntab\there,\"pipe | line\nbreak\"\n"
        );
        assert_eq!(table.render(TableFormat::Tsv), "who\tnote\na,b\tsay \"x\"\ntab here\tpipe | line break\n");
        assert_eq!(
            table.render(TableFormat::Markdown),
            "| who | note |\n|---|---|\n| a,b | say \"x\" |\n| tab\there | pipe \\| line break |\n"
        );
    }
}
