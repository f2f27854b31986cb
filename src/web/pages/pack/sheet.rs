//! One role in a pack.

use crate::catalogue::{MoveRef, RoleRef};
use crate::interface::Interface;
use crate::web::labels::{direction_heading, source_names_once};
use crate::web::links;
use crate::web::view::item::Item;
use crate::web::view::qr::Qr;
use crate::web::view::role_facts::{FieldValue, RoleField, fact, not_known};

/// What stands beside its name, in a few words each.
const SHORT: [RoleField; 10] = [
    RoleField::Level,
    RoleField::Setting,
    RoleField::WhereYouWork,
    RoleField::Category,
    RoleField::Contact,
    RoleField::Registration,
    RoleField::Pay,
    RoleField::Hours,
    RoleField::Checks,
    RoleField::Mark,
];
/// What stands under a heading of its own.
const LONG: [RoleField; 10] = [
    RoleField::Changed,
    RoleField::WhatItIs,
    RoleField::WhatYouDo,
    RoleField::Qualities,
    RoleField::WaysIn,
    RoleField::Next,
    RoleField::OpenDoors,
    RoleField::From,
    RoleField::FindOutMore,
    RoleField::Sources,
];

/// How many letters have room in half the width of a sheet.
const HALF_A_LINE: usize = 34;

/// More ways into other roles than these are named alone.
const MOST_DOORS: usize = 1;
/// Of more next steps than these, what each asks for is left to its own page.
const MOST_STEPS: usize = 4;
/// Of more names than these in one sentence the rest are counted.
const MOST_NAMES: usize = 6;
/// The first tasks and qualities are the telling ones; a sheet has room for so many.
const MOST_SENTENCES: usize = 5;

/// One role in a pack.
pub struct Sheet<'a> {
    /// The role.
    pub role: RoleRef<'a>,
    /// Facts in a few words.
    pub short: Vec<FieldValue>,
    /// Facts under headings.
    pub long: Vec<FieldValue>,
    /// The address of its page, where others can reach it.
    pub address: Option<String>,
}

impl<'a> Sheet<'a> {
    /// The sheet of a role.
    #[must_use]
    pub fn new(role: RoleRef<'a>) -> Self {
        let facts = |kinds: &[RoleField]| -> Vec<FieldValue> {
            let facts = kinds.iter().map(|kind| fact(role, *kind));
            let shown = facts.filter(|fact| !fact.items.is_empty() || !is_left_out(fact.kind));
            shown.map(|fact| shortened(role, fact)).collect()
        };
        let site = role.entities().site();
        let address = links::is_public(site).then(|| links::absolute(site, &links::role(&role.id)));
        Self { role, short: facts(&SHORT), long: facts(&LONG), address }
    }

