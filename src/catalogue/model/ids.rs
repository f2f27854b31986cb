//! The ids of things, and how a title becomes one.

use crate::catalogue::model::letters::{fold, is_invisible, is_of_word};

/// Declares an id that is a slug: small letters, digits and hyphens.
macro_rules! slugs {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub String);

        impl $name {
            /// The slug.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}
slugs! {
    /// Names a role; the stem of its file.
    RoleId;
    /// Names a category.
    CategoryId;
    /// Names a source document.
    SourceId;
    /// Names an organisation.
    OrganisationId;
    /// Names a scheme of `pay.yaml`.
    PaySchemeId;
    /// Names a figure of `facts.yaml`.
    FigureId;
    /// Names a guide; the stem of its file.
    GuideId;
    /// Names a pathway; the stem of its file.
    PathwayId;
}

/// What a title or a name becomes in an address: small letters and digits, words joined by hyphens.
///
/// `&` counts as "and"; apostrophes and the dots of abbreviations ("H.C.A.") vanish; accents are left out, and of other alphabets the
/// words that do not look Latin.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut slug = String::with_capacity(title.len());
    let spelled = without_dots(&title.replace('&', " and ").replace(['\'', '’'], ""));
    for word in spelled.split(|letter| !is_of_word(letter) && !is_invisible(letter)) {
        let word = fold(word);
        for part in word.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty()) {
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.push_str(part);
        }
    }
    slug
}

/// A text without the dots that stand behind single letters.
fn without_dots(text: &str) -> String {
    let mut letters_before = 0_usize;
    let is_kept = |letter: &char| {
        let is_dot = *letter == '.' && letters_before == 1;
        letters_before = if letter.is_alphanumeric() { letters_before + 1 } else { 0 };
        !is_dot
    };
    text.chars().filter(is_kept).collect()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_title_becomes_a_slug() {
        assert_eq!(slug("Health & Wellbeing Coach"), "health-and-wellbeing-coach");
        assert_eq!(slug("Cook / Kitchen Assistant"), "cook-kitchen-assistant");
        assert_eq!(slug("Children's nurse (RN)"), "childrens-nurse-rn");
        assert_eq!(slug("Café Manager"), "cafe-manager");
        assert_eq!(slug("H.C.A. or g.p."), "hca-or-gp");
        assert_eq!(slug("Mr. J. Smith, no. 1.5"), "mr-j-smith-no-15");
        assert_eq!(slug("Cafe\u{301} Manager"), "cafe-manager");
        assert_eq!(slug(" медсестра!"), "");
    }
}
