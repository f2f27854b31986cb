//! How long a journey takes to find among 100,000 roles and 500,000 progressions: `cargo bench --bench journeys`.
//!
//! Prints a table of the times of some thousands of random questions, with and without wishes, those that have no answer among
//! them; the memory of the index; and the same questions put to Dijkstra's algorithm as petgraph has it, in the same run. Times are
//! the processor time of the one thread that asks; the last column is the clock on the wall, which also counts what else the machine
//! does meanwhile.
#![expect(clippy::print_stdout, reason = "the table is what this program is for")]

use std::time::{Duration, Instant};

use career_pathways::catalogue::graph::{RoleGraph, UnresolvedRole};
use career_pathways::catalogue::journeys::{JourneyIndex, JourneyResult, Planner, Preferences, Waypoint};
use career_pathways::catalogue::model::codes::Codes;
use career_pathways::catalogue::model::icon::IconPath;
use career_pathways::catalogue::model::indexes::{CategoryIndex, Level, Qualification, RoleIndex, Setting};
use career_pathways::catalogue::model::lists::{LevelLadder, Lists, QualificationLadder};
use career_pathways::catalogue::model::reference::{
    LevelInfo, QualificationInfo, Review, RoleId, SettingInfo, StudyRoute,
};
use career_pathways::catalogue::model::role::{EntryFrom, EntryRoute, Progression, Registration, Role};
use career_pathways::catalogue::model::text::Prose;
use career_pathways::catalogue::model::vocabulary::{EntryKind, SettingMark, Stated};
use petgraph::algo::dijkstra;
use petgraph::graph::{DiGraph, NodeIndex};

const ROLES: usize = 100_000;
const PROGRESSIONS_EACH: usize = 5;
const QUESTIONS: usize = 1_000;

const ENTRY: Level = Level(1);
const EARLY: Level = Level(2);
const MID: Level = Level(3);
const LEADERSHIP: Level = Level(4);

const PRIMARY: Setting = Setting(0);
const SECONDARY: Setting = Setting(1);
const SOCIAL: Setting = Setting(2);

const NONE: Qualification = Qualification(0);
const GCSE: Qualification = Qualification(1);
const LEVEL_3: Qualification = Qualification(2);
const DEGREE: Qualification = Qualification(4);

fn main() -> Result<(), UnresolvedRole> {
    let mut chance = Chance(0x5eed);
    let graph = RoleGraph::new((0..ROLES).map(|number| role(number, &mut chance)).collect())?;
    let lists = lists();
    let (index, took) = timed(|| JourneyIndex::new(&graph, &lists));
    println!("{ROLES} roles, {} progressions", graph.moves().count());
    println!("index: {} ms to make, {:.1} MB", took.own.as_millis(), index.bytes() as f64 / 1e6);
    let planner = Planner::new(&graph, &lists, &index);

    println!(
        "\n{:<36}{:>7}{:>8}{:>9}{:>9}{:>9}{:>13}",
        "questions", "asked", "no way", "p50 µs", "p99 µs", "worst µs", "wall p99 µs"
    );
    let mut all = Vec::new();
    let mut all_without_a_way = 0;
    for (name, wishes) in wishes() {
        for from_role in [true, false] {
            let questions: Vec<_> = (0..QUESTIONS).map(|_| question(&graph, &lists, from_role, &mut chance)).collect();
            let mut times = Vec::new();
            let mut no_way = 0;
            for (from, to) in questions {
                let (answer, took) = timed(|| planner.plan(from, to, &wishes));
                times.push(took);
                no_way += usize::from(matches!(answer, JourneyResult::NoRoute(_)));
            }
            let from = if from_role { "role" } else { "starting point" };
            row(&format!("{name}, from a {from}"), &mut times, no_way);
            all.extend(times);
            all_without_a_way += no_way;
        }
    }
    row("all", &mut all, all_without_a_way);

    let peer = peer(&graph);
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    for _ in 0..QUESTIONS / 4 {
        let (from, to) = question(&graph, &lists, true, &mut chance);
        ours.push(timed(|| planner.plan(from, to, &Preferences::default())).1);
        let at = |role: &Role| NodeIndex::new(role.index.position());
        let (start, goal) = (at(from.role().unwrap_or(to)), at(to));
        theirs.push(timed(|| dijkstra(&peer, start, Some(goal), |edge| *edge.weight()).get(&goal).copied()).1);
    }
    println!();
    row("journeys, up to three", &mut ours, 0);
    row("petgraph's dijkstra, length only", &mut theirs, 0);
    let ratio = theirs[theirs.len() / 2].own.as_secs_f64() / ours[ours.len() / 2].own.as_secs_f64();
    println!("petgraph / journeys at the median: {ratio:.1}");
    Ok(())
}

