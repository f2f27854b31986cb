//! The small part of Markdown that data files may use, as blocks of spans.

mod left_over;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::catalogue::model::ids::FigureId;
use crate::catalogue::model::text::{Block, Inline, Line, Prose};
use crate::content::code::Code;
use crate::content::links::{LinkTarget, parse_link};

/// A fault in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct MarkdownFault {
    /// Its code.
    pub code: Code,
    /// Its byte range in the text.
    pub range: Range<usize>,
    /// The message of the diagnostic.
    pub message: String,
    /// The help of the diagnostic.
    pub help: Cow<'static, str>,
}

/// A link or a figure in a text, which has to exist.
#[derive(Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its byte range in the text.
    pub range: Range<usize>,
    /// Its target.
    pub to: MentionOf,
}

/// The target of a mention.
#[derive(Debug, PartialEq, Eq)]
pub enum MentionOf {
    /// A page of this site, by its path.
    Page(String),
    /// A figure, by its id.
    Fact(String),
}

/// A text as blocks, its faults, and its mentions, which are checked later.
#[derive(Debug, Default)]
pub struct Markdown {
    /// The blocks. Figures have no value yet.
    pub prose: Prose,
    /// Its faults.
    pub faults: Vec<MarkdownFault>,
    /// Its mentions.
    pub mentions: Vec<Mention>,
}

/// Parses a text.
#[must_use]
pub fn read(text: &str) -> Markdown {
    let mut reader = Reader { source: text, ..Reader::default() };
    // Tables and the like are recognised so that they can be refused by name.
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let parser = Parser::new_ext(text, options);
    for (_, definition) in parser.reference_definitions().iter() {
        reader.refuse(definition.span.clone(), "an address apart from its words", "write [words](address)");
    }
    for (event, range) in parser.into_offset_iter() {
        reader.take(event, range);
    }
    reader.markdown
}

/// The inline element around words.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    Strong,
    Emphasis,
    Link(String),
}

