//! Pages for a copy without a server, such as on a memory stick: links lead from file to file.
//!
//! A form asks a server, which is not there. Its choices become links where the copy has the page of that choice alone; the rest of it
//! is left out, and one sentence says so. A link to what the copy does not have leads to the site, if others can reach that.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::catalogue::Catalogue;
use crate::export::html::{self, Tag};
use crate::export::site::is_own;
use crate::web::links;

/// How many redirects are followed, one after the other.
const MOST_REDIRECTS: usize = 4;

/// What answers an address of the site in a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A file of the copy.
    File(String),
    /// Another address.
    Elsewhere(String),
}

/// Rewrites pages of one copy.
pub(super) struct Rewriter<'c> {
    /// What answers each address.
    targets: &'c BTreeMap<String, Target>,
    /// The address of the site, if others can reach it.
    site: Option<&'c str>,
    /// What stands in the place of a form, as HTML.
    notice: String,
}

/// A page that is being rewritten.
struct Page<'p> {
    rewriter: &'p Rewriter<'p>,
    /// The page as the site answers it.
    html: &'p str,
    /// Its file.
    file: &'p str,
    /// What is written of it.
    out: String,
}

impl<'c> Rewriter<'c> {
    /// For a copy of this catalogue's site, with these files.
    pub(super) fn new(targets: &'c BTreeMap<String, Target>, catalogue: &'c Catalogue) -> Self {
        let t = catalogue.interface();
        let site = links::is_public(catalogue.site()).then_some(catalogue.site().base_url.as_str());
        let where_to = site.map(|site| format!(" {}", t.the_site_itself_can(format!("{site}/"))));
        let notice = format!("<p class=\"quiet\">{}{}</p>", t.this_copy_cannot_search(), where_to.unwrap_or_default());
        Self { targets, site, notice }
    }

    /// A page, as it is in its file.
    pub(super) fn rewrite(&self, page: &str, file: &str) -> String {
        let mut written = Page { rewriter: self, html: page, file, out: String::with_capacity(page.len()) };
        let (mut tags, mut copied, mut in_main) = (html::tags(page), 0, false);
        while let Some(tag) = tags.next() {
            in_main = if tag.name == "main" { !tag.is_end } else { in_main };
            written.out.push_str(&page[copied..tag.range.start]);
            copied = tag.range.end;
            if tag.name == "form" && !tag.is_end {
                let inner: Vec<Tag<'_>> = tags.by_ref().take_while(|tag| tag.name != "form").collect();
                let end = page[copied..].find("</form>").map_or(page.len(), |end| copied + end);
                if in_main {
                    written.push_form(&tag, &inner, end);
                }
                copied = (end + "</form>".len()).min(page.len());
            } else {
                written.push_tag(&tag);
            }
        }
        written.out.push_str(&page[copied..]);
        written.out
    }

    /// The file that answers an address.
    fn file_of(&self, address: &str) -> Option<&str> {
        let mut address = address;
        for _ in 0..MOST_REDIRECTS {
            match self.targets.get(address)? {
                Target::File(file) => return Some(file),
                Target::Elsewhere(location) => address = location,
            }
        }
        None
    }
}

