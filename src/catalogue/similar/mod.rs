//! Jobs like a job, worked out by this site: no source prints them. Two roles are alike in what they share: family of careers,
//! words of their tasks, what they ask of a person, ways in, settings, level and contact with patients. Each aspect counts
//! between 0 and 1, times a weight of ours; the sum orders the roles.

mod vectors;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};
use std::sync::OnceLock;

use crate::catalogue::model::indexes::{CategoryIndex, Contact, Level, Qualification, RoleIndex, Setting};
use crate::catalogue::model::lists::LevelLadder;
use crate::catalogue::model::role::{EntryRoute, Role};
use crate::catalogue::model::vocabulary::EntryKind;
use vectors::TextVectors;

/// The most roles that are given for one.
const MAX_SIMILAR: usize = 5;

/// The most aspects by which a likeness is explained.
const MAX_REASONS: usize = 3;

/// The fewest and the most words that one aspect names: one word that both texts have may be chance.
const MIN_WORDS: usize = 2;
const MAX_WORDS: usize = 3;

// Texts are seldom alike by more than a third: their weights are higher than those of what is either shared or not.
const TASKS_WEIGHT: f32 = 8.0;
const QUALITIES_WEIGHT: f32 = 2.0;
const CATEGORY_WEIGHT: f32 = 2.0;
const LEVEL_WEIGHT: f32 = 1.5;
const WAYS_IN_WEIGHT: f32 = 1.0;
const SETTINGS_WEIGHT: f32 = 1.0;
const CONTACT_WEIGHT: f32 = 1.0;

/// A role that is like another, and in what.
#[derive(Clone, Debug, PartialEq)]
pub struct SimilarRole {
    /// The role.
    pub role: RoleIndex,
    /// How alike the two are; 0 is not at all.
    pub score: f32,
    /// What they share: words first, then what counts most; at most three.
    pub shared: Vec<SharedAspect>,
}

/// Something that two roles share.
#[derive(Clone, Debug, PartialEq)]
pub enum SharedAspect {
    /// The most telling words of what one does.
    Tasks(Vec<String>),
    /// The most telling words of what they ask of a person.
    Qualities(Vec<String>),
    /// A family of careers.
    Category(CategoryIndex),
    /// A way in of one kind, from the same qualification where both name one.
    WayIn(EntryKind, Option<Qualification>),
    /// Places where one works.
    Settings(Vec<Setting>),
    /// A level.
    Level(Level),
    /// The contact with the people they are for.
    Contact(Contact),
}

/// More than the sums of a score in two orders differ by.
const ROUNDING: f32 = 0.001;

/// The texts of all roles, weighted for comparison.
#[derive(Debug)]
pub struct SimilarityIndex {
    tasks: TextVectors,
    qualities: TextVectors,
    /// The first role of each kind that is not words: roles of one kind are alike to every other in all but words.
    kinds: Vec<RoleIndex>,
    /// For each role, the position of its kind.
    kind_of: Vec<usize>,
    /// What has been found for each role: its page, its answer in the API and the lists that name it ask for the same.
    found: Vec<OnceLock<Vec<SimilarRole>>>,
}

impl SimilarityIndex {
    /// Weighs the words of all roles, in O(words).
    #[must_use]
    pub fn new(roles: &[Role]) -> Self {
        let tasks = roles.iter().map(|role| {
            let sentences = [&role.title, &role.summary].into_iter().chain(&role.what_you_do);
            sentences.map(String::as_str).collect::<Vec<_>>().join("\n")
        });
        let mut kinds = Vec::new();
        let mut known = BTreeMap::new();
        let mut kind_of = Vec::with_capacity(roles.len());
        for role in roles {
            let kind = known.entry(KindOfRole::of(role)).or_insert_with(|| {
                kinds.push(role.index);
                kinds.len() - 1
            });
            kind_of.push(*kind);
        }
        Self {
            tasks: TextVectors::new(tasks),
            qualities: TextVectors::new(roles.iter().map(|role| role.qualities.join("\n"))),
            kinds,
            kind_of,
            found: roles.iter().map(|_| OnceLock::new()).collect(),
        }
    }

