//! The paths in an item.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;
use syn::{Attribute, ImplItem, Item, Meta, Stmt, TraitItem};

use super::module_tree::{imports, item_attributes, only_for_tests, text};

/// A path as written in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its segments; the first is empty after a leading `::`.
    pub path: Vec<String>,
    /// The line, from 1.
    pub line: usize,
    /// Whether it is in a `use`.
    pub is_use: bool,
}

/// All paths in an item, without those in code that is only for tests.
pub fn named_by(item: &Item) -> Vec<Mention> {
    let mut finder = Finder { found: Vec::new() };
    finder.visit_item(item);
    finder.found
}

struct Finder {
    found: Vec<Mention>,
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item(&mut self, item: &'ast Item) {
        if !only_for_tests(item_attributes(item)) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        let attributes: &[Attribute] = match item {
            ImplItem::Const(item) => &item.attrs,
            ImplItem::Fn(item) => &item.attrs,
            ImplItem::Type(item) => &item.attrs,
            ImplItem::Macro(item) => &item.attrs,
            _ => &[],
        };
        if !only_for_tests(attributes) {
            syn::visit::visit_impl_item(self, item);
        }
    }

    fn visit_trait_item(&mut self, item: &'ast TraitItem) {
        let attributes: &[Attribute] = match item {
            TraitItem::Const(item) => &item.attrs,
            TraitItem::Fn(item) => &item.attrs,
            TraitItem::Type(item) => &item.attrs,
            TraitItem::Macro(item) => &item.attrs,
            _ => &[],
        };
        if !only_for_tests(attributes) {
            syn::visit::visit_trait_item(self, item);
        }
    }

    fn visit_stmt(&mut self, statement: &'ast Stmt) {
        let attributes: &[Attribute] = match statement {
            Stmt::Local(statement) => &statement.attrs,
            Stmt::Macro(statement) => &statement.attrs,
            _ => &[],
        };
        if !only_for_tests(attributes) {
            syn::visit::visit_stmt(self, statement);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let mut uses = Vec::new();
        imports(
            &item.tree,
            &mut if item.leading_colon.is_some() { vec![String::new()] } else { Vec::new() },
            &mut uses,
        );
        let line = item.use_token.span.start().line;
        self.found.extend(uses.into_iter().map(|item| Mention { path: item.path, line, is_use: true }));
    }

    /// `pub(super)` depends on nothing.
    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let words = path.segments.iter().map(|segment| text(&segment.ident));
        let start = path.leading_colon.is_some().then(String::new);
        let line = path.segments.first().map_or(0, |segment| segment.ident.span().start().line);
        self.found.push(Mention { path: start.into_iter().chain(words).collect(), line, is_use: false });
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        in_tokens(call.tokens.clone(), &mut self.found);
    }

    /// The tokens of `derive(..)` and the like. String literals, as serde has them, may be paths.
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        self.visit_path(attribute.path());
        if let Meta::List(list) = &attribute.meta {
            in_tokens(list.tokens.clone(), &mut self.found);
            in_texts(list.tokens.clone(), &mut self.found);
        }
    }
}

/// Appends the paths in the tokens of a macro. An identifier after `.` is a method or field, after `'` a lifetime.
fn in_tokens(tokens: TokenStream, found: &mut Vec<Mention>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(colon)) if colon.as_char() == ':');
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Group(group) => in_tokens(group.stream(), found),
            TokenTree::Punct(mark) if matches!(mark.as_char(), '.' | '\'') => {
                // No field follows `..` and `..=`.
                let is_range = matches!(tokens.get(at + 1), Some(TokenTree::Punct(_)));
                at += usize::from(!is_range);
                if is_range {
                    at += 1;
                }
            }
            TokenTree::Ident(first) => {
                let line = first.span().start().line;
                let mut path = vec![text(first)];
                if at >= 2 && is_colon(at - 1) && is_colon(at - 2) {
                    path.insert(0, String::new());
                }
                while let (true, true, Some(TokenTree::Ident(next))) =
                    (is_colon(at + 1), is_colon(at + 2), tokens.get(at + 3))
                {
                    path.push(text(next));
                    at += 3;
                }
                found.push(Mention { path, line, is_use: false });
            }
            _ => {}
        }
        at += 1;
    }
}

/// Appends the string literals that are paths, as in `#[serde(with = "super::dates")]`.
fn in_texts(tokens: TokenStream, found: &mut Vec<Mention>) {
    for token in tokens {
        let TokenTree::Literal(literal) = token else { continue };
        let line = literal.span().start().line;
        let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) else { continue };
        if let Ok(path) = text.parse::<syn::Path>()
            && path.segments.len() > 1
        {
            let path = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            found.push(Mention { path, line, is_use: false });
        }
    }
}
