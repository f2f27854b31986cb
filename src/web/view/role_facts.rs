//! What is recorded of a role, in words: the same facts in the same order for every role, on a screen, on paper, in Braille.

use std::collections::BTreeSet;

use crate::catalogue::Entities;
use crate::catalogue::model::reference::{Change, Organisation};
use crate::catalogue::model::role::{Mark, Registration};
use crate::catalogue::model::text::Inline;
use crate::catalogue::model::vocabulary::{MarkKind, RegistrationNeed};
use crate::catalogue::{MoveRef, RoleRef};
use crate::interface::{Interface, Markup};
use crate::web::labels::{direction_words, partial_date, source_titles};
use crate::web::links;
use crate::web::view::item::Item;
use crate::web::view::job_facts;
use crate::web::view::way_in::{WayIn, ways_in};

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
    /// What sets its pay, and the sums.
    Pay,
    /// How long and when one works.
    Hours,
    /// What one is checked for.
    Checks,
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
    /// What has changed since the sources.
    Changed,
    /// Where its facts come from, and when they were looked over.
    Sources,
}

impl RoleField {
    /// What it is called on the page.
    #[must_use]
    pub fn label(self, t: &Interface) -> &str {
        match self {
            Self::Level => t.career_level(),
            Self::Setting => t.where_it_is_found(),
            Self::Category => t.family_of_careers(),
            Self::Contact => t.contact_with_patients(),
            Self::Registration => t.registration(),
            Self::Pay => t.pay(),
            Self::Hours => t.hours(),
            Self::Checks => t.checks(),
            Self::Mark => t.what_the_report_says(),
            Self::Summary => t.in_one_sentence(),
            Self::WhatItIs => t.what_it_is(),
            Self::WhatYouDo => t.what_you_do(),
            Self::WhereYouWork => t.where_you_work(),
            Self::Qualities => t.what_it_asks_of_you(),
            Self::WaysIn => t.ways_in(),
            Self::Next => t.progression_available_to(),
            Self::OpenDoors => t.jobs_that_accept_people_from_this_role(),
            Self::From => t.you_can_get_here_from(),
            Self::FindOutMore => t.find_out_more(),
            Self::Changed => t.changed_since_our_source(),
            Self::Sources => t.sources_and_review(),
        }
    }

