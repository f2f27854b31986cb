//! CSV as RFC 4180 has it.

/// What stands between several values in one cell.
const BETWEEN: &str = "; ";

/// Several values as one cell.
pub(super) fn joined<T: AsRef<str>>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.as_ref().to_owned()).collect::<Vec<_>>().join(BETWEEN)
}

/// A value that may not be known, as a cell.
pub(super) fn known(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// One line of a table.
pub(super) fn line<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let mut line = cells.into_iter().map(cell).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// One cell. A spreadsheet would run what begins like a formula, so an apostrophe stands before it.
fn cell(value: &str) -> String {
    let is_formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let defused = if is_formula { format!("'{value}") } else { value.to_owned() };
    if defused.contains([',', '"', '\n', '\r']) { format!("\"{}\"", defused.replace('"', "\"\"")) } else { defused }
}

#[cfg(test)]
mod tests {
    use super::{cell, line};

    #[test]
    fn a_cell_that_begins_like_a_formula_is_defused() {
        for value in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            assert!(cell(value).trim_start_matches('"').starts_with('\''), "{value}");
        }
        assert_eq!(cell("1-1=0"), "1-1=0");
        assert_eq!(cell("=a,\"b\""), "\"'=a,\"\"b\"\"\"");
    }

    #[test]
    fn a_cell_with_a_comma_a_quote_or_a_line_break_is_quoted() {
        assert_eq!(line(["a", "b, c", "say \"d\"", "e\nf", ""]), "a,\"b, c\",\"say \"\"d\"\"\",\"e\nf\",\r\n");
    }
}
