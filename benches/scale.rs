//! How the program grows with its data: start, memory, filters, search, journeys and export with 134 to 100,000 made-up roles.
//!
//!     cargo bench --bench scale                     the table, and the plot in benches/scale.svg: some ten minutes
//!     cargo bench --bench scale -- 134 1000         these numbers of roles alone, without the plot
//!
//! Every role is a file as people write them, with texts, ways in and next steps, in the invented hub of the tests. Filters with all
//! their counts, searches with a slip of the pen in each long word and journeys are asked of the library in this process; what is
//! shown is the clock on the wall. Start, memory and export are those of the program itself, on a folder on disk: from the start of
//! the process to the line that says where it listens, the median of five. A folder holds at most 20,000 files, so that with
//! more roles there is no figure for the program, and the time to load is that of this process.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a benchmark prints its table, and ends where something fails"
)]

mod made_up;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use career_pathways::catalogue::Catalogue;
use career_pathways::catalogue::filter::{Facet, RoleFilter};
use career_pathways::catalogue::journeys::{Preferences, Waypoint};
use career_pathways::content::{DataFiles, load, report};
use jiff::civil::date;
use made_up::{Chance, Words, resident, slip};

/// The hub that the made-up roles are added to.
const HUB: &str = "tests/fixtures/town";
const SIZES: [usize; 5] = [134, 350, 1_000, 10_000, 100_000];
/// Most roles that are also written into a folder: its limit is 20,000 files.
const MOST_ON_DISK: usize = 10_000;
const QUESTIONS: usize = 1_000;
const STARTS: usize = 5;
const PROGRESSIONS_EACH: usize = 5;

/// The figures for one number of roles. Times are in milliseconds, memory in MB.
#[derive(Debug)]
struct Row {
    roles: usize,
    load: f64,
    held: f64,
    filter: [f64; 2],
    search: [f64; 2],
    journey: [f64; 2],
    program: Option<ProgramFigures>,
}

#[derive(Debug)]
struct ProgramFigures {
    start: f64,
    resident: f64,
    export_seconds: f64,
}

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked.clone() };
    println!(
        "{:>8}{:>10}{:>10}{:>9}{:>10}{:>17}{:>17}{:>17}{:>10}",
        "roles",
        "load ms",
        "start ms",
        "held MB",
        "serve MB",
        "filter p50 p99",
        "search p50 p99",
        "journey p50 p99",
        "export s"
    );
    let mut rows = Vec::new();
    for size in sizes {
        let row = measure(size);
        print(&row);
        rows.push(row);
    }
    if asked.is_empty() {
        fs::write("benches/scale.svg", plot(&rows)).unwrap();
    }
}

fn print(row: &Row) {
    let of_program = |figure: fn(&ProgramFigures) -> f64, digits: usize| {
        row.program.as_ref().map_or("-".to_owned(), |program| format!("{:.digits$}", figure(program)))
    };
    let pair = |[p50, p99]: [f64; 2]| format!("{p50:.3} {p99:.3}");
    println!(
        "{:>8}{:>10.0}{:>10}{:>9.0}{:>10}{:>17}{:>17}{:>17}{:>10}",
        row.roles,
        row.load,
        of_program(|program| program.start, 0),
        row.held,
        of_program(|program| program.resident, 0),
        pair(row.filter),
        pair(row.search),
        pair(row.journey),
        of_program(|program| program.export_seconds, 1),
    );
}

fn measure(size: usize) -> Row {
    let mut chance = Chance::new(20_261_127);
    let files = hub(size, &mut chance);
    let program = (size <= MOST_ON_DISK).then(|| {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &files);
        of_program(folder.path())
    });
    let before = resident();
    let started = Instant::now();
    let catalogue = catalogue(files);
    let load = started.elapsed().as_secs_f64() * 1e3;
    let held = resident().saturating_sub(before) as f64;
    assert_eq!(catalogue.roles().len(), size);
    Row {
        roles: size,
        load,
        held,
        filter: filters(&catalogue, &mut chance),
        search: searches(&catalogue, &mut chance),
        journey: journeys(&catalogue, &mut chance),
        program,
    }
}

