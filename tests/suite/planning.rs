//! What an editor plans by: gaps, reviews that are due, and outside links, which are asked for only when that is wanted.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::{Arc, Mutex};

use serde_json::Value;

use crate::program::{copy_of, run, text};

/// A server on this machine that answers by path, and notes what it was asked.
struct Pages {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Pages {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                answer(stream.unwrap(), &noted);
            }
        });
        Self { address, asked }
    }

    fn asked(&self) -> Vec<String> {
        let mut asked = self.asked.lock().unwrap().clone();
        asked.sort();
        asked
    }
}

fn answer(mut stream: TcpStream, noted: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map(Result::unwrap);
    let Some(request) = lines.next() else { return };
    let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    let names_itself = head.iter().any(|line| line.to_lowercase().starts_with("user-agent: career-pathways/"));
    let mut words = request.split(' ');
    let (method, path) = (words.next().unwrap(), words.next().unwrap());
    noted.lock().unwrap().push(format!("{method} {path}"));
    let head = match (method, path) {
        _ if !names_itself => "400 Bad Request\r\n",
        (_, "/there") => "200 OK\r\n",
        ("HEAD", "/only-get") => "405 Method Not Allowed\r\n",
        (_, "/only-get") => "206 Partial Content\r\n",
        (_, "/moved") => "301 Moved Permanently\r\nlocation: /there\r\n",
        (_, "/circle") => "302 Found\r\nlocation: /circle\r\n",
        _ => "404 Not Found\r\n",
    };
    let _ = stream.write_all(format!("HTTP/1.1 {head}content-length: 0\r\nconnection: close\r\n\r\n").as_bytes());
}

/// A curl that asks the server of a test, without encryption, for what is on `pages.test`, and nobody for anything else.
fn curl_to(folder: &Path, server: SocketAddr) -> String {
    let path = folder.join("curl");
    let script = format!(
        "#!/bin/bash\narguments=(\"$@\")\nlast=$(($# - 1))\narguments[last]=${{arguments[last]/#https:/http:}}\n\
         exec curl --noproxy '*' --connect-to ::{server} \"${{arguments[@]}}\"\n"
    );
    std::fs::write(&path, script).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A hub with these links in its one guide, and in no other file.
fn hub(paths: &[&str]) -> tempfile::TempDir {
    let hub = tempfile::tempdir().unwrap();
    let data = hub.path().join("data");
    assert_eq!(run(&["init", data.to_str().unwrap()]).status.code(), Some(0));
    let guide = data.join("guides/starting-out.yaml");
    let links = paths.iter().map(|path| format!("[words](https://pages.test{path})")).collect::<Vec<_>>().join(" ");
    let text = std::fs::read_to_string(&guide)
        .unwrap()
        .replace("A day as a volunteer", &format!("{links} A day as a volunteer"));
    std::fs::write(guide, text).unwrap();
    hub
}

#[test]
fn links_are_asked_for_only_when_that_is_wanted_and_those_that_fail_are_named_with_their_places() {
    let pages = Pages::start();
    let hub = hub(&["/there", "/only-get", "/moved", "/circle", "/gone", "/there"]);
    let (data, curl) = (hub.path().join("data"), curl_to(hub.path(), pages.address));
    let data = data.to_str().unwrap();
    let quiet = run(&["report", data, "--curl", &curl]);
    assert_eq!(quiet.status.code(), Some(0));
    assert!(text(&quiet.stdout).contains("Outside links: 5, not asked for"), "{}", text(&quiet.stdout));
    assert_eq!(pages.asked(), Vec::<String>::new());

    let output = run(&["report", data, "--links", "--curl", &curl, "--pause", "0"]);
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("Outside links: 2 of 5 fail\n"), "{said}");
    assert!(said.contains("  https://pages.test/gone: answers 404\n    guides/starting-out.yaml\n"), "{said}");
    assert!(said.contains("  https://pages.test/circle: "), "{said}");
    assert_eq!(text(&output.stderr), "", "progress is for terminals");
    let asked = pages.asked();
    let count = |request: &str| asked.iter().filter(|asked| *asked == request).count();
    // Once for itself, once for the page that has moved there.
    assert_eq!((count("HEAD /there"), count("GET /there"), count("GET /only-get"), count("GET /gone")), (2, 0, 1, 1));

    let json = run(&["report", data, "--links", "--curl", &curl, "--pause", "0", "--format", "json"]);
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["links_that_fail"][1]["url"], "https://pages.test/gone");
    assert_eq!(json["links_that_fail"][1]["places"], serde_json::json!(["guides/starting-out.yaml"]));
}

#[test]
fn a_host_that_does_not_answer_is_a_fault_and_a_curl_that_is_not_there_is_said() {
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let hub = hub(&["/there"]);
    let (data, curl) = (hub.path().join("data"), curl_to(hub.path(), nobody));
    let data = data.to_str().unwrap();
    let output = run(&["report", data, "--links", "--curl", &curl]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("Outside links: 1 of 1 fail"), "{}", text(&output.stdout));
    let output = run(&["report", data, "--links", "--curl", "/nowhere/curl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("does not run, so no link was asked for"), "{}", text(&output.stderr));
}

#[test]
fn gaps_are_told_by_role_and_reviews_by_month() {
    let hub = hub(&[]);
    let data = hub.path().join("data");
    let role = data.join("roles/care-assistant.yaml");
    let written = std::fs::read_to_string(&role).unwrap();
    let reviewed =
        written.lines().map(|line| if line.starts_with("review_by") { "review_by: 2020-03-01" } else { line });
    std::fs::write(&role, reviewed.collect::<Vec<_>>().join("\n")).unwrap();
    let data = data.to_str().unwrap();
    let said = text(&run(&["report", data]).stdout);
    assert!(said.starts_with("Gaps: 3 of 3 roles lack what readers look for\n"), "{said}");
    assert!(said.contains("     3 without pay\n"), "{said}");
    assert!(said.contains("  2020-03 (overdue): 1\n    roles/care-assistant.yaml\n"), "{said}");
    let manager = said.lines().find(|line| line.starts_with("  roles/care-home-manager.yaml: ")).unwrap();
    assert!(
        manager.contains("progressions") && !manager.contains("entry_routes") && !manager.contains("look_for"),
        "{manager}"
    );

    let json: Value = serde_json::from_slice(&run(&["report", data, "--format", "json"]).stdout).unwrap();
    assert_eq!(json["roles"], 3);
    assert_eq!(json["reviews_due"]["2020-03"], serde_json::json!(["roles/care-assistant.yaml"]));
    assert_eq!(json["links_that_fail"], Value::Null);
    // Everything that is due in the shipped data is told.
    let shipped = copy_of("data");
    let json: Value =
        serde_json::from_slice(&run(&["report", shipped.path().to_str().unwrap(), "--format", "json"]).stdout).unwrap();
    let due: usize =
        json["reviews_due"].as_object().unwrap().values().map(|places| places.as_array().unwrap().len()).sum();
    assert!(due > json["roles"].as_u64().unwrap() as usize, "roles, guides, pathways, figures and pay");
}
