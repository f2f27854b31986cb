//! Builds the tree. The only file that knows the parser.
//!
//! The tree is built from the parser's events in a loop, never by recursion, and every limit is checked at each event:
//! no content of a file makes it deeper, larger or slower than the limits allow.

use std::collections::BTreeMap;

use serde_yaml::granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span as ParserSpan};

use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::source::{FileId, Span, Spanned};
use crate::content::yaml::slips::{self, Slip};
use crate::content::yaml::tree::{Tree, YamlNode, YamlValue};

/// Limit of nested lists and maps.
const MAX_DEPTH: usize = 32;
/// Limit of values in a file.
const MAX_NODES: usize = 20_000;

/// Reads a file's text into a tree. Diagnostics go to the sink.
pub fn parse(file: FileId, text: &str, sink: &mut DiagnosticSink) -> Tree {
    let slips = slips::certain(text);
    if !slips.is_empty() {
        slips.into_iter().for_each(|slip| sink.add(said(file, slip)));
        return Tree { root: None, nodes: 0 };
    }
    let mut builder = Builder { file, text, sink, open: Vec::new(), root: None, nodes: 0, documents: 0 };
    for event in Parser::new_from_str_with_options(text, options()) {
        let step = match event {
            Ok((event, range)) => builder.take(event, range),
            Err(error) => Err(Box::new(builder.syntax(&error))),
        };
        if let Err(diagnostic) = step {
            // A feature that was refused here may have misled the parser.
            if !builder.sink.is_reported(diagnostic.label.span) {
                builder.sink.add(*diagnostic);
            }
            return Tree { root: None, nodes: builder.nodes };
        }
    }
    Tree { root: builder.root, nodes: builder.nodes }
}

/// A comment of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The byte offset of its `#`.
    pub start: usize,
    /// What follows the `#`.
    pub text: String,
}

/// The comments of a text, in order; `None` if it is no YAML.
pub fn comments(text: &str) -> Option<Vec<Comment>> {
    let mut options = options();
    options.set_emit_comments(true);
    let mut found = Vec::new();
    for event in Parser::new_from_str_with_options(text, options) {
        if let (Event::Comment(words, _), range) = event.ok()? {
            found.push(Comment { start: range.start.byte_offset()?, text: words.into_owned() });
        }
    }
    // The parser may look ahead of a comment.
    found.sort_by_key(|comment| comment.start);
    Some(found)
}

/// The options of the parser, which refuses some features itself.
fn options() -> Options {
    let mut options = Options::default();
    options.strict_indentation = true;
    options.disallow_directives = true;
    // A missing anchor is no reason to stop: every alias is refused in its place anyway.
    options.emit_unresolved_aliases = true;
    options.emit_anchor_events = true;
    options.set_emit_comments(false);
    options.flow_nesting_limit = MAX_DEPTH;
    options.block_nesting_limit = MAX_DEPTH;
    options
}

/// A list or a map whose end has not been parsed.
enum Open {
    List(Span, Vec<YamlNode>),
    Map {
        span: Span,
        entries: Vec<(Spanned<String>, YamlNode)>,
        seen: BTreeMap<String, Span>,
        key: Option<Spanned<String>>,
    },
}

struct Builder<'a> {
    file: FileId,
    text: &'a str,
    sink: &'a mut DiagnosticSink,
    open: Vec<Open>,
    root: Option<YamlNode>,
    nodes: usize,
    documents: usize,
}