    /// The roles most like one, the most alike first; equally alike ones by title. The wider role that it is a kind of, and its
    /// own kinds, are left out. O(roles + words shared) at the first call for a role.
    #[must_use]
    pub fn similar(&self, roles: &[Role], levels: &LevelLadder, role: &Role) -> &[SimilarRole] {
        let found = self.found.get(role.index.position());
        found.map_or(&[], |found| found.get_or_init(|| self.nearest(roles, levels, role)))
    }

    /// Explains the likeness of the most alike only: the scores of all others are enough to know that they are less alike.
    fn nearest(&self, roles: &[Role], levels: &LevelLadder, role: &Role) -> Vec<SimilarRole> {
        let is_self_or_family = |other: &Role| {
            other.index == role.index || other.family == Some(role.index) || role.family == Some(other.index)
        };
        let mut candidates = self.candidates(roles, levels, role);
        let mut nearest: Vec<SimilarRole> = Vec::new();
        while let Some(Candidate { score, position }) = candidates.pop() {
            if nearest.len() == MAX_SIMILAR && nearest.last().is_some_and(|last| score + ROUNDING < last.score) {
                break;
            }
            let Some(other) = roles.get(position).filter(|other| !is_self_or_family(other)) else { continue };
            let found = self.compare(levels, role, other);
            if !found.shared.is_empty() {
                let is_before = |known: &SimilarRole| {
                    known.score > found.score || known.score == found.score && known.role < found.role
                };
                nearest.insert(nearest.partition_point(is_before), found);
                nearest.truncate(MAX_SIMILAR);
            }
        }
        nearest
    }

    /// All roles by their score, but for rounding.
    fn candidates(&self, roles: &[Role], levels: &LevelLadder, role: &Role) -> BinaryHeap<Candidate> {
        let kinds = self.kinds.iter().map(|first| roles.get(first.position()));
        let not_words: Vec<f32> =
            kinds.map(|first| first.map_or(0.0, |first| NotWords::of(levels, role, first).score())).collect();
        let place = role.index.position();
        let words = self.tasks.cosines(place).into_iter().zip(self.qualities.cosines(place));
        let candidate = |(position, (kind, (tasks, qualities))): (usize, (&usize, (f32, f32)))| {
            let score = TASKS_WEIGHT * tasks + QUALITIES_WEIGHT * qualities + not_words[*kind];
            Candidate { score, position }
        };
        self.kind_of.iter().zip(words).enumerate().map(candidate).collect()
    }

    fn compare(&self, levels: &LevelLadder, role: &Role, other: &Role) -> SimilarRole {
        let (one, two) = (role.index.position(), other.index.position());
        let words = |words: &[&str]| words.iter().take(MAX_WORDS).map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let (tasks, task_words) = self.tasks.alike(one, two);
        let (qualities, mut quality_words) = self.qualities.alike(one, two);
        quality_words.retain(|word| !task_words.contains(word));
        let mut aspects = vec![
            (TASKS_WEIGHT * tasks, (task_words.len() >= MIN_WORDS).then(|| SharedAspect::Tasks(words(&task_words)))),
            (
                QUALITIES_WEIGHT * qualities,
                (quality_words.len() >= MIN_WORDS).then(|| SharedAspect::Qualities(words(&quality_words))),
            ),
        ];
        aspects.extend(NotWords::of(levels, role, other).0);
        let score = aspects.iter().map(|(weight, _)| weight).sum();
        let mut shared: Vec<(f32, SharedAspect)> = aspects
            .into_iter()
            .filter_map(|(weight, aspect)| Some((weight, aspect.filter(|_| weight > 0.0)?)))
            .collect();
        let is_in_words = |aspect: &SharedAspect| matches!(aspect, SharedAspect::Tasks(_) | SharedAspect::Qualities(_));
        shared.sort_by(|(a, one), (b, other)| is_in_words(other).cmp(&is_in_words(one)).then_with(|| b.total_cmp(a)));
        let shared = shared.into_iter().take(MAX_REASONS).map(|(_, aspect)| aspect).collect();
        SimilarRole { role: other.index, score, shared }
    }
}

/// All of a role that is compared, but for its words.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct KindOfRole<'a> {
    level: Level,
    line: Option<CategoryIndex>,
    categories: &'a [CategoryIndex],
    settings: &'a [Setting],
    contact: Option<Contact>,
    ways_in: Vec<(EntryKind, Option<Qualification>)>,
}

