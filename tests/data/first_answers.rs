//! The first answer to every question a visitor is likely to ask: all roles from all starting points, and every role as a start
//! for 30 goals. Counts the answers that would mislead; `cargo test --test data first_answer -- --nocapture` prints the counts.

use career_pathways::catalogue::Catalogue;
use career_pathways::catalogue::journeys::{EdgeKind, Journey, JourneyResult, Preferences, Waypoint};
use career_pathways::catalogue::model::indexes::Qualification;
use career_pathways::catalogue::model::role::Role;
use career_pathways::catalogue::model::vocabulary::RegistrationNeed;

use crate::support::{TestSite, catalogue};

const GOALS: usize = 30;

/// What was wrong with first answers, each with the question.
#[derive(Default)]
struct Faults {
    asked: usize,
    without_an_answer: usize,
    through_a_profession: Vec<String>,
    /// The addresses of those that lead below the start, which their pages must say.
    below_the_start: Vec<String>,
    back_to_school: Vec<String>,
}

impl Faults {
    fn ask(&mut self, catalogue: &Catalogue, from: Waypoint<'_>, to: &Role, preferences: &Preferences) {
        self.asked += 1;
        let JourneyResult::Found { journeys, .. } = catalogue.planner().plan(from, to, preferences) else {
            self.without_an_answer += 1;
            return;
        };
        let journey = &journeys[0];
        let stops: Vec<&str> = journey.steps.iter().map(|step| step.to.id()).collect();
        let wishes: Vec<&str> = preferences.made().map(|preference| preference.key()).collect();
        let question = format!("{} to {}, {wishes:?}: {}", from.id(), to.id, stops.join(", "));
        if passes_through_a_profession(journey) {
            self.through_a_profession.push(question.clone());
        }
        if goes_down(journey) {
            self.below_the_start.push(format!("/journeys?from={}&to={}", from.id(), to.id));
        }
        if goes_back_to_school(journey) {
            self.back_to_school.push(question);
        }
    }
}

fn is_registered(role: &Role) -> bool {
    role.registration_need() == RegistrationNeed::Needed
}

fn is_open_to_anybody(role: &Role) -> bool {
    let none = Qualification::default();
    role.entry_routes.iter().any(|route| route.qualifications_asked().any(|asked| asked == none))
}

/// Whether a stop in between is a registered profession that no source prints as a move to the next, and that the way into the
/// next does not name.
fn passes_through_a_profession(journey: &Journey<'_>) -> bool {
    journey.steps.iter().skip(1).any(|step| match (step.from, step.edge) {
        (_, EdgeKind::Progression { .. }) => false,
        (Waypoint::Role(role), EdgeKind::Entry { route, .. }) => {
            let names = |asked| asked == role.index || Some(asked) == role.family;
            is_registered(role) && !route.roles_asked().any(names)
        }
        (Waypoint::Role(role), EdgeKind::Study(_)) => is_registered(role),
        _ => false,
    })
}

/// Whether a stop is on a lower level than the start and the goal.
fn goes_down(journey: &Journey<'_>) -> bool {
    let stops = || journey.steps.iter().filter_map(|step| step.to.role());
    let start = journey.steps.first().and_then(|step| step.from.role());
    let least = start.into_iter().chain(stops().next_back()).map(Role::level).min();
    start.is_some() && stops().any(|stop| Some(stop.level()) < least)
}

/// Whether somebody on a register is sent to study what all on it hold: level 3, or what every way into their role leads to.
fn goes_back_to_school(journey: &Journey<'_>) -> bool {
    let held = match journey.steps.first().map(|step| step.from) {
        // Whoever may join a register without any qualification, as childminders may, need not hold level 3.
        Some(Waypoint::Role(role)) if is_registered(role) && !is_open_to_anybody(role) => {
            let gained = role.entry_routes.iter().map(|route| route.level).min().flatten();
            gained.unwrap_or_default().max(3)
        }
        Some(Waypoint::RegisteredProfessional) => 3,
        _ => return false,
    };
    journey.steps.iter().any(|step| match (step.edge, step.to) {
        (EdgeKind::Study(_), Waypoint::Qualification(info)) => info.level.is_none_or(|level| level <= held),
        _ => false,
    })
}

/// Random numbers that are the same in each run (xorshift, G. Marsaglia, 2003).
fn goals(roles: &[Role]) -> impl Iterator<Item = &Role> {
    let mut state: u64 = 0x5eed;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        &roles[(state >> 11) as usize % roles.len()]
    })
}

#[tokio::test]
async fn no_first_answer_leads_through_another_profession_down_unsaid_or_back_to_school() {
    let catalogue = catalogue();
    let roles = catalogue.roles();
    let everything = Preferences::default();
    let earning = Preferences { keep_earning: true, ..Preferences::default() };
    let mut faults = Faults::default();
    for preferences in [&everything, &earning] {
        for start in Waypoint::without_a_role(catalogue.qualifications()) {
            roles.iter().for_each(|goal| faults.ask(&catalogue, start, goal, preferences));
        }
    }
    for start in roles {
        let asked = goals(roles).filter(|goal| goal.index != start.index).take(GOALS);
        asked.for_each(|goal| faults.ask(&catalogue, Waypoint::Role(start), goal, &everything));
    }
    println!("{} questions, {} without an answer", faults.asked, faults.without_an_answer);
    println!("below the start, said: {}", faults.below_the_start.len());
    let site = TestSite::new();
    for address in &faults.below_the_start {
        let page = site.get(address).await.ok().main_text();
        assert!(page.contains("on a lower level than where you start"), "{address} does not say that it leads down");
    }
    for (fault, found) in [
        ("through another profession", &faults.through_a_profession),
        ("back to what one holds", &faults.back_to_school),
    ] {
        println!("{fault}: {}", found.len());
        assert!(found.is_empty(), "{fault}: {:#?}", &found[..found.len().min(20)]);
    }
}