/// How long something took.
#[derive(Clone, Copy)]
struct Took {
    own: Duration,
    wall: Duration,
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (own, wall) = (own_time(), Instant::now());
    let done = std::hint::black_box(work());
    (done, Took { own: own_time() - own, wall: wall.elapsed() })
}

/// The processor time of this thread alone.
fn own_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Prints a line of the table, and leaves the times in their order.
fn row(name: &str, times: &mut [Took], no_way: usize) {
    let last = times.len() - 1;
    times.sort_unstable_by_key(|took| took.wall);
    let wall = times[last * 99 / 100].wall.as_micros();
    times.sort_unstable_by_key(|took| took.own);
    let at = |share: usize| times[last * share / 100].own.as_micros();
    println!("{name:<36}{:>7}{no_way:>8}{:>9}{:>9}{:>9}{wall:>13}", times.len(), at(50), at(99), at(100));
}

fn question<'a>(
    graph: &'a RoleGraph,
    lists: &'a Lists,
    from_role: bool,
    chance: &mut Chance,
) -> (Waypoint<'a>, &'a Role) {
    let roles = graph.roles();
    let goal = &roles[chance.below(roles.len())];
    let points: Vec<Waypoint<'_>> = Waypoint::without_a_role(&lists.qualifications).collect();
    let from =
        if from_role { Waypoint::Role(&roles[chance.below(roles.len())]) } else { points[chance.below(points.len())] };
    (from, goal)
}

fn wishes() -> Vec<(&'static str, Preferences)> {
    let none = Preferences::default;
    vec![
        ("no wishes", none()),
        ("keep-earning", Preferences { keep_earning: true, ..none() }),
        ("no-degree", Preferences { no_degree: true, ..none() }),
        ("setting", Preferences { settings: vec![SOCIAL], ..none() }),
        ("all wishes", Preferences { keep_earning: true, no_degree: true, settings: vec![PRIMARY] }),
    ]
}

/// Random numbers that are the same in each run (xorshift, G. Marsaglia, 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % bound
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// A role as those of the shipped data are: a level, settings, one or two families, ways in by level, some that ask for a role.
fn role(number: usize, chance: &mut Chance) -> Role {
    let level = [ENTRY, ENTRY, ENTRY, EARLY, EARLY, MID, MID, MID, MID, LEADERSHIP][number % 10];
    let near = |chance: &mut Chance| {
        let offset = if chance.one_in(3) { chance.below(ROLES) } else { chance.below(200) };
        RoleIndex::at((number + offset) % ROLES)
    };
    let mut entry_routes = Vec::new();
    let qualified = [(NONE, 0), (GCSE, 3), (LEVEL_3, 6), (DEGREE, 7)];
    let (from, gives) = qualified[level.position() - 1];
    for kind in [EntryKind::OnTheJob, EntryKind::Apprenticeship, EntryKind::University] {
        if !chance.one_in(3) {
            let kind = match (kind, level) {
                (EntryKind::Apprenticeship, MID | LEADERSHIP) => EntryKind::DegreeApprenticeship,
                (EntryKind::OnTheJob, MID | LEADERSHIP) => EntryKind::Postgraduate,
                (EntryKind::University, ENTRY | EARLY) => EntryKind::College,
                _ => kind,
            };
            entry_routes.push(route(kind, vec![EntryFrom::Qualification(from)], gives, chance));
        }
    }
    if chance.one_in(4) {
        let from = (0..3).map(|_| EntryFrom::Role(near(chance))).collect();
        entry_routes.push(route(EntryKind::Experience, from, 0, chance));
    }
    let settings = [PRIMARY, SECONDARY, SOCIAL].into_iter().filter(|_| !chance.one_in(2)).collect();
    let families = if chance.one_in(5) { 2 } else { 1 };
    let progressions =
        (0..PROGRESSIONS_EACH).map(|_| Progression { to: near(chance), how: None, sources: vec![] }).collect();
    let registration = Registration { needed: true, ..Registration::default() };
    let today = jiff::civil::date(2026, 1, 1);
    Role {
        index: RoleIndex::default(),
        id: RoleId(format!("role-{number}")),
        title: format!("Role {number}"),
        other_titles: vec![],
        summary: String::new(),
        levels: vec![level],
        settings,
        categories: (0..families).map(|_| CategoryIndex::at(chance.below(17))).collect(),
        contact: None,
        judged: vec![],
        family: None,
        what_it_is: Prose::default(),
        what_you_do: vec![],
        where_you_work: vec![],
        qualities: vec![],
        entry_routes,
        registration: if level == MID { vec![registration] } else { vec![] },
        needs_no_register: false,
        pay: vec![],
        hours: None,
        checks: vec![],
        progressions,
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
        sources: vec![],
        changed: vec![],
        review: Review { reviewed: today, review_by: today },
    }
}