impl<'a> KindOfRole<'a> {
    fn of(role: &'a Role) -> Self {
        let ways_in = role.entry_routes.iter().map(|route| (route.kind, route.qualification_asked()));
        Self {
            level: role.level(),
            line: role.line(),
            categories: &role.categories,
            settings: &role.settings,
            contact: role.contact,
            ways_in: ways_in.collect(),
        }
    }
}

/// A role and how alike it is, but for rounding. The most alike is the greatest.
struct Candidate {
    score: f32,
    position: usize,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score.total_cmp(&other.score).then_with(|| other.position.cmp(&self.position))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Candidate {}

/// What each aspect adds that is not words, with the aspect where both share it.
struct NotWords([(f32, Option<SharedAspect>); 5]);

impl NotWords {
    fn of(levels: &LevelLadder, role: &Role, other: &Role) -> Self {
        let settings: Vec<Setting> =
            role.settings.iter().copied().filter(|setting| other.settings.contains(setting)).collect();
        let all_settings = role.settings.len() + other.settings.len() - settings.len();
        let apart = levels.rank(role.level()).abs_diff(levels.rank(other.level()));
        let way_in = shared_way_in(role, other);
        let contact = role.contact.filter(|contact| other.contact == Some(*contact));
        let (category_weight, category) = shared_category(role, other);
        Self([
            (CATEGORY_WEIGHT * category_weight, category),
            (WAYS_IN_WEIGHT * part(usize::from(way_in.is_some()), 1), way_in),
            (SETTINGS_WEIGHT * part(settings.len(), all_settings), Some(SharedAspect::Settings(settings))),
            (LEVEL_WEIGHT / (1.0 + part(apart, 1)), (apart == 0).then(|| SharedAspect::Level(role.level()))),
            (CONTACT_WEIGHT * part(usize::from(contact.is_some()), 1), contact.map(SharedAspect::Contact)),
        ])
    }

    fn score(&self) -> f32 {
        self.0.iter().map(|(weight, _)| weight).sum()
    }
}

/// 1 where the families that give both roles their line are the same, less where they share another.
fn shared_category(role: &Role, other: &Role) -> (f32, Option<SharedAspect>) {
    let shared = role.categories.iter().find(|category| other.categories.contains(category));
    let weight = if role.line().is_some() && role.line() == other.line() { 1.0 } else { 0.6 };
    shared.map_or((0.0, None), |category| (weight, Some(SharedAspect::Category(*category))))
}

/// A way in of the same kind, best one that begins with the same qualification.
fn shared_way_in(role: &Role, other: &Role) -> Option<SharedAspect> {
    let pairs = role.entry_routes.iter().flat_map(|one| other.entry_routes.iter().map(move |two| (one, two)));
    let same = |(one, two): (&EntryRoute, &EntryRoute)| {
        let asked = one.qualification_asked().filter(|asked| two.qualification_asked() == Some(*asked));
        let is_telling = one.kind == two.kind && !matches!(one.kind, EntryKind::Varies | EntryKind::Experience);
        is_telling.then_some((asked.is_none(), one.kind, asked))
    };
    pairs.filter_map(same).min().map(|(_, kind, asked)| SharedAspect::WayIn(kind, asked))
}

/// A part of a whole; 0 of nothing.
fn part(some: usize, all: usize) -> f32 {
    let count = |number: usize| u16::try_from(number).map_or(f32::from(u16::MAX), f32::from);
    if all == 0 { 0.0 } else { count(some) / count(all) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MAX_REASONS, MAX_SIMILAR, SharedAspect, SimilarRole, SimilarityIndex};
    use crate::catalogue::model::indexes::Level;
    use crate::catalogue::model::role::Role;
    use crate::catalogue::model::vocabulary::EntryKind;
    use crate::catalogue::sample::{
        CLINICAL, ENTRY, MID, NON_CLINICAL, NONE, SECONDARY, SOCIAL, entry, graph_of, lists, named, role,
    };

    fn told(title: &str, tasks: &[&str], qualities: &[&str]) -> Role {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Role { what_you_do: texts(tasks), qualities: texts(qualities), ..role(title) }
    }

    fn some_roles() -> Vec<Role> {
        let mut laundry = told("Laundry", &["Wash the linen.", "Iron sheets."], &["You are tidy and strong."]);
        let mut cleaner =
            told("Cleaner", &["Wash floors.", "Change the linen and sheets."], &["You are tidy and strong."]);
        let mut doctor = told("Doctor", &["Find out what is wrong.", "Prescribe medicines."], &["You like science."]);
        for role in [&mut laundry, &mut cleaner] {
            role.entry_routes = vec![entry(EntryKind::OnTheJob, NONE)];
            role.settings = vec![SECONDARY];
            role.contact = Some(NON_CLINICAL);
        }
        doctor.levels = vec![MID];
        doctor.contact = Some(CLINICAL);
        doctor.settings = vec![SOCIAL];
        let others = ["A", "B", "C", "D", "E"].map(|title| told(title, &[], &[]));
        [laundry, cleaner, doctor].into_iter().chain(others).collect()
    }

    fn similar(roles: Vec<Role>, title: &str) -> Vec<(String, SimilarRole)> {
        let graph = graph_of(roles);
        let role = graph.roles().iter().find(|role| role.title == title).unwrap();
        let index = SimilarityIndex::new(graph.roles());
        let found = index.similar(graph.roles(), &lists().levels, role);
        found.iter().map(|found| (graph.role(found.role).title.clone(), found.clone())).collect()
    }

    #[test]
    fn the_job_that_shares_most_comes_first_and_says_what_both_share() {
        let found = similar(some_roles(), "Laundry");
        let (title, first) = &found[0];
        assert_eq!(title, "Cleaner");
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            first.shared,
            [
                SharedAspect::Tasks(words(&["linen", "sheets", "wash"])),
                SharedAspect::Qualities(words(&["strong", "tidy"])),
                SharedAspect::Level(ENTRY),
            ]
        );
        assert_eq!(found.len(), MAX_SIMILAR);
        assert!(found.iter().all(|(title, _)| title != "Laundry"));
        assert!(found.is_sorted_by(|(_, one), (_, other)| one.score >= other.score));
    }

