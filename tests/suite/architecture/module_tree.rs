//! The module tree of a crate: the file, the definitions and the imports of each module.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;
use syn::{Attribute, Item, Meta, UseTree, Visibility};

use super::source_graph::PublicType;

/// A module, in its own file or inline.
pub struct Module {
    /// The file, by its path within `src/`.
    pub file: String,
    /// Index of the parent module. Roots have none.
    pub parent: Option<usize>,
    /// Indices of the child modules.
    pub children: BTreeMap<String, usize>,
    /// Whether it or a parent is `#[cfg(test)]`.
    pub only_for_tests: bool,
    /// Its items.
    pub items: Vec<Item>,
    /// The names it defines outside tests, without its modules.
    pub names: BTreeSet<String>,
    /// Its imports outside tests. Those local to a function count as the module's.
    pub uses: Vec<Use>,
}

/// One leaf of a `use` tree.
#[derive(Debug, PartialEq, Eq)]
pub struct Use {
    /// The name it binds; `None` for a glob, empty for `as _`.
    pub name: Option<String>,
    /// The whole path; the first segment is empty after a leading `::`.
    pub path: Vec<String>,
}

/// The module tree of a crate.
#[derive(Default)]
pub struct ModuleTree {
    /// All modules; the root of the library is the first.
    pub modules: Vec<Module>,
    /// Public types.
    pub types: BTreeSet<PublicType>,
    /// Files that are in no module, missing files, and files that do not parse.
    pub errors: Vec<String>,
}

/// Parses the files of a crate with the roots `lib.rs` and `main.rs`.
pub fn read(sources: &BTreeMap<String, String>) -> ModuleTree {
    let mut reader = Reader { sources, reached: BTreeSet::new(), tree: ModuleTree::default() };
    for root in ["lib.rs", "main.rs"].into_iter().filter(|root| sources.contains_key(*root)) {
        reader.file(root, None, false);
    }
    let lost = sources.keys().filter(|file| file.ends_with(".rs") && !reader.reached.contains(*file));
    reader.tree.errors.extend(lost.map(|file| format!("src/{file} is in no module")));
    reader.tree.types.extend(types_of_macros(&reader.tree.modules));
    for PublicType { name, file } in types_of_macros(&reader.tree.modules) {
        reader.tree.modules.iter_mut().filter(|module| module.file == file).for_each(|module| {
            module.names.insert(name.clone());
        });
    }
    reader.tree
}

struct Reader<'a> {
    sources: &'a BTreeMap<String, String>,
    reached: BTreeSet<String>,
    tree: ModuleTree,
}