fn catalogue(files: Vec<(String, Vec<u8>)>) -> Catalogue {
    let loaded = load(DataFiles::from_memory("data", files), date(2026, 11, 27)).into_result();
    let catalogue =
        loaded.unwrap_or_else(|faults| panic!("{}", report::render(&faults, report::ReportOptions::default())));
    catalogue.build_indexes().unwrap();
    catalogue
}

/// The median and the 99th of a hundred, in milliseconds.
fn times<Q>(questions: Vec<Q>, ask: impl Fn(Q) -> usize) -> [f64; 2] {
    let mut times: Vec<f64> = questions
        .into_iter()
        .map(|question| {
            let started = Instant::now();
            black_box(ask(question));
            started.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    [0.5, 0.99].map(|share| times[((times.len() - 1) as f64 * share) as usize])
}

/// Two to four choices of different facets, and the counts beside every choice of every facet.
fn filters(catalogue: &Catalogue, chance: &mut Chance) -> [f64; 2] {
    let (index, graph) = (catalogue.filters(), catalogue.graph());
    let facets: Vec<Facet> = Facet::ALL.into_iter().filter(|facet| index.options(*facet).next().is_some()).collect();
    let mut choice = || {
        let facet = facets[chance.below(facets.len())];
        let options: Vec<&str> = index.options(facet).collect();
        (facet, options[chance.below(options.len())].to_owned())
    };
    let questions = (0..QUESTIONS).map(|number| (0..2 + number % 3).map(|_| choice()).collect::<Vec<_>>()).collect();
    times(questions, |choices: Vec<(Facet, String)>| {
        let pairs = choices.iter().map(|(facet, value)| (facet.key(), value.as_str()));
        let (filter, _) = RoleFilter::parse(index, graph, pairs);
        let counts = facets.iter().map(|facet| filter.counts(index, graph, None, *facet).len());
        filter.matching(index, graph, None).count_ones(..) + counts.sum::<usize>()
    })
}

/// Whole titles with a slip in each long word.
fn searches(catalogue: &Catalogue, chance: &mut Chance) -> [f64; 2] {
    let roles = catalogue.roles();
    let titles = (0..QUESTIONS).map(|_| slip(&roles[chance.below(roles.len())].title.to_lowercase(), chance)).collect();
    times(titles, |title: String| catalogue.find(&title).unwrap().hits.len())
}

/// From any role or qualification to any role.
fn journeys(catalogue: &Catalogue, chance: &mut Chance) -> [f64; 2] {
    let roles = catalogue.roles();
    let planner = catalogue.planner();
    let points: Vec<Waypoint<'_>> = Waypoint::without_a_role(catalogue.qualifications()).collect();
    let questions = (0..QUESTIONS).map(|number| {
        let start = match number % 2 {
            0 => Waypoint::Role(&roles[chance.below(roles.len())]),
            _ => points[chance.below(points.len())],
        };
        (start, &roles[chance.below(roles.len())])
    });
    let questions: Vec<_> = questions.collect();
    times(questions, |(from, to)| {
        black_box(planner.plan(from, to, &Preferences::default()));
        1
    })
}

fn of_program(folder: &Path) -> ProgramFigures {
    let mut starts: Vec<(f64, f64)> = (0..STARTS).map(|_| start(folder)).collect();
    starts.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (start, resident) = starts[STARTS / 2];
    let exported = tempfile::tempdir().unwrap();
    let started = Instant::now();
    let mut export = program();
    export.arg("export").arg(exported.path().join("site")).arg("--data").arg(folder);
    let output = export.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    ProgramFigures { start, resident, export_seconds: started.elapsed().as_secs_f64() }
}

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_career-pathways"))
}

/// Milliseconds to the line that says where it listens, and the memory then, in MB.
fn start(folder: &Path) -> (f64, f64) {
    let mut serve = program();
    serve.args(["serve", "--listen", "127.0.0.1:0", "--log-level", "off", "--data"]).arg(folder);
    let started = Instant::now();
    let mut child = serve.stderr(Stdio::piped()).spawn().unwrap();
    let mut log = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains("listening") {
        line.clear();
        assert_ne!(log.read_line(&mut line).unwrap(), 0, "the program ended");
    }
    let took = started.elapsed().as_secs_f64() * 1e3;
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let kilobytes =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse().ok());
    child.kill().unwrap();
    child.wait().unwrap();
    (took, kilobytes.unwrap_or(0.0_f64) / 1024.0)
}

