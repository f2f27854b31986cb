//! A page as a person meets it, in plain lines: `# ` a heading, `- ` an item, `[words](address)` a link.

use scraper::{ElementRef, Html, Node, Selector};

/// What begins a line of its own. Everything else is part of the line it stands in.
const BLOCKS: [&str; 27] = [
    "article",
    "aside",
    "button",
    "caption",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "label",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "table",
    "tr",
    "ul",
];

/// What stands in the `<main>` of a document.
pub fn of_main(document: &Html) -> String {
    let main = document.select(&Selector::parse("main").unwrap()).next().unwrap();
    let mut outline = Outline::default();
    outline.children(main);
    outline.end_line();
    outline.lines.join("\n")
}

#[derive(Default)]
struct Outline {
    lines: Vec<String>,
    line: String,
    /// What the line begins with: the kind of its block.
    mark: String,
    /// How deep in lists.
    depth: usize,
}

impl Outline {
    fn children(&mut self, element: ElementRef<'_>) {
        for child in element.children() {
            match (child.value(), ElementRef::wrap(child)) {
                (Node::Text(text), _) => self.words(text),
                (_, Some(element)) => self.element(element),
                _ => {}
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>) {
        let name = element.value().name();
        let attribute = |key| element.value().attr(key).unwrap_or_default();
        match name {
            "svg" => self.drawing(element),
            "a" => {
                self.line.push_str(" [");
                self.children(element);
                self.line.push_str(&format!("]({})", attribute("href")));
            }
            "input" => {
                let checked = if element.value().attr("checked").is_some() { " checked" } else { "" };
                let value = attribute("value");
                self.line.push_str(&format!(" <{} {}={value}{checked}>", attribute("type"), attribute("name")));
            }
            "td" | "th" => {
                self.line.push_str(" | ");
                self.children(element);
            }
            _ if BLOCKS.contains(&name) => self.block(name, element),
            _ => self.children(element),
        }
    }

    fn block(&mut self, name: &str, element: ElementRef<'_>) {
        self.end_line();
        let is_list = matches!(name, "ul" | "ol");
        self.depth += usize::from(is_list);
        self.mark = match name {
            "h1" => "# ".to_owned(),
            "h2" => "## ".to_owned(),
            "h3" => "### ".to_owned(),
            "h4" => "#### ".to_owned(),
            "li" => format!("{}- ", "  ".repeat(self.depth.saturating_sub(1))),
            "dt" | "legend" | "caption" => "= ".to_owned(),
            "form" => "(form) ".to_owned(),
            _ => std::mem::take(&mut self.mark),
        };
        self.children(element);
        self.end_line();
        self.depth -= usize::from(is_list);
        self.mark.clear();
    }

    /// A drawing is told by its title and by the words in it.
    fn drawing(&mut self, element: ElementRef<'_>) {
        if element.value().attr("aria-hidden") != Some("true") {
            self.line.push_str(" (drawing) ");
            self.children(element);
        }
    }

    fn words(&mut self, text: &str) {
        let is_apart = text.starts_with(char::is_whitespace);
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if is_apart || words.is_empty() {
            self.line.push(' ');
        }
        self.line.push_str(&words);
        if !words.is_empty() && text.ends_with(char::is_whitespace) {
            self.line.push(' ');
        }
    }

    fn end_line(&mut self) {
        let words = self.line.split_whitespace().collect::<Vec<_>>().join(" ");
        self.line.clear();
        if !words.is_empty() {
            let mark = std::mem::take(&mut self.mark);
            self.lines.push(format!("{mark}{}", words.replace("[ ", "[").replace(" ](", "](")));
        }
    }
}

#[test]
fn an_outline_reads_as_the_page_does() {
    let page =
        "<main><h1>A <em>page</em></h1><ul><li><a href=/b><strong>B</strong> now</a>, then<ul><li>c</li></ul></li></ul>
        <dl><dt>Key</dt><dd>Value</dd></dl><svg aria-hidden=true><text>No</text></svg><p>The\n end.</p></main>";
    let expected = "# A page\n- [B now](/b), then\n  - c\n= Key\nValue\nThe end.";
    assert_eq!(of_main(&Html::parse_document(page)), expected);
}