impl Reader<'_> {
    fn file(&mut self, file: &str, parent: Option<usize>, only_for_tests_above: bool) -> Option<usize> {
        self.reached.insert(file.to_owned());
        match syn::parse_file(&self.sources[file]) {
            Ok(parsed) => {
                let only_for_tests = only_for_tests_above || only_for_tests(&parsed.attrs);
                Some(self.module(file, folder_of_modules(file), parent, only_for_tests, parsed.items))
            }
            Err(error) => {
                self.tree.errors.push(format!("src/{file}:{}: {error}", error.span().start().line));
                None
            }
        }
    }

    /// Adds a module whose child modules are in `folder`.
    fn module(
        &mut self,
        file: &str,
        folder: String,
        parent: Option<usize>,
        for_tests: bool,
        items: Vec<Item>,
    ) -> usize {
        let id = self.tree.modules.len();
        let mut names = Names::default();
        for item in &items {
            names.visit_item(item);
            self.tree.types.extend(public_type(item).map(|name| PublicType { name, file: file.to_owned() }));
        }
        let Names { names, uses } = names;
        let (file, children) = (file.to_owned(), BTreeMap::new());
        self.tree.modules.push(Module { file, parent, children, only_for_tests: for_tests, items, names, uses });
        for at in 0..self.tree.modules[id].items.len() {
            let Item::Mod(module) = &mut self.tree.modules[id].items[at] else { continue };
            let name = text(&module.ident);
            let child_for_tests = for_tests || only_for_tests(&module.attrs);
            let other_path = path_attribute(&module.attrs);
            let within = module.content.as_mut().map(|(_, items)| std::mem::take(items));
            let file = self.tree.modules[id].file.clone();
            let child = match within {
                Some(items) => Some(self.module(&file, format!("{folder}{name}/"), Some(id), child_for_tests, items)),
                None => match self.file_of_module(&file, &folder, &name, other_path) {
                    Some(found) => self.file(&found, Some(id), child_for_tests),
                    None => {
                        self.tree.errors.push(format!("src/{file}: no file for `mod {name}`"));
                        None
                    }
                },
            };
            if let Some(child) = child {
                self.tree.modules[id].children.insert(name, child);
            }
        }
        id
    }

    fn file_of_module(&self, file: &str, folder: &str, name: &str, other_path: Option<String>) -> Option<String> {
        let beside = file.rfind('/').map_or("", |end| &file[..=end]);
        let candidates = match other_path {
            Some(path) => vec![format!("{beside}{path}")],
            None => vec![format!("{folder}{name}.rs"), format!("{folder}{name}/mod.rs")],
        };
        candidates.into_iter().find(|candidate| self.sources.contains_key(candidate))
    }
}

/// The folder of the child modules of a file, with a trailing slash.
fn folder_of_modules(file: &str) -> String {
    let (folder, name) = file.rsplit_once('/').map_or(("", file), |(folder, name)| (folder, name));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    match name {
        "mod.rs" | "lib.rs" | "main.rs" => folder,
        name => format!("{folder}{}/", name.trim_end_matches(".rs")),
    }
}

fn path_attribute(attributes: &[Attribute]) -> Option<String> {
    attributes.iter().find_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(path), .. }) => Some(path.value()),
            _ => None,
        },
        _ => None,
    })
}

/// An identifier without `r#`.
pub fn text(ident: &proc_macro2::Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}

/// Whether something with these attributes is compiled only for tests.
pub fn only_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::Path(path) => path.is_ident("test"),
        Meta::List(list) if list.path.is_ident("cfg") => demands_test(list.tokens.clone()),
        _ => false,
    })
}

/// Whether a `cfg` predicate is `test`, or an `all(..)` that includes it.
fn demands_test(condition: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = condition.into_iter().collect();
    match &tokens[..] {
        [TokenTree::Ident(word)] => word == "test",
        [TokenTree::Ident(word), TokenTree::Group(all)] if word == "all" => {
            let parts: Vec<TokenTree> = all.stream().into_iter().collect();
            parts
                .split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','))
                .any(|part| demands_test(part.iter().cloned().collect()))
        }
        _ => false,
    }
}