/// Boxed, because a diagnostic is large and rare.
type Step = Result<(), Box<Diagnostic>>;

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, range: ParserSpan) -> Step {
        let span = self.span(&range);
        match event {
            Event::Scalar(text, style, _, tag) => {
                if tag.is_some() {
                    self.refuse_tag(&range, span);
                }
                let plain = style == ScalarStyle::Plain;
                self.put(YamlNode { kind: YamlValue::Scalar { text: text.into_owned(), plain }, span })
            }
            Event::SequenceStart(_, _, tag) => {
                if tag.is_some() {
                    self.refuse_tag(&range, span);
                }
                self.begin(Open::List(span, Vec::new()), span)
            }
            Event::MappingStart(_, _, tag) => {
                if tag.is_some() {
                    self.refuse_tag(&range, span);
                }
                let map = Open::Map { span, entries: Vec::new(), seen: BTreeMap::new(), key: None };
                self.begin(map, span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Anchor(..) => {
                self.refuse(span, "an anchor", "write the value out in each place that needs it");
                Ok(())
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse(
                    span,
                    "an alias",
                    "put a text that begins with `*` in quotes; write a value out in each place that needs it",
                );
                self.put(YamlNode { kind: YamlValue::Refused, span })
            }
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    let help = "keep what stands above `---`, and put the rest into files of their own";
                    return Err(Box::new(refused(span, "a second document").help(help)));
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn begin(&mut self, open: Open, span: Span) -> Step {
        if self.open.len() >= MAX_DEPTH {
            return Err(Box::new(too_deep(span)));
        }
        self.open.push(open);
        Ok(())
    }

    fn end(&mut self, end: Span) -> Step {
        let node = match self.open.pop() {
            Some(Open::List(span, items)) => YamlNode { kind: YamlValue::List(items), span: span.to(end) },
            Some(Open::Map { span, entries, .. }) => YamlNode { kind: YamlValue::Map(entries), span: span.to(end) },
            None => return Ok(()),
        };
        self.put(node)
    }

    /// Adds a finished value to the innermost open list or map.
    fn put(&mut self, node: YamlNode) -> Step {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            let message = format!("this file has more than {MAX_NODES} values");
            return Err(Box::new(
                Diagnostic::new(Code::TooManyNodes, node.span, message)
                    .label("nothing from here on is read")
                    .help("split what stands here over several files"),
            ));
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map { entries, seen, key, .. }) => match key.take() {
                None => *key = Some(key_of(node)?),
                Some(key) => match seen.get(key.as_str()) {
                    Some(&first) => {
                        let message = format!("the key {} stands twice", quoted(key.as_str()));
                        let twice = Diagnostic::new(Code::DuplicateKey, key.span, message)
                            .label("the second time")
                            .related(first, "the first time")
                            .help("keep one of them");
                        self.sink.add(twice);
                    }
                    None => {
                        seen.insert(key.value.clone(), key.span);
                        // An empty value has an empty span, so its key is shown.
                        let span = if node.span.range().is_empty() { key.span } else { node.span };
                        entries.push((key, YamlNode { span, ..node }));
                    }
                },
            },
        }
        Ok(())
    }

    fn refuse(&mut self, span: Span, what: &str, help: &str) {
        self.sink.add(refused(span, what).help(help));
    }

    fn refuse_tag(&mut self, range: &ParserSpan, span: Span) {
        let span = range.tag_span().map_or(span, |tag| self.span(&tag));
        self.refuse(span, "a tag", "put a text that begins with `!` in quotes; leave a tag out");
    }

    fn span(&self, range: &ParserSpan) -> Span {
        let at = |offset: Option<usize>| offset.unwrap_or(0).min(self.text.len());
        let (start, end) = (at(range.start.byte_offset()), at(range.end.byte_offset()));
        // A plain scalar's span may run on over line breaks and blanks.
        let end = start + self.text.get(start..end.max(start)).map_or(0, |text| text.trim_end().len());
        Span::new(self.file, start..end)
    }

    /// An error of the parser as a diagnostic.
    fn syntax(&self, error: &ScanError) -> Diagnostic {
        let start = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
        let end =
            self.text[self.text.floor_char_boundary(start)..].chars().next().map_or(start, |c| start + c.len_utf8());
        let span = Span::new(self.file, start..end);
        match error.kind() {
            ErrorKind::RecursionLimitExceeded => too_deep(span),
            ErrorKind::DirectiveDisallowed => refused(span, "a directive").help("leave the line out"),
            _ => match slips::behind_error(self.text, start) {
                Some(slip) => said(self.file, slip),
                None => Diagnostic::new(Code::YamlSyntax, span, "this line cannot be read")
                    .label(format!("in the words of YAML: {}", error.info()))
                    .help(
                        "look at this line and the one above: are they indented like their neighbours, is every quote and bracket closed?",
                    ),
            },
        }
    }
}

/// A slip as a diagnostic.
fn said(file: FileId, slip: Slip) -> Diagnostic {
    Diagnostic::new(slip.code, Span::new(file, slip.range), slip.message).label(slip.label).help(slip.help)
}

fn refused(span: Span, what: &str) -> Diagnostic {
    let message = format!("data files do without {what}");
    Diagnostic::new(Code::YamlFeatureRefused, span, message).label("this is not read")
}

fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new(Code::TooDeep, span, format!("lists and maps are nested more than {MAX_DEPTH} deep"))
        .label("nothing from here on is read")
        .help("no data file needs more than six")
}