    /// What is said where nothing is recorded.
    #[must_use]
    pub fn absent(self, t: &Interface) -> &str {
        match self {
            Self::Mark => t.not_named_in_the_report(),
            Self::WaysIn => t.no_source_says_what_you_need(),
            Self::Next => t.no_source_says_where_it_leads(),
            Self::OpenDoors => t.none_recorded(),
            Self::From => t.no_source_prints_a_move_here(),
            Self::Changed => t.no_change_recorded(),
            _ => t.not_recorded_in_our_sources(),
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
                | Self::Pay
                | Self::Hours
                | Self::Checks
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

/// What is recorded of a role, of one kind.
#[must_use]
pub fn fact(role: RoleRef<'_>, kind: RoleField) -> FieldValue {
    let t = role.entities().interface();
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
        RoleField::Registration => registrations(role).iter().map(|sentence| Item::new(sentence.text())).collect(),
        RoleField::Pay => job_facts::pay(role),
        RoleField::Hours => job_facts::hours(role).map(Item::new).into_iter().collect(),
        RoleField::Checks => job_facts::checks(role).into_iter().map(Item::new).collect(),
        RoleField::Mark => role.marks.iter().map(|mark| Item::new(mark_words(t, mark))).collect(),
        RoleField::Summary => vec![Item::new(&role.summary)],
        RoleField::WhatItIs => what_it_is(role),
        RoleField::WhatYouDo => texts(&role.what_you_do),
        RoleField::WhereYouWork => texts(&role.where_you_work),
        RoleField::Qualities => texts(&role.qualities),
        RoleField::WaysIn => ways_in(role).iter().map(way_in).collect(),
        RoleField::Next => {
            let item = |step: MoveRef<'_>| {
                let how = step.how().map(str::to_owned);
                Item::role(step.to, std::iter::once(direction_words(step)).chain(how).collect())
            };
            role.successors().map(item).collect()
        }
        RoleField::OpenDoors => {
            let mut named = BTreeSet::new();
            let ways = role.entry_only_successors().filter(|(to, _)| named.insert(to.role().index));
            ways.map(|(to, route)| Item::role(&to, vec![route.summary.clone()])).collect()
        }
        RoleField::From => {
            role.predecessors_by_family().map(|step| Item::role(step.from, vec![direction_words(step)])).collect()
        }
        RoleField::FindOutMore => find_out_more(role),
        RoleField::Changed => changes(role).iter().map(|change| Item::new(change.text())).collect(),
        RoleField::Sources => sources(role),
    };
    FieldValue { kind, items }
}

/// The registers that one must, or may, join, in a sentence each that leads to the register.
#[must_use]
pub fn registrations(role: RoleRef<'_>) -> Vec<Markup> {
    let t = role.entities().interface();
    let (own, others): (Vec<_>, Vec<_>) =
        role.registrations().partition(|(registration, _)| registration.own_profession);
    let sentence = |(registration, with): (&Registration, &Organisation)| {
        let (name, address) = (with.name_and_short(), with.url.as_deref().unwrap_or_default());
        match (registration.needed, registration.by_law) {
            (true, true) => t.by_law_you_must_register_with(name, address),
            (true, false) => t.you_must_register_with(name, address),
            (false, _) => t.you_can_choose_to_register_with(name, address),
        }
    };
    let mut sentences: Vec<Markup> = others.into_iter().map(sentence).collect();
    if !own.is_empty() {
        let registers = t.or_list(&own.iter().map(|(_, with)| with.name_and_short()).collect::<Vec<_>>());
        let is_needed = own.iter().all(|(registration, _)| registration.needed);
        sentences.push(match is_needed {
            true => t.you_stay_on_your_own_register(registers),
            false => t.you_may_need_your_own_register(registers),
        });
    }
    if role.registration_need() == RegistrationNeed::NotNeeded {
        sentences.push(t.no_register_is_needed_by_law());
    }
    sentences
}

/// What has changed since the sources, each in sentences that lead to its page.
#[must_use]
pub fn changes(role: RoleRef<'_>) -> Vec<Markup> {
    role.changed.iter().map(|change| changed(role.entities(), change)).collect()
}

/// What has changed, who says so, from when the page is and when it was read.
#[must_use]
pub fn changed(entities: &Entities, change: &Change) -> Markup {
    let t = entities.interface();
    let publishers: Vec<&str> = entities.sources_at(&change.sources).map(|source| source.publisher.as_str()).collect();
    let published = change.published.map_or_else(|| t.undated().to_owned(), |date| partial_date(t, date));
    t.changed_says(&change.text, t.and_list(&publishers), published, t.day(change.read), &change.url)
}

/// Of what wider role it is one kind, in a sentence that leads there.
#[must_use]
pub fn one_kind_of(role: RoleRef<'_>) -> Option<Markup> {
    let t = role.entities().interface();
    role.family().map(|family| t.one_kind_of(&family.title, links::role(&family.id)))
}

/// What our sources do not say of it, in one sentence; nothing where they say it all.
#[must_use]
pub fn not_known(role: RoleRef<'_>) -> Option<String> {
    let t = role.entities().interface();
    let ways = ways_in(role);
    let lacks = |kind: RoleField| fact(role, kind).items.is_empty();
    let names = [
        (ways.is_empty() && lacks(RoleField::From), t.what_you_need()),
        gap(&ways, |way| !way.route.starts_unsaid(), t.what_every_way_asks_for(), t.what_some_ways_ask_for()),
        gap(&ways, |way| way.takes().is_some(), t.how_long_each_way_takes(), t.how_long_some_ways_take()),
        gap(&ways, |way| way.paid().is_some(), t.whether_each_way_is_paid(), t.whether_some_ways_are_paid()),
        (lacks(RoleField::Next), t.where_it_leads()),
        (lacks(RoleField::From), t.a_move_into_this_role()),
        (lacks(RoleField::Contact), t.the_contact_with_patients()),
        (lacks(RoleField::Registration), t.the_registration()),
        (lacks(RoleField::WhereYouWork) && lacks(RoleField::Setting), t.the_places_where_you_work()),
        (lacks(RoleField::Qualities), t.the_qualities()),
        (lacks(RoleField::Pay), t.the_pay()),
        (lacks(RoleField::Hours), t.the_hours()),
        (lacks(RoleField::Checks), t.the_checks()),
    ];
    let names: Vec<&str> = names.into_iter().filter(|(is_unknown, _)| *is_unknown).map(|(_, name)| name).collect();
    (!names.is_empty()).then(|| t.sources_do_not_say(t.and_list(&names)))
}

/// Whether something is not known of each of these ways, and what to call it: there are names for a gap in all and in some.
fn gap<'t>(ways: &[WayIn<'_>], is_known: fn(&WayIn<'_>) -> bool, in_all: &'t str, in_some: &'t str) -> (bool, &'t str) {
    let known = ways.iter().filter(|way| is_known(way)).count();
    (known < ways.len(), if known == 0 { in_all } else { in_some })
}

/// When its facts were looked over, and when that is due again.
#[must_use]
pub fn reviewed(role: RoleRef<'_>) -> String {
    let t = role.entities().interface();
    t.reviewed_on(t.day(role.review.reviewed), t.day(role.review.review_by))
}

fn what_it_is(role: RoleRef<'_>) -> Vec<Item> {
    let lines = role.what_it_is.lines().map(|line| line.iter().map(Inline::text).collect::<String>());
    lines.chain(one_kind_of(role).map(|sentence| sentence.text())).map(Item::new).collect()
}

/// A way in: what kind, how strongly a source says so, and every other fact of it in a sentence.
fn way_in(way: &WayIn<'_>) -> Item {
    Item { text: way.as_stated(), href: None, notes: way.in_sentences() }
}

fn find_out_more(role: RoleRef<'_>) -> Vec<Item> {
    let organisations =
        role.more_at().map(|item| Item { text: item.name.clone(), href: item.url.clone(), notes: vec![] });
    organisations.chain(role.links.iter().map(|link| Item::link(&link.title, &link.url, vec![]))).collect()
}

fn sources(role: RoleRef<'_>) -> Vec<Item> {
    let t = role.entities().interface();
    let mut items = vec![format!("{}.", source_titles(role.sources())), reviewed(role)];
    items.extend(judged_words(role).map(|words| t.our_own_judgement(words)));
    items.into_iter().map(Item::new).collect()
}

fn mark_words(t: &Interface, mark: &Mark) -> String {
    match mark.kind {
        MarkKind::LessKnown => t.it_is_less_known(mark.as_of.to_string()),
        MarkKind::InShortSupply => t.it_is_hard_to_fill(mark.as_of.to_string()),
    }
}

/// Which facts of a role are our judgement, in words.
#[must_use]
pub fn judged_words(role: RoleRef<'_>) -> Option<String> {
    let t = role.entities().interface();
    let words: Vec<&str> = role.judged.iter().map(|fact| fact.label(t)).collect();
    (!words.is_empty()).then(|| t.and_list(&words))
}