/// The attributes of an item.
pub fn item_attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::ForeignMod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::TraitAlias(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The name of the public type that an item defines.
fn public_type(item: &Item) -> Option<String> {
    let (visibility, name) = match item {
        Item::Enum(item) => (&item.vis, &item.ident),
        Item::Struct(item) => (&item.vis, &item.ident),
        Item::Trait(item) => (&item.vis, &item.ident),
        Item::TraitAlias(item) => (&item.vis, &item.ident),
        Item::Type(item) => (&item.vis, &item.ident),
        Item::Union(item) => (&item.vis, &item.ident),
        _ => return None,
    };
    (!matches!(visibility, Visibility::Inherited)).then(|| text(name))
}

/// Collects the names that a module defines and imports.
#[derive(Default)]
struct Names {
    names: BTreeSet<String>,
    uses: Vec<Use>,
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item(&mut self, item: &'ast Item) {
        if only_for_tests(item_attributes(item)) {
            return;
        }
        let name = match item {
            Item::Const(item) => Some(&item.ident),
            Item::Enum(item) => Some(&item.ident),
            Item::Fn(item) => Some(&item.sig.ident),
            Item::Macro(item) => item.ident.as_ref(),
            Item::Static(item) => Some(&item.ident),
            Item::Struct(item) => Some(&item.ident),
            Item::Trait(item) => Some(&item.ident),
            Item::TraitAlias(item) => Some(&item.ident),
            Item::Type(item) => Some(&item.ident),
            Item::Union(item) => Some(&item.ident),
            Item::Mod(_) => return,
            _ => None,
        };
        self.names.extend(name.map(text));
        syn::visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let mut path = if item.leading_colon.is_some() { vec![String::new()] } else { Vec::new() };
        imports(&item.tree, &mut path, &mut self.uses);
    }
}

/// Appends the leaves of a `use` tree.
pub fn imports(tree: &UseTree, path: &mut Vec<String>, found: &mut Vec<Use>) {
    match tree {
        UseTree::Path(step) => {
            path.push(text(&step.ident));
            imports(&step.tree, path, found);
            path.pop();
        }
        UseTree::Name(last) => {
            let last = text(&last.ident);
            let whole = if last == "self" { path.clone() } else { [&path[..], &[last]].concat() };
            found.push(Use { name: whole.last().cloned(), path: whole });
        }
        UseTree::Rename(last) => {
            let (original, name) = (text(&last.ident), text(&last.rename));
            let whole = if original == "self" { path.clone() } else { [&path[..], &[original]].concat() };
            found.push(Use { name: Some(if name == "_" { String::new() } else { name }), path: whole });
        }
        UseTree::Glob(_) => found.push(Use { name: None, path: path.clone() }),
        UseTree::Group(group) => group.items.iter().for_each(|item| imports(item, path, found)),
    }
}

/// The public types that calls of this crate's macros define: those named by the macro, and where it has
/// `pub struct $name`, the capitalized words of the call outside delimiters.
fn types_of_macros(modules: &[Module]) -> BTreeSet<PublicType> {
    let macros: BTreeMap<String, Vec<Option<String>>> = modules
        .iter()
        .flat_map(|module| &module.items)
        .filter_map(|item| match item {
            Item::Macro(item) => Some((text(item.ident.as_ref()?), types_of_macro(item.mac.tokens.clone()))),
            _ => None,
        })
        .collect();
    let mut found = BTreeSet::new();
    for module in modules {
        for item in &module.items {
            let Item::Macro(call) = item else { continue };
            let Some(name) = call.mac.path.segments.last() else { continue };
            for defined in macros.get(&text(&name.ident)).into_iter().flatten() {
                let names = match defined {
                    Some(name) => vec![name.clone()],
                    None => capitalized(call.mac.tokens.clone()),
                };
                found.extend(names.into_iter().map(|name| PublicType { name, file: module.file.clone() }));
            }
        }
    }
    found
}

/// The public types in the body of a `macro_rules!`; `None` for a `$name`.
fn types_of_macro(tokens: TokenStream) -> Vec<Option<String>> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => found.extend(types_of_macro(group.stream())),
            TokenTree::Ident(word) if word == "struct" || word == "enum" || word == "trait" => {
                let is_public = tokens[at.saturating_sub(2)..at]
                    .iter()
                    .any(|token| matches!(token, TokenTree::Ident(word) if word == "pub"));
                match tokens.get(at + 1) {
                    Some(TokenTree::Ident(name)) if is_public => found.push(Some(text(name))),
                    Some(TokenTree::Punct(dollar)) if is_public && dollar.as_char() == '$' => found.push(None),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    found
}

fn capitalized(tokens: TokenStream) -> Vec<String> {
    let words = tokens.into_iter().filter_map(|token| match token {
        TokenTree::Ident(word) => Some(text(&word)),
        _ => None,
    });
    words.filter(|word| word.starts_with(char::is_uppercase)).collect()
}