/// A key, which must be a plain word.
fn key_of(node: YamlNode) -> Result<Spanned<String>, Box<Diagnostic>> {
    match node.kind {
        YamlValue::Scalar { text, .. } if text == "<<" => {
            Err(Box::new(refused(node.span, "a merge key").help("write the keys out in each place that needs them")))
        }
        YamlValue::Scalar { text, .. } => Ok(Spanned::new(text, node.span)),
        _ => Err(Box::new(refused(node.span, "a key that is not a word").help("a key is one word and a colon"))),
    }
}

#[cfg(test)]
mod tests {
    use super::{YamlNode, YamlValue, parse};
    use crate::content::diagnostic_sink::DiagnosticSink;
    use crate::content::source::SourceFiles;

    /// The tree, and the code and text of each diagnostic.
    fn read(text: &str) -> (Option<YamlNode>, Vec<String>) {
        let file = SourceFiles::default().add("x.yaml".to_owned(), String::new());
        let mut sink = DiagnosticSink::default();
        let tree = parse(file, text, &mut sink);
        let words = |item: &crate::content::diagnostic::Diagnostic| {
            format!("{} {:?}", item.code.id(), &text[item.label.span.range()])
        };
        (tree.root, sink.into_parts().0.iter().map(words).collect())
    }

    /// Every value of a map: parsed, and as written in the file.
    fn values<'a>(text: &'a str, root: &'a YamlNode) -> Vec<(&'a str, &'a str)> {
        let YamlValue::Map(entries) = &root.kind else { panic!("no map") };
        let value = |node: &'a YamlNode| match &node.kind {
            YamlValue::Scalar { text, .. } => text.as_str(),
            _ => node.what(),
        };
        entries.iter().map(|(_, node)| (value(node), &text[node.span.range()])).collect()
    }

    #[test]
    fn every_value_knows_its_place_in_every_notation() {
        let text = "a: |\n  one\n  two\nb: plain\n  goes on\nc: 'it''s'\nd: \"x\\ty\"\ne: [é, 1.10]\nf: {g: h}\n";
        let (root, faults) = read(text);
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(
            values(text, &root.unwrap()),
            [
                ("one\ntwo\n", "one\n  two"),
                ("plain goes on", "plain\n  goes on"),
                ("it's", "'it''s'"),
                ("x\ty", "\"x\\ty\""),
                ("a list", "[é, 1.10]"),
                ("a group of keys", "{g: h}"),
            ]
        );
    }

    #[test]
    fn an_empty_value_has_the_span_of_its_key() {
        let text = "a:\nb: x\n";
        assert_eq!(values(text, &read(text).0.unwrap()), [("~", "a"), ("x", "x")]);
    }

    #[test]
    fn line_ends_and_a_byte_order_mark_of_another_system_do_no_harm() {
        let text = "\u{feff}a: x\r\nb: y z\r\n";
        let (root, faults) = read(text);
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(values(text, &root.unwrap()), [("x", "x"), ("y z", "y z")]);
    }

    #[test]
    fn refused_features_are_reported_with_their_span_and_parsing_goes_on() {
        let (root, faults) = read("a: &b 1\nc: *b\nd: !e f\ng: *missing\na: 2\n");
        assert!(root.is_some());
        let refused = |part| format!("yaml-feature-refused {part:?}");
        let expected =
            [refused("&b"), refused("*b"), refused("!e"), refused("*missing"), "duplicate-key \"a\"".to_owned()];
        assert_eq!(faults, expected);
    }

    #[test]
    fn what_is_no_yaml_has_a_place() {
        for (text, fault) in [
            ("a: b: c\n", "yaml-syntax \":\""),
            ("a:\n\t- b\n", "yaml-syntax \"\\t\""),
            ("a: [b\n", "yaml-syntax \"[\""),
            ("a: @b\n", "yaml-syntax \"@\""),
            ("a: b\n---\nc: d\n", "yaml-feature-refused \"---\""),
            ("%YAML 1.2\n---\na: b\n", "yaml-feature-refused \"%\""),
            ("<<: {a: b}\n", "yaml-feature-refused \"<<\""),
            ("? [a]\n: b\n", "yaml-feature-refused \"[a]\""),
        ] {
            assert_eq!(read(text).1, [fault], "{text}");
        }
    }

    #[test]
    fn depth_and_number_are_bounded() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(read(&nested(32)).0.is_some());
        assert_eq!(read(&nested(33)).1, ["too-deep \"[\""]);
        let wide = |items: usize| format!("[{}]", "a,".repeat(items));
        assert!(read(&wide(19_999)).0.is_some());
        assert_eq!(read(&wide(20_001)).1, ["too-many-nodes \"a\""]);
    }
}