fn write(folder: &Path, files: &[(String, Vec<u8>)]) {
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The files of the invented hub, with so many roles in all.
fn hub(size: usize, chance: &mut Chance) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(HUB).to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(HUB).unwrap().to_string_lossy().into_owned();
                files.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    let there = files.iter().filter(|(path, _)| path.starts_with("roles/")).count();
    let words = Words::new(chance);
    let mut titles = BTreeSet::new();
    let added = size.saturating_sub(there);
    for number in 0..added {
        let text = role(number, added, &words, &mut titles, chance);
        files.push((format!("roles/made-up-{number}.yaml"), text.into_bytes()));
    }
    files
}

/// A role as those of the hub are: a level, settings, a family or two, ways in by level, some that ask for a role, and next steps.
fn role(number: usize, all: usize, words: &Words, titles: &mut BTreeSet<String>, chance: &mut Chance) -> String {
    let title = loop {
        let title = format!("{} {} {}", words.first(chance), words.middle(chance), words.last(chance));
        if titles.insert(title.clone()) {
            break title;
        }
    };
    let at = [1, 1, 1, 2, 2, 3, 3, 3, 3, 4][number % 10];
    let level = ["pre-employment", "entry", "early", "mid", "leadership"][at];
    let settings = ["primary", "secondary", "social"];
    let first = chance.below(3);
    let mut text = format!("id: made-up-{number}\ntitle: {}\n", capital(&title));
    let _ = writeln!(text, "summary: You {}.", words.sentence(13, chance));
    let _ = writeln!(text, "levels: [{level}]");
    let settings = if chance.below(2) == 0 {
        settings[first].to_owned()
    } else {
        format!("{}, {}", settings[first], settings[(first + 1) % 3])
    };
    let _ = writeln!(text, "settings: [{settings}]\ncategories: [{}]", FAMILIES[chance.below(FAMILIES.len())]);
    text.push_str("contact: clinical\n");
    let _ = writeln!(text, "judged: [categories]\nwhat_it_is: |\n  {}.", capital(&words.sentence(40, chance)));
    for (key, entries, length) in [("what_you_do", 5, 8), ("where_you_work", 1, 3), ("qualities", 3, 6)] {
        let _ = writeln!(text, "{key}:");
        for _ in 0..entries {
            let _ = writeln!(text, "  - {}.", capital(&words.sentence(length, chance)));
        }
    }
    text.push_str("entry_routes:\n");
    let from = ["", "none", "gcse", "level-3", "degree"][at];
    let kinds = ["on-the-job", if at < 3 { "college" } else { "university" }];
    for kind in &kinds[..1 + chance.below(2)] {
        let summary = words.sentence(9, chance);
        let _ = writeln!(
            text,
            "  - {{kind: {kind}, from: [{from}], stated: usual, summary: Begin {summary}., sources: [hub]}}"
        );
    }
    let near = |chance: &mut Chance| {
        let offset = if chance.below(3) == 0 { chance.below(all) } else { chance.below(all.min(200)) };
        (number + offset) % all
    };
    let mut next = BTreeSet::new();
    for _ in 0..PROGRESSIONS_EACH {
        next.insert(near(chance));
    }
    next.remove(&number);
    if chance.below(4) == 0 {
        let asked = near(chance);
        if asked != number && !next.contains(&asked) {
            let summary = words.sentence(9, chance);
            let _ = writeln!(
                text,
                "  - {{kind: experience, from: [made-up-{asked}], stated: usual, summary: Begin {summary}., sources: [hub]}}"
            );
        }
    }
    if !next.is_empty() {
        text.push_str("progressions:\n");
    }
    for to in next {
        let _ = writeln!(text, "  - {{to: made-up-{to}, sources: [hub]}}");
    }
    text.push_str("sources: [hub]\nreviewed: 2026-11-22\nreview_by: 2027-11-22\n");
    text
}