impl Page<'_> {
    /// Copies a tag, with its addresses rewritten.
    fn push_tag(&mut self, tag: &Tag<'_>) {
        let mut copied = tag.range.start;
        for attribute in tag.attributes().filter(|it| html::is_address(it.name) && is_own(it.value)) {
            let start = attribute.range.start;
            match self.href(&html::unescape(attribute.value)) {
                Some(href) => {
                    self.out.push_str(&self.html[copied..start]);
                    self.out.push_str(&html::escape(&href));
                    copied = attribute.range.end;
                }
                // What names a file that is not there says nothing.
                None if tag.name == "link" => return,
                None => {
                    // The name before the value, `="` between them, the space before it, and the quote behind.
                    self.out.push_str(&self.html[copied..start - attribute.name.len() - 3]);
                    copied = attribute.range.end + 1;
                }
            }
        }
        self.out.push_str(&self.html[copied..tag.range.end]);
    }

    /// Where a link to an address of the site leads; `None` where it can lead nowhere.
    fn href(&self, address: &str) -> Option<String> {
        let (path, fragment) = address.split_once('#').map_or((address, None), |(path, part)| (path, Some(part)));
        let Some(file) = self.rewriter.file_of(path) else {
            return self.rewriter.site.map(|site| format!("{site}{address}"));
        };
        let mut href = relative(self.file, file);
        if let Some(fragment) = fragment {
            href.push('#');
            href.push_str(fragment);
        }
        Some(href)
    }

    /// Writes what is left of a form: the choices whose pages the copy has, and a sentence.
    fn push_form(&mut self, form: &Tag<'_>, inner: &[Tag<'_>], end: usize) {
        let action = form.attribute("action").unwrap_or_default().into_owned();
        let before = self.out.len();
        self.out.push_str("<section");
        for name in ["id", "class", "aria-label", "aria-labelledby"] {
            if let Some(value) = form.attribute(name) {
                let _ = write!(self.out, " {name}=\"{}\"", html::escape(&value));
            }
        }
        self.out.push_str(">\n");
        self.out.push_str(&self.rewriter.notice);
        let choices = self.push_choices(&action, form.range.end, inner, end);
        if choices == 0 {
            self.out.truncate(before);
            // A link of the page may lead to the form.
            match form.attribute("id") {
                Some(id) => {
                    let _ = write!(self.out, "<div id=\"{}\">{}</div>", html::escape(&id), self.rewriter.notice);
                }
                None => self.out.push_str(&self.rewriter.notice),
            }
        } else {
            self.out.push_str("</section>");
        }
    }

    /// Copies the inside of a form with links for its choices and without its fields; says how many choices there are.
    fn push_choices(&mut self, action: &str, start: usize, inner: &[Tag<'_>], end: usize) -> usize {
        let (mut copied, mut choices) = (start, 0);
        // Elements that may end up empty: where each begins in `out`, and how many choices there were.
        let mut open: Vec<(&str, usize, usize)> = vec![];
        let mut tags = inner.iter();
        while let Some(tag) = tags.next() {
            if tag.range.start < copied {
                continue;
            }
            self.out.push_str(&self.html[copied..tag.range.start]);
            copied = tag.range.end;
            match (tag.name, tag.is_end) {
                ("label", false) => {
                    let until = self.html[copied..end].find("</label>").map_or(end, |at| copied + at);
                    let field = tags.clone().next().filter(|field| field.range.end <= until);
                    let href = field.and_then(|field| self.choice(action, field));
                    if let (Some(field), Some(href)) = (field, href) {
                        let words = self.html[field.range.end..until].trim();
                        let _ = write!(self.out, "<a class=\"choice\" href=\"{}\">{words}</a>", html::escape(&href));
                        choices += 1;
                    }
                    copied = (until + "</label>".len()).min(end);
                }
                ("button" | "select" | "textarea", false) => {
                    let close = format!("</{}>", tag.name);
                    copied = self.html[copied..end].find(&close).map_or(end, |at| copied + at + close.len());
                }
                ("input", _) => {}
                ("div" | "fieldset" | "details", false) => {
                    open.push((tag.name, self.out.len(), choices));
                    self.push_tag(tag);
                }
                ("div" | "fieldset" | "details", true) => {
                    self.push_tag(tag);
                    if let Some((_, start, before)) = open.pop().filter(|(_, _, before)| *before == choices) {
                        debug_assert!(before == choices);
                        self.out.truncate(start);
                    }
                }
                _ => self.push_tag(tag),
            }
        }
        self.out.push_str(&self.html[copied.min(end)..end]);
        choices
    }

    /// Where the page of one choice of a form is, if the copy has it.
    fn choice(&self, action: &str, field: &Tag<'_>) -> Option<String> {
        let kind = field.attribute("type")?;
        let is_choice = field.name == "input" && matches!(&*kind, "checkbox" | "radio");
        let pair = (field.attribute("name")?, field.attribute("value")?);
        let file = self.rewriter.file_of(&links::with_query(action, [pair]))?;
        is_choice.then(|| relative(self.file, file))
    }
}

