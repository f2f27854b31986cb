//! Lists within a sentence.

use super::Interface;
use super::markup::{self, Markup};

impl Interface {
    /// "a", "a and b", "a, b and c".
    #[must_use]
    pub fn and_list(&self, items: &[impl AsRef<str>]) -> String {
        list(items, |start, last| self.x_and_y(start, last))
    }

    /// "a", "a or b", "a, b or c".
    #[must_use]
    pub fn or_list(&self, items: &[impl AsRef<str>]) -> String {
        list(items, |start, last| self.x_or_y(start, last))
    }

    /// "a", "a or b", "a or b or c".
    #[must_use]
    pub fn alternatives(&self, items: &[impl AsRef<str>]) -> String {
        let items = items.iter().map(|item| item.as_ref().to_owned());
        items.reduce(|start, next| self.x_or_y(start, next)).unwrap_or_default()
    }

    /// The same, of links: each with its text and its address.
    #[must_use]
    pub fn alternative_links(&self, links: &[(&str, String)]) -> Markup {
        let texts: Vec<String> = links.iter().map(|(text, _)| markup::link(text)).collect();
        Markup::new(self.alternatives(&texts), links.iter().map(|(_, address)| address.clone()).collect())
    }
}

fn list(items: &[impl AsRef<str>], join: impl Fn(&str, &str) -> String) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [start @ .., last] => {
            let start: Vec<&str> = start.iter().map(AsRef::as_ref).collect();
            join(&start.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Interface;

    #[test]
    fn a_list_ends_in_and() {
        let t = Interface::built_in();
        assert_eq!(t.and_list(&[] as &[&str]), "");
        assert_eq!(t.and_list(&["a"]), "a");
        assert_eq!(t.and_list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(t.or_list(&["a", "b", "c"]), "a, b or c");
    }

    #[test]
    fn alternatives_have_or_between_each_two() {
        let t = Interface::built_in();
        assert_eq!(t.alternatives(&["a", "b", "c"]), "a or b or c");
        let links = t.alternative_links(&[("a", "/x".to_owned()), ("<b>", "/y".to_owned())]);
        assert_eq!(links.to_string(), "<a href=\"/x\">a</a> or <a href=\"/y\">&#60;b&#62;</a>");
    }
}
