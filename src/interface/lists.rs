//! Lists within a sentence.

use super::Interface;

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
}