    /// The levels the role stands on.
    #[must_use]
    pub fn levels(&self) -> String {
        let levels = self.short.iter().filter(|fact| fact.kind == RoleField::Level).flat_map(|fact| &fact.items);
        levels.map(|item| item.text.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Whether the items of a fact take less room in two columns.
    #[must_use]
    pub fn is_brief(&self, fact: &FieldValue) -> bool {
        let lines = |item: &Item| item.text.chars().count().div_ceil(HALF_A_LINE);
        let in_columns = fact.items.iter().map(lines).sum::<usize>().div_ceil(2);
        !fact.kind.is_prose() && fact.items.iter().all(|item| item.notes.is_empty()) && in_columns < fact.items.len()
    }

    /// Whether a fact is one paragraph, which may begin on the line of its heading.
    #[must_use]
    pub fn runs_in(&self, fact: &FieldValue) -> bool {
        let is_alone = fact.items.len() < 2 && fact.items.iter().all(|item| item.notes.is_empty());
        is_alone && fact.kind != RoleField::WhatItIs || fact.kind == RoleField::FindOutMore
    }

    /// The address of its page, to be read by a telephone.
    #[must_use]
    pub fn qr(&self) -> Option<Qr> {
        self.address.as_deref().and_then(Qr::of)
    }
}

/// Whether it has no place of its own where there is none; the last sentence of the sheet names what matters of it.
fn is_left_out(kind: RoleField) -> bool {
    use RoleField::{
        Changed, Checks, Contact, FindOutMore, From, Hours, Mark, Next, OpenDoors, Pay, Qualities, Registration,
        Setting, WaysIn, WhatYouDo, WhereYouWork,
    };
    let is_named_below = matches!(
        kind,
        Checks | Contact | From | Hours | Next | Pay | Qualities | Registration | Setting | WaysIn | WhereYouWork
    );
    is_named_below || matches!(kind, Changed | FindOutMore | Mark | OpenDoors | WhatYouDo)
}

/// The same in less room: places on one line, roles that one reaches by a like move together, sentences on sources too.
/// Of many next steps, and of ways into other roles, the names remain: their own pages say what they ask for.
fn shortened(role: RoleRef<'_>, mut fact: FieldValue) -> FieldValue {
    let t = role.entities().interface();
    match fact.kind {
        RoleField::Next => {
            let says_how = role.successors().count() <= MOST_STEPS;
            fact.items = by_move(t, role.successors().map(|step| (step, step.to())), says_how);
            if !says_how {
                fact.items.push(Item::new(t.each_asks_for_more_on_its_page()));
            }
        }
        // Its page has the scale, its rules and what London adds.
        RoleField::Pay => fact.items = fact.items.into_iter().map(|item| Item::new(item.text)).collect(),
        RoleField::WhatYouDo | RoleField::Qualities => fact.items.truncate(MOST_SENTENCES),
        RoleField::From => {
            fact.items = by_move(t, role.predecessors_by_family().map(|step| (step, step.from())), false)
        }
        RoleField::OpenDoors if fact.items.len() > MOST_DOORS => {
            let mut names: Vec<&str> = fact.items.iter().map(|item| item.text.as_str()).collect();
            names.dedup();
            fact.items = vec![Item::new(t.each_asks_for_more(first_of(t, &names)))];
        }
        RoleField::WhereYouWork if !fact.items.is_empty() => fact.items = in_one(fact.items, "; "),
        RoleField::Sources => {
            // Publishers are named on the page about the data; on paper titles are enough to find them there.
            let titles = source_names_once(role.sources());
            if let Some(named) = fact.items.first_mut() {
                named.text = format!("{}.", first_of(t, &titles));
            }
            let not_known = not_known(role).map(Item::new);
            fact.items = in_one(fact.items.into_iter().chain(not_known), " ");
        }
        _ => {}
    }
    fact
}

/// The first of some names, and how many more there are.
fn first_of(t: &Interface, names: &[&str]) -> String {
    let (named, more) = names.split_at(names.len().min(MOST_NAMES));
    // A title that asks a question ends itself.
    let named = named.join("; ").replace("?; ", "? ");
    if more.is_empty() { named } else { format!("{named} {}", t.and_so_many_more(more.len())) }
}

/// Items as one, with something between them.
fn in_one(items: impl IntoIterator<Item = Item>, between: &str) -> Vec<Item> {
    let texts: Vec<String> = items.into_iter().map(|item| item.text).collect();
    vec![Item { text: texts.join(between), ..Item::default() }]
}

/// Moves that go the same way and ask for the same.
struct LikeMoves<'a> {
    heading: String,
    how: Option<&'a str>,
    titles: Vec<&'a str>,
}

/// Moves by where they go, each with the role at its other end: "Up to leadership: Nurse; Paramedic."
fn by_move<'a>(t: &Interface, moves: impl Iterator<Item = (MoveRef<'a>, RoleRef<'a>)>, says_how: bool) -> Vec<Item> {
    let mut groups: Vec<LikeMoves<'_>> = Vec::new();
    for (step, other) in moves {
        let how = step.how().filter(|_| says_how);
        let (heading, title) = (direction_heading(step), other.role().title.as_str());
        match groups.iter_mut().find(|known| known.heading == heading && known.how == how) {
            Some(known) => known.titles.push(title),
            None => groups.push(LikeMoves { heading, how, titles: vec![title] }),
        }
    }
    let together = |LikeMoves { heading, how, titles }: LikeMoves<'_>| {
        let titles = format!("{}.", first_of(t, &titles));
        Item { text: heading, href: None, notes: std::iter::once(titles).chain(how.map(str::to_owned)).collect() }
    };
    groups.into_iter().map(together).collect()
}
