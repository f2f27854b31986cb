//! Roles that say the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::model::reference::slug;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::rules::context::RuleContext;
use crate::content::schema::role::RoleFile;

/// Fewer sentences than this say too little to be a copy.
const FEWEST: usize = 3;

/// No role says four fifths or more of its sentences in the words of one other role. The role's own title counts for nothing.
///
/// Each sentence is looked up once, so this takes time linear in the texts.
pub fn no_role_is_a_near_copy(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let mut first_said: BTreeMap<String, usize> = BTreeMap::new();
    let roles: Vec<&RoleFile> = data.raw.role_files().collect();
    for (index, role) in roles.iter().enumerate() {
        let sentences = sentences(role);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for sentence in &sentences {
            match first_said.get(sentence) {
                Some(other) if *other == index => {}
                Some(other) => *shared.entry(*other).or_default() += 1,
                None => {
                    first_said.insert(sentence.clone(), index);
                }
            }
        }
        let most = shared.into_iter().max_by_key(|(_, count)| *count);
        let Some((other, count)) = most.filter(|(_, count)| count * 5 >= sentences.len() * 4) else { continue };
        if sentences.len() >= FEWEST {
            let message = format!(
                "{} says what {} says, in the same words",
                quoted(role.title.as_str()),
                quoted(roles[other].title.as_str())
            );
            sink.add(
                Diagnostic::new(Code::NearCopy, role.title.span, message)
                    .label(format!("{count} of its {} sentences are the same", sentences.len()))
                    .related(roles[other].title.span, "the other role")
                    .help("say what is true of this role alone; if the two are one job, make this an `other_titles` of the other"),
            );
        }
    }
}

/// The sentences of a role's texts as they are compared, without its title.
fn sentences(role: &RoleFile) -> BTreeSet<String> {
    let title = slug(role.title.as_str());
    let prose = role.what_it_is.value.plain();
    let items = role.what_you_do.iter().chain([&role.summary]).map(|text| text.as_str());
    let texts = items.chain([prose.as_str()]);
    let sentences = texts.flat_map(|text| text.split_inclusive(['.', '!', '?', '\n']));
    let bare = sentences.map(|sentence| match title.as_str() {
        "" => slug(sentence),
        title => slug(sentence).replace(title, ""),
    });
    bare.filter(|sentence| sentence.len() > 3).collect()
}
