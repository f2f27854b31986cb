//! What is recorded of a role, in words: the same facts in the same order for every role, on a screen, on paper, in Braille.

use crate::catalogue::model::role::{EntryRoute, Role};
use crate::catalogue::model::text::Inline;
use crate::catalogue::model::vocabulary::MarkKind;
use crate::catalogue::{MoveRef, RoleRef, RouteStart};
use crate::web::labels::{and_list, direction_words, source_titles};
use crate::web::links;
use crate::web::view::frame::day;

/// A kind of fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleField {
    /// The career levels it stands on.
    Level,
    /// Where it is found.
    Setting,
    /// Its families of careers.
    Category,
    /// Whether one cares for patients.
    Contact,
    /// Whom one must, or may, register with.
    Registration,
    /// What the 2025 report says of it.
    Mark,
    /// One sentence.
    Summary,
    /// What it is.
    WhatItIs,
    /// What one does.
    WhatYouDo,
    /// Places.
    WhereYouWork,
    /// What it asks of one as a person.
    Qualities,
    /// Every way in.
    WaysIn,
    /// "Progression available to".
    Next,
    /// Roles that name this one among their ways in.
    OpenDoors,
    /// "You can get here from".
    From,
    /// Organisations and addresses.
    FindOutMore,
    /// Where its facts come from, and when they were looked over.
    Sources,
}

impl RoleField {
    /// What it is called on the page.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Level => "Career level",
            Self::Setting => "Where it is found",
            Self::Category => "Family of careers",
            Self::Contact => "Contact with patients",
            Self::Registration => "Registration",
            Self::Mark => "What a 2025 report says",
            Self::Summary => "In one sentence",
            Self::WhatItIs => "What it is",
            Self::WhatYouDo => "What you do",
            Self::WhereYouWork => "Where you work",
            Self::Qualities => "What it asks of you",
            Self::WaysIn => "Ways in",
            Self::Next => "Progression available to",
            Self::OpenDoors => "Ways into other roles, open from here",
            Self::From => "You can get here from",
            Self::FindOutMore => "Find out more",
            Self::Sources => "Sources and review",
        }
    }

    /// What stands where nothing is recorded.
    #[must_use]
    pub fn absent(self) -> &'static str {
        match self {
            Self::Mark => "Not named in the report.",
            Self::WaysIn => "Not recorded: no source says what you need to begin.",
            Self::Next => "Not recorded: no source says where this role leads next.",
            Self::OpenDoors => "None recorded.",
            Self::From => "Not recorded: no source prints a move into this role.",
            _ => "Not recorded in our sources.",
        }
    }

    /// Whether its items are short enough to stand beside its name.
    #[must_use]
    pub fn is_short(self) -> bool {
        matches!(
            self,
            Self::Level
                | Self::Setting
                | Self::Category
                | Self::Contact
                | Self::Registration
                | Self::Mark
                | Self::Sources
        )
    }

    /// Whether its items are paragraphs, not the items of a list.
    #[must_use]
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Summary | Self::WhatItIs | Self::Sources)
    }
}

/// What is recorded of one kind.
#[derive(Clone, Debug)]
pub struct FieldValue {
    /// Which kind.
    pub kind: RoleField,
    /// What is recorded; nothing where no source says.
    pub items: Vec<Item>,
}

/// One thing that is recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What.
    pub text: String,
    /// Where it leads: an own path, or an address elsewhere.
    pub href: Option<String>,
    /// Sentences on it.
    pub notes: Vec<String>,
}

impl Item {
    fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    fn link(text: impl Into<String>, href: impl Into<String>, notes: Vec<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), notes }
    }

    fn role(role: &Role, notes: Vec<String>) -> Self {
        Self::link(&role.title, links::role(&role.id), notes)
    }

    /// The address, where it is not of this site.
    #[must_use]
    pub fn outside(&self) -> Option<&str> {
        self.href.as_deref().filter(|href| !href.starts_with('/'))
    }
}

