//! Code that shows pages has no words of its own: they are messages of the interface.

use proc_macro2::{TokenStream, TokenTree};
use syn::LitStr;

use crate::architecture::{files, none};

/// The parts of `src/web` that show pages.
const SHOWN: [&str; 8] = [
    "web/embed/",
    "web/feeds/",
    "web/labels.rs",
    "web/map/",
    "web/og_images/",
    "web/pages/",
    "web/query/",
    "web/view/",
];

/// Names that schema.org gives.
const NAMES: [&str; 11] = [
    "BreadcrumbList",
    "CategoryCode",
    "CategoryCodeSet",
    "DataDownload",
    "Dataset",
    "EducationalOccupationalCredential",
    "ListItem",
    "MonetaryAmount",
    "Occupation",
    "Organization",
    "QuantitativeValue",
];

/// Macros whose words no visitor reads.
const NOT_SHOWN: [&str; 8] = ["debug_assert", "assert", "debug", "info", "warn", "error", "write", "terms"];

/// The texts in some code, but for attributes, tests and macros that show nothing.
fn texts(tokens: TokenStream, found: &mut Vec<String>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        match (tree, trees.get(at + 1)) {
            (TokenTree::Punct(hash), Some(TokenTree::Group(attribute))) if hash.as_char() == '#' => {
                // All tests are at the end of their file.
                if attribute.stream().to_string().replace(' ', "") == "cfg(test)" {
                    return;
                }
                at += 1;
            }
            // An inner attribute, such as the doc of a module: `#`, `!`, and a group.
            (TokenTree::Punct(hash), Some(TokenTree::Punct(bang)))
                if hash.as_char() == '#' && bang.as_char() == '!' =>
            {
                at += 2;
            }
            (TokenTree::Ident(name), Some(TokenTree::Punct(bang)))
                if bang.as_char() == '!' && NOT_SHOWN.contains(&name.to_string().as_str()) =>
            {
                at += 2;
            }
            (TokenTree::Group(group), _) => texts(group.stream(), found),
            (TokenTree::Literal(literal), _) => {
                found.extend(syn::parse_str::<LitStr>(&literal.to_string()).ok().map(|text| text.value()));
            }
            _ => {}
        }
        at += 1;
    }
}

/// A text without what is filled in.
fn without_variables(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        kept.push_str(before);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    kept + rest
}

/// Whether a text reads as words: two words with a space between them, or one with a capital.
fn is_said(text: &str) -> bool {
    let text = without_variables(text);
    let is_word = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    let words: Vec<&str> = text.split(' ').map(|word| word.trim_matches([',', '.', ':', '?', '!'])).collect();
    let is_name =
        |word: &str| is_word(word) && word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    words.windows(2).any(|pair| pair.iter().all(|word| is_word(word))) || matches!(words[..], [word] if is_name(word))
}

fn words_of(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    texts(code.parse().unwrap(), &mut found);
    found.retain(|text| is_said(text) && !NAMES.contains(&text.as_str()));
    found
}

#[test]
fn words_in_code_are_found() {
    let code = "
        //! Doc of the module.
        /// Doc of it.
        #[must_use = \"or it is lost\"]
        fn f() { g(\"a b\", \"Roles\", \"text/html; charset=utf-8\"); debug_assert!(x, \"all is well\"); }
        fn h() -> String { format!(\"{start} of {}: it ends\", \"GET\") }
        #[cfg(test)]
        mod tests { const T: &str = \"in a test\"; }";
    assert_eq!(words_of(code), ["Roles", "{start} of {}: it ends"]);
}

#[test]
fn no_code_that_shows_pages_has_words_of_its_own() {
    let shown = files("src").into_iter().filter(|(file, _)| SHOWN.iter().any(|part| file.starts_with(part)));
    let faults = shown.flat_map(|(file, text)| {
        words_of(&text).into_iter().map(move |words| format!("src/{file}: put into data/interface: {words:?}"))
    });
    none(&faults.collect::<Vec<_>>());
}