/// The way from one file to another. Names of files need no escapes in an address.
fn relative(from: &str, to: &str) -> String {
    let mut from: Vec<&str> = from.split('/').collect();
    let mut to: Vec<&str> = to.split('/').collect();
    from.pop();
    let last = to.pop();
    let shared = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    let up = std::iter::repeat_n("..", from.len() - shared);
    up.chain(to.into_iter().skip(shared)).chain(last).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Rewriter, Target, relative};
    fn rewritten(page: &str) -> String {
        rewritten_for(None, page)
    }

    fn rewritten_for(site: Option<&str>, page: &str) -> String {
        let file = |file: &str| Target::File(file.to_owned());
        let targets = BTreeMap::from([
            ("/".to_owned(), file("index.html")),
            ("/roles/nurse".to_owned(), file("roles/nurse.html")),
            ("/roles?level=entry".to_owned(), file("roles/level=entry.html")),
            ("/nurse".to_owned(), Target::Elsewhere("/roles/nurse".to_owned())),
        ]);
        let notice = "<p>No forms here.</p>".to_owned();
        Rewriter { targets: &targets, site, notice }.rewrite(page, "roles/porter.html")
    }

    #[test]
    fn the_way_from_file_to_file_is_as_short_as_can_be() {
        assert_eq!(relative("index.html", "roles/nurse.html"), "roles/nurse.html");
        assert_eq!(relative("roles/nurse.html", "index.html"), "../index.html");
        assert_eq!(relative("roles/nurse.html", "roles/porter.html"), "porter.html");
        assert_eq!(relative("api/v1/a.json", "assets/look.css"), "../../assets/look.css");
    }

    #[test]
    fn links_lead_to_files_and_others_are_left_as_they_are() {
        assert_eq!(rewritten("<a href=\"/roles/nurse#next\">x</a>"), "<a href=\"nurse.html#next\">x</a>");
        assert_eq!(rewritten("<a class=\"b\" href=\"/\">x</a>"), "<a class=\"b\" href=\"../index.html\">x</a>");
        assert_eq!(rewritten("<a href=\"/nurse\">x</a>"), "<a href=\"nurse.html\">x</a>");
        for same in ["<a href=\"#main\">x</a>", "<a href=\"https://example.org/\">x</a>", "<p title=\"/\">/</p>"] {
            assert_eq!(rewritten(same), same);
        }
    }

    #[test]
    fn a_link_to_what_the_copy_does_not_have_leads_to_the_site_or_nowhere() {
        let page = "<link rel=\"next\" href=\"/a?b&#38;c\"><a class=\"d\" href=\"/a?b&#38;c\" rel=\"e\">x</a>";
        assert_eq!(
            rewritten_for(Some("https://careers.example"), page),
            page.replace("\"/a", "\"https://careers.example/a")
        );
        assert_eq!(rewritten(page), "<a class=\"d\" rel=\"e\">x</a>");
    }

    #[test]
    fn a_form_becomes_its_choices_that_have_pages() {
        let form = "<main><form action=\"/roles\" class=\"filters\"><div><label for=\"q\">Search</label><input id=\"q\" \
                    name=\"q\"><button>Go</button></div><fieldset><legend>Level</legend><div><label><input \
                    type=\"checkbox\" name=\"level\" value=\"entry\"> Entry</label></div><div><label><input \
                    type=\"checkbox\" name=\"level\" value=\"mid\"> Mid</label></div></fieldset></form>after</main>";
        let page = rewritten(form);
        assert!(
            page.contains("<div><a class=\"choice\" href=\"level=entry.html\">Entry</a></div></fieldset>"),
            "{page}"
        );
        assert!(page.ends_with("</section>after</main>"), "{page}");
        for gone in ["<form", "<input", "<button", "<label", "Mid", "Search"] {
            assert!(!page.contains(gone), "{gone}: {page}");
        }
    }

    #[test]
    fn a_form_without_such_choices_becomes_a_sentence_and_nothing_outside_the_main_part() {
        let page = "<header><form action=\"/roles\">a</form></header><main><form action=\"/x\">b</form></main>";
        assert_eq!(rewritten(page), "<header></header><main><p>No forms here.</p></main>");
        let page = "<main><a href=\"#choose\">a</a><form id=\"choose\" action=\"/x\">b</form></main>";
        assert!(rewritten(page).ends_with("<div id=\"choose\"><p>No forms here.</p></div></main>"));
    }
}
