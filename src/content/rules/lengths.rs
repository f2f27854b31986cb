//! How long texts are.

use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::manifest::DataFile;
use crate::content::rules::texts::words;
use crate::content::source::SourceFile;
use crate::content::yaml::YamlNode;

/// The most letters of the texts under some keys: as many as their places have room for without harm.
const MOST: [(&[&str], usize); 4] = [
    (&["short"], 40),
    (&["title", "other_titles", "name", "label"], 100),
    (&["summary", "tagline"], 400),
    (&["what_it_is", "body", "intro"], 5_000),
];
/// The most letters of any other text.
const MOST_ELSE: usize = 1_000;

/// A text has room in its place.
pub fn a_text_has_room(root: &YamlNode, file: DataFile, _source: &SourceFile, sink: &mut DiagnosticSink) {
    for text in words(root, file) {
        let most = MOST.iter().find(|(keys, _)| keys.contains(&text.key)).map_or(MOST_ELSE, |(_, most)| *most);
        // Every letter is a byte at least.
        if text.text.len() <= most {
            continue;
        }
        let letters = text.text.chars().count();
        if letters > most {
            let message = format!("`{}` has {letters} letters, and its place has room for {most}", text.key);
            let long = Diagnostic::new(Code::LongText, text.node.span, message).label("begins here");
            let help = if most <= 100 {
                "name it in a few words; what else there is to say belongs into a longer text"
            } else {
                "say it shorter, or move a part of it to a longer text or to an item of its own"
            };
            sink.add(long.help(help));
        }
    }
}