#[derive(Default)]
struct Reader<'t> {
    source: &'t str,
    markdown: Markdown,
    line: Line,
    form: Option<Form>,
    /// The byte range of the form.
    formed: Range<usize>,
    /// The words within the form.
    words: String,
    /// Whether the open list is ordered, and its items.
    list: Option<(bool, Vec<Line>)>,
    /// Depth within a refused element.
    refused: usize,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.refused > 0 {
            match event {
                Event::Start(_) => self.refused += 1,
                Event::End(_) => self.refused -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.refuse(
                range,
                "a line break within a paragraph",
                "begin a new paragraph, or take away what stands at the end of the line",
            ),
            Event::Code(_) => self.refuse(range, "code", "write the words without backticks"),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.refuse(range, "HTML", "write the words alone; `<` on its own is `\\<`")
            }
            Event::Rule => self.refuse(range, "a rule", "leave the line out"),
            _ => self.refuse(range, "such a mark", "write the words alone"),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {}
            Tag::Item => self.line.clear(),
            Tag::List(first) if self.list.is_none() => {
                if first.is_some_and(|first| first != 1) {
                    self.refuse(range, "a list that begins in the middle", "number it from 1");
                }
                self.list = Some((first.is_some(), Vec::new()));
            }
            Tag::Strong if self.form.is_none() => self.open(Form::Strong, range),
            Tag::Emphasis if self.form.is_none() => self.open(Form::Emphasis, range),
            Tag::Link { dest_url, title, .. } if self.form.is_none() => {
                if !title.is_empty() {
                    self.refuse(range.clone(), "a link with a title", "leave the title out: [words](/roles/nurse)");
                }
                self.link(&dest_url, range);
            }
            other => {
                let (what, help) = refusal(&other);
                self.refuse(range, what, help);
                self.refused = 1;
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph if self.list.is_none() => {
                self.refuse_left_over(range);
                let line = std::mem::take(&mut self.line);
                self.markdown.prose.0.push(Block::Paragraph(line));
            }
            // Two paragraphs of one item become one line.
            TagEnd::Paragraph => self.push(" "),
            TagEnd::Item => {
                self.refuse_left_over(range);
                let mut line = std::mem::take(&mut self.line);
                trim_end(&mut line);
                if let Some((_, items)) = &mut self.list {
                    items.push(line);
                }
            }
            TagEnd::List(_) => {
                if let Some((ordered, items)) = self.list.take() {
                    self.markdown.prose.0.push(Block::List { ordered, items });
                }
            }
            _ => self.close(),
        }
    }

    fn open(&mut self, form: Form, range: Range<usize>) {
        self.form = Some(form);
        self.formed = range;
        self.words.clear();
    }

    fn close(&mut self) {
        let text = std::mem::take(&mut self.words);
        if self.form.is_some() && text.trim().is_empty() {
            self.refuse(self.formed.clone(), "marks around nothing", "write words between them, or take them away");
        }
        let span = match self.form.take() {
            Some(Form::Strong) => Inline::Strong(text),
            Some(Form::Emphasis) => Inline::Emphasis(text),
            Some(Form::Link(href)) => Inline::Link { text, href },
            None => return,
        };
        self.line.push(span);
    }

    fn link(&mut self, href: &str, range: Range<usize>) {
        match parse_link(href) {
            Ok(LinkTarget::ThisSite) => {
                self.markdown.mentions.push(Mention { range: range.clone(), to: MentionOf::Page(href.to_owned()) });
            }
            Ok(LinkTarget::OtherSite) => {}
            Err(error) => self.markdown.faults.push(MarkdownFault {
                code: Code::LinkNotAllowed,
                range: range.clone(),
                message: error.message().to_owned(),
                help: error.help_for(href).into(),
            }),
        }
        self.open(Form::Link(href.to_owned()), range);
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let mut rest = text;
        while let Some((before, id, after)) = figure(rest) {
            self.push(before);
            // Escapes are resolved in `text` and not in `range`, so the range of a figure is exact only without them.
            let start = range.start + (text.len() - rest.len()) + before.len();
            let end = start + rest.len() - before.len() - after.len();
            let written = if end <= range.end { start..end } else { range.clone() };
            if self.form.is_some() {
                self.refuse(written, "a figure within other marks", "let {fact:…} stand on its own");
                self.push(id);
            } else {
                self.markdown.mentions.push(Mention { range: written, to: MentionOf::Fact(id.to_owned()) });
                self.line.push(Inline::Figure { fact: FigureId(id.to_owned()), value: String::new() });
            }
            rest = after;
        }
        if rest.contains(['{', '}']) {
            self.refuse(range, "braces", "a figure of facts.yaml is written {fact:its-id}");
        }
        self.push(rest);
    }

    fn push(&mut self, text: &str) {
        if text.is_empty() {
        } else if self.form.is_some() {
            self.words.push_str(text);
        } else if let Some(Inline::Text(words)) = self.line.last_mut() {
            words.push_str(text);
        } else {
            self.line.push(Inline::Text(text.to_owned()));
        }
    }

    /// Refuses marks that mark nothing, in the line that ends and was written in `range`.
    fn refuse_left_over(&mut self, range: Range<usize>) {
        let texts = self.line.iter().filter_map(|inline| match inline {
            Inline::Text(words) => Some(words.as_str()),
            _ => None,
        });
        if let Some((place, help)) = left_over::mark(texts, self.source.get(range.clone()).unwrap_or_default()) {
            self.refuse(range.start + place.start..range.start + place.end, "a mark that marks nothing", help);
        }
    }

    fn refuse(&mut self, range: Range<usize>, what: &str, help: &'static str) {
        let message = format!("texts do without {what}");
        let fault = MarkdownFault { code: Code::MarkdownNotAllowed, range, message, help: help.into() };
        self.markdown.faults.push(fault);
    }
}

/// The text before a figure, the figure's id and the text after it.
fn figure(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("{fact:")?;
    let (id, after) = rest.split_once('}')?;
    Some((before, id, after))
}

fn trim_end(line: &mut Line) {
    if let Some(Inline::Text(words)) = line.last_mut() {
        words.truncate(words.trim_end().len());
        if words.is_empty() {
            line.pop();
        }
    }
}

/// The name of a refused element, and what to write instead.
fn refusal(tag: &Tag<'_>) -> (&'static str, &'static str) {
    match tag {
        Tag::Heading { .. } => ("a heading", "make it a paragraph; a guide's sections have a `title`"),
        Tag::Image { .. } => ("a picture", "say in words what it shows"),
        Tag::CodeBlock(_) => ("a code block", "begin the line without blanks and backticks"),
        Tag::BlockQuote(_) => ("a quotation", "begin the line without `>`"),
        Tag::HtmlBlock => ("HTML", "write the words alone; `<` on its own is `\\<`"),
        Tag::List(_) => ("a list within a list", "make it one list"),
        Tag::Table(_) => ("a table", "make it a list"),
        Tag::Strong | Tag::Emphasis | Tag::Link { .. } => ("marks within marks", "use one mark at a time"),
        Tag::Strikethrough => ("struck-out words", "leave the words out"),
        _ => ("such a mark", "write the words alone"),
    }
}