/// What is recorded of a role, of one kind.
#[must_use]
pub fn fact(role: RoleRef<'_>, kind: RoleField) -> FieldValue {
    let texts = |texts: &[String]| texts.iter().map(Item::new).collect::<Vec<_>>();
    let items = match kind {
        RoleField::Level => role.levels().map(|info| Item::link(&info.title, links::level(&info.id), vec![])).collect(),
        RoleField::Setting => {
            role.settings().map(|info| Item::link(&info.title, links::setting(&info.id), vec![])).collect()
        }
        RoleField::Category => {
            role.categories().map(|info| Item::link(&info.title, links::category(&info.id), vec![])).collect()
        }
        RoleField::Contact => role.contact().map(|info| Item::new(&info.summary)).into_iter().collect(),
        RoleField::Registration => registration(role),
        RoleField::Mark => role.marks.iter().map(|mark| Item::new(mark_words(mark.kind))).collect(),
        RoleField::Summary => vec![Item::new(&role.summary)],
        RoleField::WhatItIs => what_it_is(role),
        RoleField::WhatYouDo => texts(&role.what_you_do),
        RoleField::WhereYouWork => texts(&role.where_you_work),
        RoleField::Qualities => texts(&role.qualities),
        RoleField::WaysIn => role.role().entry_routes.iter().map(|route| way_in(role, route)).collect(),
        RoleField::Next => {
            let item = |step: MoveRef<'_>| {
                let how = step.how().map(str::to_owned);
                Item::role(step.to, std::iter::once(direction_words(step)).chain(how).collect())
            };
            role.successors().map(item).collect()
        }
        RoleField::OpenDoors => {
            role.open_doors().map(|(to, route)| Item::role(&to, vec![route.summary.clone()])).collect()
        }
        RoleField::From => role.predecessors().map(|step| Item::role(step.from, vec![direction_words(step)])).collect(),
        RoleField::FindOutMore => find_out_more(role),
        RoleField::Sources => sources(role),
    };
    FieldValue { kind, items }
}

fn registration(role: RoleRef<'_>) -> Vec<Item> {
    let sentence = |needed: bool, name: &str, short: Option<&str>| {
        let begin = if needed { "You must register with the" } else { "You can apply to register with the" };
        short.map_or_else(|| format!("{begin} {name}."), |short| format!("{begin} {name} ({short})."))
    };
    role.registrations()
        .map(|(registration, with)| Item::new(sentence(registration.needed, &with.name, with.short.as_deref())))
        .collect()
}

fn what_it_is(role: RoleRef<'_>) -> Vec<Item> {
    let lines = role.what_it_is.lines().map(|line| line.iter().map(Inline::text).collect::<String>());
    let family = role.family().map(|family| format!("This is one kind of {}.", family.title));
    lines.chain(family).map(Item::new).collect()
}

/// A way in: what kind, and every fact of it in a sentence.
fn way_in<'a>(role: RoleRef<'a>, route: &'a EntryRoute) -> Item {
    let held: Vec<&str> = role.starts(route).map(RouteStart::title).collect();
    let mut notes = vec![route.summary.clone(), format!("To begin: {}.", held.join(" or "))];
    if !route.requires.is_empty() {
        notes.push(format!("You need: {}", route.requires.join(" ")));
    }
    notes.push(format!("Our sources say: {}.", route.stated.label()));
    notes.extend(route.level.map(|level| format!("Leads to: a level {level} qualification.")));
    notes.extend(takes_and_pays(route));
    let run_by: Vec<String> = role.run_by(route).map(|run_by| run_by.name.clone()).collect();
    if !run_by.is_empty() {
        notes.push(format!("Run by: {}.", and_list(&run_by)));
    }
    Item { text: route.kind.label().to_owned(), href: None, notes }
}

/// How long a way in takes and whether it is paid; in one sentence where neither is recorded, as it is of most.
fn takes_and_pays(route: &EntryRoute) -> Vec<String> {
    if route.months.is_none() && route.earn.is_none() {
        return vec!["Time and pay: not recorded.".to_owned()];
    }
    let takes = route.months.map_or("Takes: not recorded.".to_owned(), |months| format!("Takes: {}.", months.label()));
    let pays = match route.earn {
        Some(true) => "Paid: you earn while you learn.",
        Some(false) => "Paid: no.",
        None => "Paid: not recorded.",
    };
    vec![takes, pays.to_owned()]
}

fn find_out_more(role: RoleRef<'_>) -> Vec<Item> {
    let organisations =
        role.more_at().map(|item| Item { text: item.name.clone(), href: item.url.clone(), notes: vec![] });
    organisations.chain(role.links.iter().map(|link| Item::link(&link.title, &link.url, vec![]))).collect()
}

fn sources(role: RoleRef<'_>) -> Vec<Item> {
    let mut items = vec![
        format!("{}.", source_titles(role.sources())),
        format!("Reviewed {}. Next review by {}.", day(role.review.reviewed), day(role.review.review_by)),
    ];
    items.extend(judged_words(&role).map(|words| format!("Our own judgement: {words}.")));
    items.into_iter().map(Item::new).collect()
}

fn mark_words(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::LessKnown => "It names this among roles that few young people know.",
        MarkKind::InShortSupply => "It names this among roles that are hard to fill.",
    }
}

/// Which facts of a role are our judgement, in words.
#[must_use]
pub fn judged_words(role: &Role) -> Option<String> {
    let words: Vec<String> = role.judged.iter().map(|fact| fact.label().to_owned()).collect();
    (!words.is_empty()).then(|| and_list(&words))
}
