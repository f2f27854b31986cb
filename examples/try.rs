use career_pathways::catalogue::journeys::*;
use career_pathways::catalogue::vocabulary::*;
fn main() {
    let c = career_pathways::content::load_folder(std::path::Path::new("data"), jiff::civil::date(2026, 11, 22))
        .into_result()
        .ok()
        .unwrap();
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let mut w = Wishes::default();
    args.retain(|a| match a.as_str() {
        "-e" => {
            w.keep_earning = true;
            false
        }
        "-d" => {
            w.no_degree = true;
            false
        }
        "-p" => {
            w.settings.push(Setting::Primary);
            false
        }
        "-s" => {
            w.settings.push(Setting::Social);
            false
        }
        _ => true,
    });
    let from = Place::starting_point(&c, &args[0]).expect("from");
    let to = role_named(&c, &args[1]).expect("to");
    let t = std::time::Instant::now();
    let a = c.planner().plan(from, to, &w);
    println!("{} -> {} {:?} {:?}", from.id(), to.id, w, t.elapsed());
    match a {
        Answer::AlreadyThere => println!("already"),
        Answer::Ways(js) => {
            for j in js {
                println!("* {:?}", j.character);
                println!("  {:?}", j.totals());
                for s in &j.steps {
                    println!(
                        "    {} {} -> {} [{}{}] earns={:?} more={} again={} as={:?}",
                        s.kind(),
                        s.from.id(),
                        s.to.id(),
                        s.route().map_or("-".into(), |r| format!("{:?} from {:?} {:?}", r.kind, r.from, r.stated)),
                        match s.arrow {
                            Arrow::Entry { with, .. } => format!(" with {with:?}"),
                            _ => String::new(),
                        },
                        s.earns,
                        s.asks_more,
                        s.starts_again(),
                        s.as_role.map(|r| &r.id)
                    );
                }
            }
        }
        Answer::NoWay(n) => {
            println!(
                "missing {:?}",
                match n.missing {
                    Missing::Step(s, w) => format!("{} {}->{} {w:?}", s.kind(), s.from.id(), s.to.id()),
                    Missing::Goal(w) => format!("goal {w:?}"),
                    Missing::Between => "between".into(),
                    Missing::NothingLeadsThere => "there".into(),
                    Missing::NothingLeadsOn => "on".into(),
                }
            );
            println!("reach {:?}", n.reachable.iter().map(|n| (&n.role.id.0, n.steps)).collect::<Vec<_>>());
            println!("lead {:?}", n.leading.iter().map(|n| (&n.role.id.0, n.steps)).collect::<Vec<_>>());
            println!("opens {:?} {}", n.opened_without, n.opened_without_all);
        }
    }
}