const FAMILIES: [&str; 8] =
    ["ambulance", "dental", "doctors", "nursing", "pharmacy", "midwifery", "management", "social-care"];

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A line of the plot: its name, its colour, and its value for a row.
type Line = (&'static str, &'static str, fn(&Row) -> Option<f64>);

/// Lines over logarithmic axes: milliseconds and megabytes by roles.
fn plot(rows: &[Row]) -> String {
    const LINES: [Line; 6] = [
        ("load, ms", "#1257a6", |row| Some(row.load)),
        ("start of the program, ms", "#0e5a7d", |row| Some(row.program.as_ref()?.start)),
        ("memory of the program, MB", "#8a1552", |row| Some(row.program.as_ref()?.resident)),
        ("filter with counts, p99 ms", "#166534", |row| Some(row.filter[1])),
        ("search with slips, p99 ms", "#9a3412", |row| Some(row.search[1])),
        ("journey, p99 ms", "#6b4f00", |row| Some(row.journey[1])),
    ];
    let x = |roles: f64| 70.0 + (roles.log10() - 2.0) / 3.0 * 480.0;
    let y = |value: f64| 380.0 - (value.max(0.01).log10() + 2.0) / 7.0 * 350.0;
    let mut svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 430\" font-family=\"sans-serif\" font-size=\"13\">\n\
        <title>How the program grows with the number of roles</title>\n<rect width=\"800\" height=\"430\" fill=\"#fff\"/>\n"
        .to_owned();
    for power in -2..=5 {
        let (at, label) = (y(10f64.powi(power)), 10f64.powi(power));
        let _ = writeln!(
            svg,
            "<path d=\"M70 {at:.1}H550\" stroke=\"#ddd\"/><text x=\"62\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
            at + 4.0
        );
    }
    for row in rows {
        let at = x(row.roles as f64);
        let _ = writeln!(
            svg,
            "<path d=\"M{at:.1} 30V380\" stroke=\"#eee\"/><text x=\"{at:.1}\" y=\"400\" text-anchor=\"middle\">{}</text>",
            row.roles
        );
    }
    svg.push_str("<text x=\"310\" y=\"422\" text-anchor=\"middle\">roles</text>\n");
    let mut ends: Vec<(f64, usize)> = Vec::new();
    for (number, (_, colour, value)) in LINES.iter().enumerate() {
        let points: Vec<(f64, f64)> =
            rows.iter().filter_map(|row| Some((x(row.roles as f64), y(value(row)?)))).collect();
        let path: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            path.join(" ")
        );
        for (x, y) in &points {
            let _ = writeln!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/>");
        }
        ends.extend(points.last().map(|(_, y)| (*y, number)));
    }
    // The names stand in the order of the lines' ends, none over another.
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut above = 20.0;
    for (end, number) in ends {
        let (name, colour, _) = LINES[number];
        above = end.max(above + 18.0);
        let _ = writeln!(svg, "<text x=\"562\" y=\"{:.1}\" fill=\"{colour}\">{name}</text>", above + 4.0);
    }
    svg.push_str("</svg>\n");
    svg
}
