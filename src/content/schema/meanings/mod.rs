//! What each key means, in one sentence for people who write data files. The keys of a role file have theirs where they are
//! declared, in [`RoleKey`].

mod groups;

use crate::catalogue::model::role_keys::RoleKey;
use crate::content::code::Code;
use groups::IN_GROUP;

/// The meanings that hold in every group.
const EVERYWHERE: &[(&str, &str)] = &[
    ("id", "Its name in addresses and other files: small letters and digits, words joined by hyphens."),
    ("sources", "The ids of the sources that say it, in sources.yaml."),
    ("reviewed", "The day on which it was last compared with its sources."),
    ("review_by", "The day by which that is due again."),
    ("changed", "What is no longer as the sources say, with the page that says so."),
    ("more_at", "Organisations to turn to."),
    ("links", "Addresses printed in a source."),
    ("pages", "The pages on the web that its facts were read on."),
    ("short", "Its title where space is small."),
];

/// The choices of a filter.
const FACETS: &[(&str, &str)] = &[
    ("level", "Levels on which the role stands."),
    ("setting", "Settings in which it is found."),
    ("category", "Families of careers to which it belongs."),
    ("contact", "Kinds of contact with the people it is for."),
    ("start", "Qualifications, or `registered-professional`, with which one can begin."),
    ("route", "Kinds of ways in."),
    ("registration", "Whether one must register."),
    ("pay", "A band of pay.yaml, that one or a higher one, or a scheme without bands."),
    ("hours", "When one works."),
    ("checks", "What one is checked for."),
    ("mark", "What a report says of the role."),
];

/// What an answer of the matcher looks for, besides the choices of a filter.
const CRITERIA: &[(&str, &str)] = &[
    ("words", "The list of words of which the role has one."),
    ("earns", "A way in on which one earns throughout."),
    ("without_degree", "A way in that neither needs a degree nor leads to one."),
    ("points", "From -10 to 10 and not 0: 3 for what the answer is about, 2 for a good sign of it, 1 for a hint."),
];

/// The meaning of a key of the group that messages call `group`.
#[must_use]
pub fn meaning(group: &str, key: &str) -> Option<&'static str> {
    let named =
        |meanings: &[(&str, &'static str)]| meanings.iter().find(|(name, _)| *name == key).map(|(_, says)| *says);
    if group == "role" {
        return RoleKey::ALL.iter().find(|role_key| role_key.name() == key).map(|role_key| role_key.info().meaning);
    }
    let own = match group {
        "severities" => Code::from_id(key).map(Code::about),
        "filter" => named(FACETS),
        "need" | "weight" => named(CRITERIA).or_else(|| named(FACETS)),
        _ => IN_GROUP.iter().find(|(name, _)| *name == group).and_then(|(_, meanings)| named(meanings)),
    };
    own.or_else(|| named(EVERYWHERE))
}
