//! Results whose error is text.

use syn::visit::Visit;
use syn::{GenericArgument, Item, PathArguments, PathSegment, Type, TypePath};

use super::module_tree::{item_attributes, only_for_tests};

/// The line of the first `Result<_, String>` in an item, or of one with `&str` or a tuple of either. Not in tests.
pub fn text_error(item: &Item) -> Option<usize> {
    let mut finder = Finder { line: None };
    finder.visit_item(item);
    finder.line
}

struct Finder {
    line: Option<usize>,
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item(&mut self, item: &'ast Item) {
        if !only_for_tests(item_attributes(item)) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_path_segment(&mut self, segment: &'ast PathSegment) {
        if segment.ident == "Result"
            && let PathArguments::AngleBracketed(arguments) = &segment.arguments
            && let Some(GenericArgument::Type(error)) = arguments.args.iter().nth(1)
            && is_text(error)
        {
            self.line.get_or_insert(segment.ident.span().start().line);
        }
        syn::visit::visit_path_segment(self, segment);
    }
}

fn is_text(kind: &Type) -> bool {
    match kind {
        Type::Path(TypePath { path, .. }) => path.segments.last().is_some_and(|last| last.ident == "String"),
        Type::Reference(reference) => {
            matches!(&*reference.elem, Type::Path(TypePath { path, .. }) if path.is_ident("str"))
        }
        Type::Tuple(tuple) => !tuple.elems.is_empty() && tuple.elems.iter().all(is_text),
        _ => false,
    }
}