    #[test]
    fn the_wider_role_and_its_kinds_are_left_out() {
        let mut roles = some_roles();
        roles[1].family = Some(named("laundry"));
        assert!(similar(roles.clone(), "Laundry").iter().all(|(title, _)| title != "Cleaner"));
        assert!(similar(roles, "Cleaner").iter().all(|(title, _)| title != "Laundry"));
    }

    #[test]
    fn a_job_that_shares_nothing_else_shares_what_it_can() {
        let alone = similar(vec![told("Only", &["Sing."], &[]), told("Other", &["Dance."], &[])], "Only");
        assert_eq!(alone.len(), 1);
        assert_eq!(alone[0].1.shared, [SharedAspect::Level(ENTRY)]);
        assert!(similar(vec![role("Only")], "Only").is_empty());
    }

    proptest! {
        #[test]
        fn likeness_is_the_same_from_both_sides_needs_no_words_and_no_role_that_is_more_alike_is_missed(
            tasks in proptest::collection::vec("([a-e]{3} ){0,6}", 2..24),
            levels in proptest::collection::vec(1_usize..5, 24),
        ) {
            let titled = |(index, task): (usize, &String)| {
                let mut role = told(&format!("R{index}"), &[task], &[task]);
                role.levels = vec![Level::at(levels[index])];
                role
            };
            let graph = graph_of(tasks.iter().enumerate().map(titled).collect());
            let (index, levels) = (SimilarityIndex::new(graph.roles()), lists().levels);
            for role in graph.roles() {
                for found in index.similar(graph.roles(), &levels, role) {
                    let back = index.compare(&levels, graph.role(found.role), role);
                    prop_assert!((back.score - found.score).abs() < 0.001);
                    prop_assert!(found.score.is_finite() && found.shared.len() <= MAX_REASONS);
                }
                let others = graph.roles().iter().filter(|other| other.index != role.index);
                let mut all: Vec<_> = others.map(|other| index.compare(&levels, role, other)).collect();
                all.retain(|found| !found.shared.is_empty());
                all.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.role.cmp(&b.role)));
                all.truncate(MAX_SIMILAR);
                prop_assert_eq!(index.similar(graph.roles(), &levels, role), all);
            }
        }
    }
}