fn route(kind: EntryKind, from: Vec<EntryFrom>, gives: u8, chance: &mut Chance) -> EntryRoute {
    EntryRoute {
        kind,
        from,
        stated: if chance.one_in(3) { Stated::MayBeAvailable } else { Stated::Usual },
        summary: String::new(),
        requires: vec![],
        also: vec![],
        subjects: vec![],
        level: (gives > 0).then_some(gives),
        months: None,
        experience: None,
        earn: kind.is_apprenticeship().then_some(true),
        run_by: vec![],
        inferred: false,
        sources: vec![],
    }
}

/// Closed lists as long as those of the shipped data.
fn lists() -> Lists {
    let levels = (0..5).map(Level).map(|level| LevelInfo {
        level,
        id: format!("level-{}", level.0),
        title: String::new(),
        short: String::new(),
        summary: String::new(),
        intro: Prose::default(),
        has_roles: level >= ENTRY,
        is_profession: level == MID,
        sources: vec![],
    });
    let settings = [PRIMARY, SECONDARY, SOCIAL].map(|setting| SettingInfo {
        setting,
        id: format!("setting-{}", setting.0),
        title: String::new(),
        short: String::new(),
        summary: String::new(),
        intro: Prose::default(),
        mark: SettingMark::Circle,
        icon: IconPath::default(),
        sources: vec![],
    });
    Lists {
        levels: LevelLadder::new(levels.collect()),
        settings: settings.into(),
        qualifications: qualifications(),
        ..Lists::default()
    }
}

/// Qualifications on the levels 2, 3, 5, 6 and 7 and the first without one, each reached by study from the one before.
fn qualifications() -> QualificationLadder {
    let climb = |from| StudyRoute {
        from,
        title: String::new(),
        how: String::new(),
        months: None,
        earn: None,
        beside_a_job: false,
        sources: vec![],
    };
    let levels = [None, Some(2), Some(3), Some(5), Some(6), Some(7)];
    let info = |(place, level): (usize, Option<u8>)| QualificationInfo {
        qualification: Qualification::at(place),
        id: format!("qualification-{place}"),
        title: String::new(),
        in_words: String::new(),
        short: String::new(),
        meaning: String::new(),
        level,
        is_degree: level == Some(6),
        climbs: place.checked_sub(1).map(|below| climb(Qualification::at(below))).into_iter().collect(),
        pages: vec![],
        sources: vec![],
    };
    QualificationLadder::new(levels.into_iter().enumerate().map(info).collect())
}

/// The progressions, the ways in from a role, and the ways in from nothing, as petgraph wants them.
fn peer(graph: &RoleGraph) -> DiGraph<(), u32> {
    let mut peer = DiGraph::new();
    let nodes: Vec<NodeIndex> = graph.roles().iter().map(|_| peer.add_node(())).collect();
    let outside = peer.add_node(());
    for (role, &node) in graph.roles().iter().zip(&nodes) {
        let next = graph.successors(role).map(|step| step.to).chain(graph.entry_successors(role).map(|(to, _)| to));
        for to in next {
            peer.add_edge(node, nodes[to.index.position()], 1);
        }
        peer.add_edge(node, outside, 0);
        if role.entry_routes.iter().any(|route| route.qualification_asked() == Some(NONE)) {
            peer.add_edge(outside, node, 1);
        }
    }
    peer
}
