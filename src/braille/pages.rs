//! A text on Braille pages: 40 cells by 25 lines, ready for an embosser.
//!
//! Set out by UKAAF's Guiding Principles for the Presentation of Braille (2016) and section 4 of BANA's Braille Formats
//! (2016): a running head and the page number on the first line, without the head where a part begins; the title of a part
//! centred with a blank line on either side; a heading from cell 5 with a blank line before it; paragraphs from cell 3, lists from cell 1 with run-over in cell 3.

use crate::braille::{Shape, uncontracted};
use crate::text_wrap::{Division, Joint, TextWrap};

/// Cells on a line.
pub const CELLS: usize = 40;
/// Lines on a page.
pub const LINES: usize = 25;

const LINE_END: &str = "\r\n";
const FORM_FEED: &str = "\u{c}";
/// Blank cells on either side of a centred line (BANA 4.4.1), and before the page number.
const CLEAR: usize = 3;
/// A word that is longer than a line, as a web address can be, is divided after a slash, else before a point or a hyphen,
/// else where the line ends; Braille shows no hyphen there.
const DIVISION: Division =
    Division { joints: &[Joint::After("_/"), Joint::Before("4"), Joint::Before("-")], hyphen: "" };
/// Lines that must follow a heading on its page: a blank one and two of text.
const AFTER_HEADING: usize = 3;

/// How the lines of a shape begin, and what stands around them.
struct Form {
    first: usize,
    rest: usize,
    blank_before: bool,
    blank_after: bool,
    is_heading: bool,
}

fn form(shape: Shape) -> Form {
    let body = Form { first: 0, rest: 0, blank_before: false, blank_after: false, is_heading: false };
    match shape {
        Shape::Part => Form { blank_before: true, blank_after: true, is_heading: true, ..body },
        Shape::Heading => Form { first: 4, rest: 4, blank_before: true, is_heading: true, ..body },
        Shape::Paragraph => Form { first: 2, ..body },
        Shape::Item => Form { rest: 2, ..body },
    }
}

/// A file for an embosser, of blocks whose words are in Braille already.
#[must_use]
pub fn lay_out<'a>(blocks: impl IntoIterator<Item = (Shape, &'a str)>) -> String {
    let mut pages = Pages::default();
    for (shape, braille) in blocks {
        pages.put(shape, braille);
    }
    pages.finish()
}

#[derive(Default)]
struct Pages {
    done: String,
    number: usize,
    /// What stands at the head of this page, and of those that follow.
    head: String,
    next_head: String,
    /// The lines below the first.
    body: Vec<String>,
    wants_blank: bool,
}

impl Pages {
    fn put(&mut self, shape: Shape, braille: &str) {
        let form = form(shape);
        if shape == Shape::Part {
            self.end_page();
            self.head.clear();
            self.next_head = braille.to_owned();
        }
        let lines = match shape {
            Shape::Part => centred(braille),
            _ => wrap(braille, form.first, form.rest, CELLS),
        };
        self.wants_blank |= form.blank_before;
        let room = LINES - 1;
        if form.is_heading && self.body.len() + lines.len() + AFTER_HEADING > room {
            self.end_page();
            self.wants_blank = form.blank_before;
        }
        for line in lines {
            if self.body.len() + usize::from(self.wants_blank) >= room {
                self.end_page();
            }
            if self.wants_blank {
                self.body.push(String::new());
                self.wants_blank = false;
            }
            self.body.push(line);
        }
        self.wants_blank = form.blank_after;
    }

    /// Ends a page that has any text.
    fn end_page(&mut self) {
        self.wants_blank = false;
        if self.body.is_empty() {
            return;
        }
        if self.number > 0 {
            self.done.push_str(FORM_FEED);
        }
        self.number += 1;
        let number = uncontracted::translate(&self.number.to_string());
        self.done.push_str(&first_line(&self.head, &number));
        self.head.clone_from(&self.next_head);
        self.done.push_str(LINE_END);
        for line in self.body.drain(..) {
            self.done.push_str(&line);
            self.done.push_str(LINE_END);
        }
    }

    fn finish(mut self) -> String {
        self.end_page();
        self.done
    }
}

/// The running head, as much of it as has room, and the page number at the right.
fn first_line(head: &str, number: &str) -> String {
    let room = CELLS.saturating_sub(number.len() + 2 * CLEAR);
    let head = wrap(head, 0, 0, room).into_iter().next().unwrap_or_default();
    let left = ((CELLS - head.len()) / 2).min(room + CLEAR - head.len());
    let gap = CELLS - left - head.len() - number.len();
    format!("{}{head}{}{number}", " ".repeat(left), " ".repeat(gap))
}

fn centred(braille: &str) -> Vec<String> {
    let lines = wrap(braille, 0, 0, CELLS - 2 * CLEAR);
    lines.into_iter().map(|line| format!("{}{line}", " ".repeat((CELLS - line.len()) / 2))).collect()
}

