//! Small literal roles and graphs for the unit tests of this folder.

use jiff::civil::date;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::codes::Codes;
use crate::catalogue::model::icon::IconPath;
use crate::catalogue::model::indexes::{Contact, Level, Qualification, RoleIndex, Setting, SourceIndex};
use crate::catalogue::model::lists::{LevelLadder, Lists, QualificationLadder};
use crate::catalogue::model::reference::{
    ContactInfo, LevelInfo, QualificationInfo, Review, RoleId, SettingInfo, StudyRoute,
};
use crate::catalogue::model::role::{EntryFrom, EntryRoute, Progression, Role};
use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::{EntryKind, SettingMark, Stated};

/// A role with nothing but a title, on the entry level.
pub fn role(title: &str) -> Role {
    Role {
        index: RoleIndex::default(),
        id: RoleId(title.to_lowercase()),
        title: title.to_owned(),
        other_titles: vec![],
        summary: format!("You do the work of {title}."),
        levels: vec![ENTRY],
        settings: vec![],
        categories: vec![],
        contact: None,
        judged: vec![],
        family: None,
        what_it_is: Prose::default(),
        what_you_do: vec![],
        where_you_work: vec![],
        qualities: vec![],
        entry_routes: vec![],
        registration: vec![],
        needs_no_register: false,
        pay: vec![],
        hours: None,
        checks: vec![],
        progressions: vec![],
        grow: vec![],
        marks: vec![],
        media: vec![],
        more_at: vec![],
        links: vec![],
        codes: Codes::default(),
        look_for: vec![],
        former_ids: vec![],
        notes: vec![],
        pages: vec![],
        sources: sources(),
        changed: vec![],
        review: Review { reviewed: date(2026, 1, 1), review_by: date(2027, 1, 1) },
    }
}

/// A progression to the role with this id.
pub fn progression(to: &str) -> Progression {
    Progression { to: named(to), how: None, sources: sources() }
}

/// An entry route of this kind from a qualification.
pub fn entry(kind: EntryKind, from: Qualification) -> EntryRoute {
    EntryRoute {
        kind,
        from: vec![EntryFrom::Qualification(from)],
        stated: Stated::Available,
        summary: "A way in.".to_owned(),
        requires: vec![],
        also: vec![],
        subjects: vec![],
        level: None,
        months: None,
        experience: None,
        earn: None,
        run_by: vec![],
        inferred: false,
        sources: sources(),
    }
}

/// The closed lists of the tests, without families of careers and ways of study.
pub fn lists() -> Lists {
    Lists {
        levels: LevelLadder::new(LEVELS.into_iter().zip(0..).map(level).collect()),
        settings: SETTINGS.into_iter().zip(0..).map(setting).collect(),
        qualifications: qualifications(|_| vec![]),
        contacts: vec![contact(CLINICAL, "clinical", true), contact(NON_CLINICAL, "non-clinical", false)],
        categories: vec![],
        pay_schemes: vec![],
    }
}

/// The same with these ways of study to each qualification.
pub fn lists_with(climbs: impl Fn(Qualification) -> Vec<StudyRoute>) -> Lists {
    Lists { qualifications: qualifications(climbs), ..lists() }
}

const LEVELS: [&str; 5] = ["pre-employment", "entry", "early", "mid", "leadership"];
pub const ENTRY: Level = Level(1);
pub const EARLY: Level = Level(2);
pub const MID: Level = Level(3);
pub const LEADERSHIP: Level = Level(4);

const SETTINGS: [&str; 3] = ["primary", "secondary", "social"];
pub const PRIMARY: Setting = Setting(0);
pub const SECONDARY: Setting = Setting(1);
pub const SOCIAL: Setting = Setting(2);

const QUALIFICATIONS: [(&str, Option<u8>); 6] = [
    ("none", None),
    ("gcse", Some(2)),
    ("level-3", Some(3)),
    ("level-5", Some(5)),
    ("degree", Some(6)),
    ("masters", Some(7)),
];
pub const NONE: Qualification = Qualification(0);
pub const GCSE: Qualification = Qualification(1);
pub const LEVEL_3: Qualification = Qualification(2);
pub const LEVEL_5: Qualification = Qualification(3);
pub const DEGREE: Qualification = Qualification(4);
pub const MASTERS: Qualification = Qualification(5);

