//! The dependency graph among the files of a crate, from their syntax trees.
//!
//! Every path in non-test code (`use` trees, expressions, types, patterns, attributes, tokens of macros) is resolved to
//! the file that defines its target, through `self`, `super`, renames, globs and re-exports. `mod x;` is no dependency.
//! Method calls and field accesses need type inference and add no edge.

use std::collections::{BTreeMap, BTreeSet};

use syn::Item;

use super::error_types::text_error;
use super::module_tree::{self, Module, Use, item_attributes, only_for_tests};
use super::paths::{self, Mention};

/// Where one file first uses another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The line, from 1.
    pub line: usize,
    /// The path as written there.
    pub path: String,
}

/// A struct, enum, union, trait or type alias that is visible outside its module.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicType {
    /// Its name.
    pub name: String,
    /// The file that defines it.
    pub file: String,
}

/// The files of a crate and their dependencies. Files are named by their path within `src/`.
#[derive(Debug, Default)]
pub struct SourceGraph {
    /// Every file that is compiled outside tests.
    pub files: BTreeSet<String>,
    /// From a file to a file it uses.
    pub edges: BTreeMap<(String, String), Location>,
    /// By file, the paths into other crates and the line of each, with renames resolved: `std::fs::read`.
    pub external: BTreeMap<String, BTreeMap<Vec<String>, usize>>,
    /// Public types, including those of test modules.
    pub types: BTreeSet<PublicType>,
    /// By file, the line of the first result whose error is text.
    pub text_errors: BTreeMap<String, usize>,
    /// Files that are in no module, missing files, and files that do not parse.
    pub errors: Vec<String>,
}

/// What a path resolves to.
#[derive(Clone, Debug)]
enum Target {
    Module(usize),
    /// An item defined in this file.
    Definition(String),
    External(Vec<String>),
}

/// Most renames and globs to follow for one name: imports may be cyclic.
const MOST_HOPS: usize = 32;

impl SourceGraph {
    /// Parses a crate with the roots `lib.rs` and `main.rs`. `crate_name` is the library's name in `main.rs`.
    pub fn read(sources: &BTreeMap<String, String>, crate_name: &str) -> Self {
        let tree = module_tree::read(sources);
        let mut graph = Self { errors: tree.errors, types: tree.types, ..Self::default() };
        let scope = Scope { modules: &tree.modules, crate_name };
        for (id, module) in tree.modules.iter().enumerate().filter(|(_, module)| !module.only_for_tests) {
            graph.files.insert(module.file.clone());
            if let Some(line) = module.items.iter().find_map(text_error) {
                graph.text_errors.entry(module.file.clone()).or_insert(line);
            }
            let mut whole_modules = Vec::new();
            for mention in module.items.iter().flat_map(mentions) {
                match scope.resolve(id, &mention.path, 0) {
                    Some(Target::Definition(file)) => graph.edge(&module.file, &file, &mention),
                    Some(Target::Module(used)) if mention.is_use => whole_modules.push((used, mention)),
                    Some(Target::Module(_)) | None => {}
                    Some(Target::External(path)) => {
                        graph.external.entry(module.file.clone()).or_default().entry(path).or_insert(mention.line);
                    }
                }
            }
            // Paths through an imported module were resolved to the file that defines their target. If there is none,
            // the module is used where no path is visible, such as in a template.
            for (used, mention) in whole_modules {
                let within = scope.files_within(used);
                if !graph.edges.keys().any(|(from, to)| *from == module.file && within.contains(to)) {
                    graph.edge(&module.file, &tree.modules[used].file, &mention);
                }
            }
        }
        graph
    }

    fn edge(&mut self, from: &str, to: &str, mention: &Mention) {
        if from != to {
            let location = Location { line: mention.line, path: mention.path.join("::") };
            self.edges.entry((from.to_owned(), to.to_owned())).or_insert(location);
        }
    }
}

/// The paths in an item, unless it is only for tests. Inline modules are modules of their own.
fn mentions(item: &Item) -> Vec<Mention> {
    match item {
        Item::Mod(_) => Vec::new(),
        item if only_for_tests(item_attributes(item)) => Vec::new(),
        item => paths::named_by(item),
    }
}

/// Resolves names.
struct Scope<'a> {
    modules: &'a [Module],
    crate_name: &'a str,
}

impl Scope<'_> {
    /// What a path in module `from` resolves to. `None` if it has too many `super` or is a `Self`.
    fn resolve(&self, from: usize, path: &[String], hops: usize) -> Option<Target> {
        let (first, rest) = path.split_first()?;
        let start = match first.as_str() {
            "Self" => return None,
            "" => return Some(Target::External(rest.to_vec())),
            "crate" => Target::Module(self.root(from)),
            "self" => Target::Module(from),
            "super" => Target::Module(self.modules[from].parent?),
            name => match self.look_up(from, name, !rest.is_empty(), hops) {
                Some(target) => target,
                None if name == self.crate_name => Target::Module(0),
                None => return Some(Target::External(path.to_vec())),
            },
        };
        rest.iter().enumerate().try_fold(start, |target, (at, name)| match target {
            Target::Module(module) => match name.as_str() {
                "self" => Some(Target::Module(module)),
                "super" => self.modules[module].parent.map(Target::Module),
                // An unknown name is defined by a macro call in that module.
                name => Some(
                    self.look_up(module, name, at + 1 < rest.len(), hops)
                        .unwrap_or_else(|| Target::Definition(self.modules[module].file.clone())),
                ),
            },
            Target::External(mut path) => {
                path.push(name.clone());
                Some(Target::External(path))
            }
            definition @ Target::Definition(_) => Some(definition),
        })
    }

    /// Resolves one name. Where a module and a function share it, a longer path goes through the module.
    fn look_up(&self, module: usize, name: &str, goes_on: bool, hops: usize) -> Option<Target> {
        let here = &self.modules[module];
        let child = || here.children.get(name).copied().filter(|child| !self.modules[*child].only_for_tests);
        let defined = || here.names.contains(name).then(|| Target::Definition(here.file.clone()));
        let imported = || here.uses.iter().find(|item| item.name.as_deref() == Some(name));
        let follow = |item: &Use| {
            if hops < MOST_HOPS { self.resolve(module, &item.path, hops + 1) } else { None }
        };
        if goes_on && let Some(child) = child() {
            return Some(Target::Module(child));
        }
        if let Some(target) = defined().or_else(|| imported().and_then(follow)) {
            return Some(target);
        }
        if let Some(child) = child() {
            return Some(Target::Module(child));
        }
        here.uses.iter().filter(|item| item.name.is_none()).find_map(|glob| match follow(glob)? {
            Target::Module(other) if other != module && hops < MOST_HOPS => {
                self.look_up(other, name, goes_on, hops + 1)
            }
            _ => None,
        })
    }

    fn root(&self, mut module: usize) -> usize {
        while let Some(parent) = self.modules[module].parent {
            module = parent;
        }
        module
    }

    fn files_within(&self, module: usize) -> BTreeSet<String> {
        let mut files = BTreeSet::from([self.modules[module].file.clone()]);
        files.extend(self.modules[module].children.values().flat_map(|child| self.files_within(*child)));
        files
    }
}