/// Breaks Braille into lines at its blank cells, with blank cells before the first line and before each other.
fn wrap(braille: &str, first: usize, rest: usize, width: usize) -> Vec<String> {
    let cells = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let room = |indent: usize| cells(width.saturating_sub(indent));
    let text = TextWrap { first: room(first), rest: room(rest), division: DIVISION, width: |it: &str| cells(it.len()) };
    let indented = |(number, line): (usize, String)| " ".repeat(if number == 0 { first } else { rest }) + &line;
    text.greedy(braille).into_iter().enumerate().map(indented).collect()
}

#[cfg(test)]
mod tests {
    use super::{CELLS, LINES, lay_out, wrap};
    use crate::braille::Shape;

    #[test]
    fn a_part_begins_with_its_title_and_goes_on_under_it() {
        let mut blocks = vec![(Shape::Part, ",NURSE")];
        blocks.extend([(Shape::Paragraph, ",Y CARE ="); LINES]);
        let file = lay_out(blocks);
        let pages: Vec<Vec<&str>> = file.split('\u{c}').map(|page| page.lines().take(5).collect()).collect();
        let first = "                                      #A";
        assert_eq!(pages[0], [first, "", "                 ,NURSE", "", "  ,Y CARE ="]);
        assert_eq!(pages[1][0], "                 ,NURSE               #B");
        assert_eq!(pages[1][1], "  ,Y CARE =");
    }

    #[test]
    fn a_heading_stands_in_cell_5_with_a_blank_line_before_it() {
        let page = lay_out([(Shape::Item, "ONE"), (Shape::Heading, ",WAYS"), (Shape::Item, "TWO")]);
        let body: Vec<&str> = page.lines().skip(1).collect();
        assert_eq!(body, ["ONE", "", "    ,WAYS", "TWO"]);
    }

    #[test]
    fn run_over_of_a_list_stands_in_cell_3_and_of_a_paragraph_in_cell_1() {
        let words = "ABCDEFGHI ".repeat(6);
        assert_eq!(wrap(&words, 0, 2, CELLS)[1].find('A'), Some(2));
        assert_eq!(wrap(&words, 2, 0, CELLS)[1].find('A'), Some(0));
    }

    #[test]
    fn no_page_is_longer_and_no_line_wider_than_the_paper_and_no_word_is_lost() {
        let words = "ABC DEFGH IJKLMNOP QR ".repeat(40);
        let blocks: Vec<(Shape, &str)> =
            (0..40).flat_map(|_| [(Shape::Heading, "HEAD"), (Shape::Paragraph, words.as_str())]).collect();
        let file = lay_out(blocks.iter().copied());
        for page in file.split('\u{c}') {
            assert!(page.ends_with("\r\n"));
            assert!(page.lines().count() <= LINES);
            assert!(page.lines().all(|line| line.len() <= CELLS));
        }
        assert_eq!(file.matches("IJKLMNOP").count(), 40 * 40);
    }

    #[test]
    fn a_heading_never_ends_a_page() {
        for before in 0..60 {
            let mut blocks = vec![(Shape::Item, "LINE"); before];
            blocks.extend([(Shape::Heading, "HEAD"), (Shape::Item, "AFTER")]);
            let file = lay_out(blocks);
            let page = file.split('\u{c}').find(|page| page.contains("HEAD")).unwrap();
            assert!(page.contains("AFTER"), "after {before} lines");
        }
    }

    #[test]
    fn a_part_begins_a_new_page() {
        let file = lay_out([(Shape::Part, "ONE"), (Shape::Item, "A"), (Shape::Part, "TWO"), (Shape::Item, "B")]);
        let titles: Vec<&str> = file.split('\u{c}').filter_map(|page| page.lines().nth(2)).map(str::trim).collect();
        assert_eq!(titles, ["ONE", "TWO"]);
    }

    #[test]
    fn a_long_head_gives_way_to_the_page_number() {
        let mut blocks = vec![(Shape::Part, "A VERY LONG TITLE OF A ROLE THAT NOBODY COULD EVER REMEMBER")];
        blocks.extend([(Shape::Item, "LINE"); LINES]);
        let file = lay_out(blocks);
        let first = file.split('\u{c}').nth(1).unwrap().lines().next().unwrap();
        assert_eq!(first.len(), CELLS);
        assert!(first.contains("LONG TITLE") && first.ends_with("   #B"), "{first}");
    }

    #[test]
    fn a_long_address_is_divided_behind_a_slash_with_no_hyphen() {
        let lines = wrap("SEE HTTPS3_/_/EXAMPLE4ORG_/ROLES_/A-VERY-LONG-NAME-OF-A-ROLE-INDEED", 0, 2, CELLS);
        assert_eq!(lines, ["SEE", "  HTTPS3_/_/EXAMPLE4ORG_/ROLES_/", "  A-VERY-LONG-NAME-OF-A-ROLE-INDEED"]);
        assert_eq!(wrap(&"X".repeat(90), 0, 0, CELLS).len(), 3);
    }
}