pub const CLINICAL: Contact = Contact(0);
pub const NON_CLINICAL: Contact = Contact(1);

fn level((id, number): (&str, u8)) -> LevelInfo {
    LevelInfo {
        level: Level(number),
        id: id.to_owned(),
        title: id.to_owned(),
        short: id.to_owned(),
        summary: String::new(),
        intro: Prose::default(),
        has_roles: Level(number) >= ENTRY,
        is_profession: Level(number) == MID,
        sources: sources(),
    }
}

fn setting((id, number): (&str, u8)) -> SettingInfo {
    SettingInfo {
        setting: Setting(number),
        id: id.to_owned(),
        title: id.to_owned(),
        short: id.to_owned(),
        summary: String::new(),
        intro: Prose::default(),
        mark: SettingMark::Circle,
        icon: IconPath::default(),
        sources: sources(),
    }
}

fn contact(contact: Contact, id: &str, cares: bool) -> ContactInfo {
    ContactInfo { contact, id: id.to_owned(), title: id.to_owned(), summary: String::new(), cares, sources: sources() }
}

fn qualifications(climbs: impl Fn(Qualification) -> Vec<StudyRoute>) -> QualificationLadder {
    let infos = QUALIFICATIONS.into_iter().zip(0..).map(|((id, level), number)| QualificationInfo {
        qualification: Qualification(number),
        id: id.to_owned(),
        title: id.to_owned(),
        in_words: id.to_owned(),
        short: id.to_owned(),
        meaning: String::new(),
        level,
        is_degree: id == "degree",
        climbs: climbs(Qualification(number)),
        pages: vec![],
        sources: sources(),
    });
    QualificationLadder::new(infos.collect())
}

/// A way of study from a qualification, paid or not.
pub fn climb(from: Qualification, earn: Option<bool>) -> StudyRoute {
    StudyRoute {
        from,
        title: "Study".to_owned(),
        how: "You study.".to_owned(),
        months: None,
        earn,
        beside_a_job: false,
        sources: sources(),
    }
}

/// A graph of these arrows.
pub fn graph(arrows: &[(&str, &str)]) -> RoleGraph {
    let mut titles: Vec<&str> = arrows.iter().flat_map(|(from, to)| [*from, *to]).collect();
    titles.sort_unstable();
    titles.dedup();
    graph_of(
        titles
            .into_iter()
            .map(|title| {
                let mut role = role(title);
                role.progressions =
                    arrows.iter().filter(|(from, _)| *from == title).map(|(_, to)| progression(to)).collect();
                role
            })
            .collect(),
    )
}

/// Stands for the role with this id until [`graph_of`] knows its position.
pub fn named(id: &str) -> RoleIndex {
    RoleIndex(id.bytes().fold(5381, |hash, byte| hash.wrapping_mul(33) ^ u32::from(byte)))
}

/// A graph of these roles, whose references are [`named`].
pub fn graph_of(mut roles: Vec<Role>) -> RoleGraph {
    let names: Vec<RoleIndex> = roles.iter().map(|role| named(role.id.as_str())).collect();
    let find = |name: &mut RoleIndex| {
        *name = RoleIndex::at(names.iter().position(|known| known == name).expect("every role that is named is there"));
    };
    for role in &mut roles {
        role.progressions.iter_mut().for_each(|progression| find(&mut progression.to));
        role.family.iter_mut().for_each(find);
        for from in role.entry_routes.iter_mut().flat_map(|route| &mut route.from) {
            if let EntryFrom::Role(role) = from {
                find(role);
            }
        }
    }
    RoleGraph::new(roles).expect("every role that is named is there")
}

fn sources() -> Vec<SourceIndex> {
    vec![SourceIndex::default()]
}
