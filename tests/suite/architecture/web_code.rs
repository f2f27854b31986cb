//! Routes and templates, read from the literals in the code.

use std::collections::BTreeMap;

use syn::visit::Visit;
use syn::{Expr, ExprLit, ExprMethodCall, ItemConst, ItemEnum, ItemStruct, Lit};

/// Where the addresses and patterns of routes are declared.
const SITE_MAP: &str = "site_map.rs";

/// A type that renders a template.
#[derive(Debug, PartialEq, Eq)]
pub struct View {
    /// The template, by its path within `templates/`.
    pub template: String,
    /// The struct or enum.
    pub name: String,
    /// Its file, by its path within `src/`.
    pub file: String,
}

/// The first argument of each call of `.route(..)`: a literal, or a constant of `site_map`.
pub fn routes(sources: &BTreeMap<String, String>) -> Vec<String> {
    let mut finder = Finder::default();
    let (constants, routers): (Vec<_>, Vec<_>) = sources
        .iter()
        .filter(|(file, text)| *file == SITE_MAP || text.contains("route"))
        .partition(|(file, _)| *file == SITE_MAP);
    constants.into_iter().chain(routers).for_each(|(file, text)| finder.read(file, text));
    finder.routes
}

/// The types with a `#[template(path = "..")]`.
pub fn views(sources: &BTreeMap<String, String>) -> Vec<View> {
    let mut finder = Finder::default();
    sources.iter().filter(|(_, text)| text.contains("template")).for_each(|(file, text)| finder.read(file, text));
    finder.views
}

#[derive(Default)]
struct Finder {
    file: String,
    /// The text constants of `site_map`, by name.
    constants: BTreeMap<String, String>,
    routes: Vec<String>,
    views: Vec<View>,
}

impl Finder {
    fn read(&mut self, file: &str, text: &str) {
        if file.ends_with(".rs") {
            file.clone_into(&mut self.file);
            self.visit_file(&syn::parse_file(text).unwrap());
        }
    }

    fn view(&mut self, name: &syn::Ident, attributes: &[syn::Attribute]) {
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("template")) {
            // An option without a value ends the walk; askama's own errors are the compiler's business.
            let _ = attribute.parse_nested_meta(|option| {
                let value: Expr = option.value()?.parse()?;
                if option.path.is_ident("path")
                    && let Some(template) = text_of(&value)
                {
                    self.views.push(View { template, name: name.to_string(), file: self.file.clone() });
                }
                Ok(())
            });
        }
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        // First the receiver: it is the earlier call of the chain.
        syn::visit::visit_expr_method_call(self, call);
        if call.method == "route" {
            let constant = |path: &Expr| match path {
                Expr::Path(path) => self.constants.get(&path.path.segments.last()?.ident.to_string()).cloned(),
                _ => None,
            };
            let route = call.args.first().and_then(|argument| text_of(argument).or_else(|| constant(argument)));
            self.routes.extend(route);
        }
    }

    fn visit_item_const(&mut self, item: &'ast ItemConst) {
        if self.file == SITE_MAP
            && let Some(text) = text_of(&item.expr)
        {
            self.constants.insert(item.ident.to_string(), text);
        }
    }

    fn visit_item_struct(&mut self, item: &'ast ItemStruct) {
        self.view(&item.ident, &item.attrs);
    }

    fn visit_item_enum(&mut self, item: &'ast ItemEnum) {
        self.view(&item.ident, &item.attrs);
    }
}

fn text_of(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

#[test]
fn routes_and_views_are_found_however_they_are_laid_out() {
    let text = "fn f() { a().route(\n  \"/b\",\n get(b),\n).layer(c).route(site_map::D, get(d)); }\n\
                #[derive(Template)]\n#[template(escape = \"none\", path = \"e.txt\")]\npub(crate) struct E<'a>(&'a str);\n";
    let site_map = "pub const D: &str = \"/d\";";
    let sources =
        BTreeMap::from([("a.rs", text), (SITE_MAP, site_map)].map(|(file, text)| (file.to_owned(), text.to_owned())));
    assert_eq!(routes(&sources), ["/b", "/d"]);
    let view = View { template: "e.txt".to_owned(), name: "E".to_owned(), file: "a.rs".to_owned() };
    assert_eq!(views(&sources), [view]);
}
