//! Running text in JSON: its words alone, or HTML with its paragraphs, lists and links.

use std::fmt::Write as _;

use crate::catalogue::model::reference::Site;
use crate::catalogue::model::text::{Block, Inline, Line, Prose};
use crate::web::links;

/// A text as HTML: `p`, `ul`, `ol`, `li`, `strong`, `em` and `a`, with whole addresses, and nothing else.
pub fn html(site: &Site, prose: &Prose) -> String {
    let mut html = String::new();
    for block in &prose.0 {
        match block {
            Block::Paragraph(line) => element(&mut html, "p", &inner(site, line)),
            Block::List { ordered, items } => {
                let items = items.iter().fold(String::new(), |mut items, line| {
                    element(&mut items, "li", &inner(site, line));
                    items
                });
                element(&mut html, if *ordered { "ol" } else { "ul" }, &items);
            }
        }
    }
    html
}

fn element(html: &mut String, name: &str, inner: &str) {
    // Writing to a string does not fail.
    let _ = write!(html, "<{name}>{inner}</{name}>");
}

fn inner(site: &Site, line: &Line) -> String {
    let mut html = String::new();
    for piece in line {
        let text = escaped(piece.text());
        match piece {
            Inline::Text(_) => html.push_str(&text),
            Inline::Strong(_) => element(&mut html, "strong", &text),
            Inline::Emphasis(_) => element(&mut html, "em", &text),
            Inline::Link { href, .. } => link(&mut html, site, href, &text),
            Inline::Figure { fact, .. } => link(&mut html, site, &links::figure(fact), &text),
        }
    }
    html
}

fn link(html: &mut String, site: &Site, href: &str, text: &str) {
    let href = if href.starts_with('/') { links::absolute(site, href) } else { href.to_owned() };
    let _ = write!(html, "<a href=\"{}\">{text}</a>", escaped(&href));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