#[cfg(test)]
mod tests {
    use super::{MentionOf, read};
    use crate::catalogue::model::text::{Block, Inline};

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    /// The ranges and messages of the faults of a text.
    fn refused(text: &str) -> Vec<(&str, String)> {
        read(text).faults.into_iter().map(|fault| (&text[fault.range], fault.message)).collect()
    }

    #[test]
    fn paragraphs_and_lists_become_blocks() {
        let read = read("One\ntwo.\n\n- a\n- b **c** *d*\n\n1. e\n2. f\n");
        let list = |ordered, items: Vec<Vec<Inline>>| Block::List { ordered, items };
        let line = vec![text("b "), Inline::Strong("c".to_owned()), text(" "), Inline::Emphasis("d".to_owned())];
        let blocks = vec![
            Block::Paragraph(vec![text("One two.")]),
            list(false, vec![vec![text("a")], line]),
            list(true, vec![vec![text("e")], vec![text("f")]]),
        ];
        assert_eq!(read.prose.0, blocks);
        assert_eq!(read.faults, []);
    }

    #[test]
    fn marks_that_are_meant_as_signs_are_text() {
        for text in ["5 * 3 = 15", "a \\* b\\*", "2\\*\\*3", "[x]", "snake_case_word", "x] (y)"] {
            assert_eq!(refused(text), [], "{text}");
        }
    }

    #[test]
    fn links_and_figures_are_mentions_with_a_place() {
        let words = "See [Nurse](/roles/nurse), [jobs](https://jobs.test) and {fact:career-count} careers.";
        let read = read(words);
        assert_eq!(read.faults, []);
        let mentions: Vec<(&str, &MentionOf)> =
            read.mentions.iter().map(|it| (&words[it.range.clone()], &it.to)).collect();
        assert_eq!(
            mentions,
            [
                ("[Nurse](/roles/nurse)", &MentionOf::Page("/roles/nurse".to_owned())),
                ("{fact:career-count}", &MentionOf::Fact("career-count".to_owned())),
            ]
        );
        assert_eq!(read.prose.plain(), "See Nurse, jobs and  careers.");
    }

    #[test]
    fn all_else_is_refused_by_name_and_place() {
        for (text, part, what) in [
            ("# Heading", "# Heading", "a heading"),
            ("Title\n---\n", "Title\n---\n", "a heading"),
            ("A <b>c", "<b>", "HTML"),
            ("<div>\nx\n</div>\n", "<div>\nx\n</div>\n", "HTML"),
            ("    indented", "indented", "a code block"),
            ("a `b`", "`b`", "code"),
            ("![a](/b.png)", "![a](/b.png)", "a picture"),
            ("> quoted", "> quoted", "a quotation"),
            ("- a\n  - b\n", "- b\n", "a list within a list"),
            ("**a *b* c**", "*b*", "marks within marks"),
            ("| a |\n|---|\n| b |\n", "| a |\n|---|\n| b |\n", "a table"),
            ("a  \nb", "  \n", "a line break within a paragraph"),
            ("[](/roles/nurse)", "[](/roles/nurse)", "marks around nothing"),
            ("3. a\n", "3. a\n", "a list that begins in the middle"),
            ("[a]: /roles\n", "[a]: /roles", "an address apart from its words"),
            ("{fact:x", "{fact:x", "braces"),
            ("[{fact:x}](/roles)", "{fact:x}", "a figure within other marks"),
            ("---", "---", "a rule"),
            ("Call [us](tel:0800 123 456).", "](", "a mark that marks nothing"),
            ("- one\n- see [x](https://a b)", "](", "a mark that marks nothing"),
            ("See [x] (https://a.uk).", "] (", "a mark that marks nothing"),
            ("This is **not closed.", "**", "a mark that marks nothing"),
            ("This is *not closed.", "*", "a mark that marks nothing"),
            ("A price*", "*", "a mark that marks nothing"),
        ] {
            assert_eq!(refused(text), [(part, format!("texts do without {what}"))], "{text}");
        }
    }
}
