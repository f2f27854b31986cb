//! Which file of a crate uses which, read from the syntax tree.
//!
//! Each path that non-test code names (in `use`, expressions, types, patterns, attributes, and the tokens of macros) is
//! resolved, as rustc would, to the file that defines what it names: through `self`, `super`, renames, globs and
//! re-exports. A `mod` line is no use of the file it declares. What needs the types of values (methods, fields) is not
//! seen: a file that calls a method of a foreign type without naming any path is not joined to it.

use std::collections::{BTreeMap, BTreeSet};

use syn::Item;

use super::module_tree::{self, Module, Use, item_attributes, only_for_tests};
use super::paths::{self, Mention};

/// The first place where one file uses another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The path as it is written there.
    pub path: String,
}

/// A struct, enum, union, trait or type alias that other modules can name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicType {
    /// Its name.
    pub name: String,
    /// The file that defines it.
    pub file: String,
}

/// The files of a crate, named by their path within `src/`, and what joins them.
#[derive(Debug, Default)]
pub struct SourceGraph {
    /// Every file that a `mod` line reaches, without those that are compiled for tests alone.
    pub files: BTreeSet<String>,
    /// From a file to a file it uses, and where it does so first.
    pub arrows: BTreeMap<(String, String), Place>,
    /// What each file names of other crates, with renames undone: `std::fs::read`.
    pub foreign: BTreeMap<String, BTreeMap<Vec<String>, usize>>,
    /// The types that other modules can name, those of tests included.
    pub types: BTreeSet<PublicType>,
    /// Files that no `mod` line reaches, and files that are no Rust.
    pub faults: Vec<String>,
}

/// What a path leads to.
#[derive(Clone, Debug)]
enum Target {
    Module(usize),
    /// Something that is defined in this file.
    Definition(String),
    Foreign(Vec<String>),
}

/// Renames and globs that follow each other; more than this is a circle.
const MOST_HOPS: usize = 32;

impl SourceGraph {
    /// Reads the files of a crate, of which `lib.rs` and `main.rs` are roots. `crate_name` is how `main.rs` names the
    /// library.
    pub fn read(sources: &BTreeMap<String, String>, crate_name: &str) -> Self {
        let tree = module_tree::read(sources);
        let mut graph = Self { faults: tree.faults, types: tree.types, ..Self::default() };
        let scope = Scope { modules: &tree.modules, crate_name };
        for (id, module) in tree.modules.iter().enumerate().filter(|(_, module)| !module.only_for_tests) {
            graph.files.insert(module.file.clone());
            let mut whole_modules = Vec::new();
            for mention in module.items.iter().flat_map(mentions) {
                match scope.resolve(id, &mention.path, 0) {
                    Some(Target::Definition(file)) => graph.arrow(&module.file, &file, &mention),
                    Some(Target::Module(used)) if mention.is_use => whole_modules.push((used, mention)),
                    Some(Target::Module(_)) | None => {}
                    Some(Target::Foreign(path)) => {
                        graph.foreign.entry(module.file.clone()).or_default().entry(path).or_insert(mention.line);
                    }
                }
            }
            // What is named through an imported module was followed to its file. A module that nothing seems to go
            // through is used where this cannot look, such as in a template.
            for (used, mention) in whole_modules {
                let within = scope.files_within(used);
                if !graph.arrows.keys().any(|(from, to)| *from == module.file && within.contains(to)) {
                    graph.arrow(&module.file, &tree.modules[used].file, &mention);
                }
            }
        }
        graph
    }

    fn arrow(&mut self, from: &str, to: &str, mention: &Mention) {
        if from != to {
            let place = Place { line: mention.line, path: mention.path.join("::") };
            self.arrows.entry((from.to_owned(), to.to_owned())).or_insert(place);
        }
    }
}

/// What an item names, unless it is compiled for tests alone. Modules within it are read on their own.
fn mentions(item: &Item) -> Vec<Mention> {
    match item {
        Item::Mod(_) => Vec::new(),
        item if only_for_tests(item_attributes(item)) => Vec::new(),
        item => paths::named_by(item),
    }
}

/// Finds what a name means in a module.
struct Scope<'a> {
    modules: &'a [Module],
    crate_name: &'a str,
}

impl Scope<'_> {
    /// What a path leads to from a module. `None` if it leads out of the crate's root.
    fn resolve(&self, from: usize, path: &[String], hops: usize) -> Option<Target> {
        let (first, rest) = path.split_first()?;
        let start = match first.as_str() {
            "Self" => return None,
            "" => return Some(Target::Foreign(rest.to_vec())),
            "crate" => Target::Module(self.root(from)),
            "self" => Target::Module(from),
            "super" => Target::Module(self.modules[from].parent?),
            name => match self.look_up(from, name, !rest.is_empty(), hops) {
                Some(target) => target,
                None if name == self.crate_name => Target::Module(0),
                None => return Some(Target::Foreign(path.to_vec())),
            },
        };
        rest.iter().enumerate().try_fold(start, |target, (at, name)| match target {
            Target::Module(module) => match name.as_str() {
                "self" => Some(Target::Module(module)),
                "super" => self.modules[module].parent.map(Target::Module),
                // A name that is not found is made by a macro of that module.
                name => Some(
                    self.look_up(module, name, at + 1 < rest.len(), hops)
                        .unwrap_or_else(|| Target::Definition(self.modules[module].file.clone())),
                ),
            },
            Target::Foreign(mut path) => {
                path.push(name.clone());
                Some(Target::Foreign(path))
            }
            definition @ Target::Definition(_) => Some(definition),
        })
    }

    /// What a name means in a module. Of a module and a function of one name, a path goes on through the module.
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
