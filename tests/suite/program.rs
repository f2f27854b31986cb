//! The program itself, as its operator runs it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Output, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, kill_process, prlimit};

use crate::support::files_of;

/// Nothing here takes this long, unless something is broken.
const LONG: Duration = Duration::from_secs(20);

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_career-pathways"));
    command.args(arguments).stdin(Stdio::null());
    command
}

pub fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

/// A copy of a folder of the project, which a test may spoil.
pub fn copy_of(folder: &str) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for (path, bytes) in files_of(folder) {
        let path = copy.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    copy
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A running server; it is killed when the test is done with it.
pub struct Server {
    child: Child,
    log: BufReader<ChildStderr>,
    pub address: SocketAddr,
    /// What was logged before the line that says where it listens.
    log_before: String,
    first_line: String,
}

impl Server {
    fn start(arguments: &[&str]) -> Self {
        Self::spawn(command(arguments))
    }

    /// Starts the program and waits for the line that says where it listens.
    fn spawn(mut command: Command) -> Self {
        command.env("CAREER_PATHWAYS_DATA", crate::DATA);
        Self::spawn_on(command)
    }

    /// The same, on the data that the command names.
    fn spawn_on(mut command: Command) -> Self {
        let listening = command.env("CAREER_PATHWAYS_LISTEN", "127.0.0.1:0");
        let mut child = listening.stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let (mut log_before, mut first_line) = (String::new(), String::new());
        while !first_line.contains("listening") {
            log_before.push_str(&first_line);
            first_line.clear();
            assert_ne!(log.read_line(&mut first_line).unwrap(), 0, "the program ended before it listened");
        }
        let start = first_line.find("http://").unwrap() + "http://".len();
        let address = first_line[start..].trim_end_matches(['\n', '"', '}']).parse().unwrap();
        Self { child, log, address, log_before, first_line }
    }

    /// A site on this folder, with these flags.
    pub fn on(folder: &Path, flags: &[&str]) -> Self {
        let mut command = command(&["serve", "--drain-delay", "0"]);
        command.args(flags).env("CAREER_PATHWAYS_DATA", folder);
        Self::spawn_on(command)
    }

    /// A preview of this folder, with these flags.
    pub fn preview(folder: &Path, flags: &[&str]) -> Self {
        Self::on(folder, &[&["--preview"], flags].concat())
    }

    fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        stream
    }

    /// The status line of the answer to one request on this connection.
    fn ask(stream: &mut TcpStream, address: &str) -> std::io::Result<String> {
        stream.write_all(format!("HEAD {address} HTTP/1.1\r\nhost: a\r\n\r\n").as_bytes())?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte)?;
            head.extend(byte);
        }
        Ok(text(&head).lines().next().unwrap_or_default().to_owned())
    }

    /// Ends the server with this signal; gives its exit code and the rest of its log.
    fn end(mut self, signal: Signal) -> (Option<i32>, String) {
        kill_process(self.pid(), signal).unwrap();
        let mut rest = String::new();
        self.log.read_to_string(&mut rest).unwrap();
        (self.child.wait().unwrap().code(), rest)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads lines of a log up to the one that says this.
fn read_until(log: &mut BufReader<ChildStderr>, said: &str) -> String {
    let mut read = String::new();
    while !read.lines().last().unwrap_or_default().contains(said) {
        assert_ne!(log.read_line(&mut read).unwrap(), 0, "nobody said {said:?}: {read}");
    }
    read
}

#[test]
fn a_signal_that_means_nothing_changes_nothing_and_that_to_read_again_reads_again() {
    let mut server = Server::start(&["--drain-delay", "0"]);
    let mut client = server.connect();
    for (signal, said) in [
        (Signal::USR1, "SIGUSR1"),
        (Signal::USR2, "SIGUSR2"),
        (Signal::HUP, "the data was read again"),
        (Signal::HUP, "SIGHUP"),
    ] {
        kill_process(server.pid(), signal).unwrap();
        read_until(&mut server.log, said);
        assert_eq!(Server::ask(&mut client, "/roles").unwrap(), "HTTP/1.1 200 OK");
    }
    assert_eq!(server.end(Signal::TERM).0, Some(0));
}

#[test]
fn without_a_folder_there_is_nothing_to_read_again() {
    let mut command = command(&["--drain-delay", "0"]);
    command.env_remove("CAREER_PATHWAYS_DATA");
    let mut server = Server::spawn_on(command);
    kill_process(server.pid(), Signal::HUP).unwrap();
    read_until(&mut server.log, "the data inside the program does not change");
    assert_eq!(Server::ask(&mut server.connect(), "/").unwrap(), "HTTP/1.1 200 OK");
    assert_eq!(server.end(Signal::TERM).0, Some(0));
}

#[test]
fn systemd_hands_over_the_sockets_and_is_told_how_the_server_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify");
    let told = std::os::unix::net::UnixDatagram::bind(&path).unwrap();
    told.set_read_timeout(Some(LONG)).unwrap();
    let next = || {
        let mut message = [0; 1000];
        let length = told.recv(&mut message).unwrap();
        text(&message[..length])
    };
    let [site, operator] = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    let [address, operators] = [&site, &operator].map(|listener| listener.local_addr().unwrap());
    // A shell moves the sockets to where systemd puts them, and has the process id that systemd names.
    let mut command = Command::new("sh");
    let script = "exec 3<&0 4<&1 </dev/null >/dev/null; LISTEN_FDS=2 LISTEN_PID=$$ exec \"$0\" --drain-delay 0";
    command.args(["-c", script, env!("CARGO_BIN_EXE_career-pathways")]);
    command.stdin(Stdio::from(std::os::fd::OwnedFd::from(site)));
    command.stdout(Stdio::from(std::os::fd::OwnedFd::from(operator)));
    command.env("NOTIFY_SOCKET", &path);
    let server = Server::spawn(command);
    assert_eq!(server.address, address);
    assert_eq!(next(), "READY=1\n");
    assert_eq!(Server::ask(&mut server.connect(), "/roles").unwrap(), "HTTP/1.1 200 OK");
    let mut probe = TcpStream::connect(operators).unwrap();
    assert_eq!(Server::ask(&mut probe, "/readyz").unwrap(), "HTTP/1.1 200 OK");
    assert_eq!(Server::ask(&mut probe, "/roles").unwrap(), "HTTP/1.1 404 Not Found");
    kill_process(server.pid(), Signal::HUP).unwrap();
    assert!(next().starts_with("RELOADING=1\nMONOTONIC_USEC="));
    assert_eq!(next(), "READY=1\n");
    assert_eq!(server.end(Signal::TERM).0, Some(0));
    assert_eq!(next(), "STOPPING=1\n");
}

#[test]
fn without_a_command_it_serves_and_a_signal_ends_it_well() {
    for signal in [Signal::TERM, Signal::INT, Signal::QUIT] {
        let server = Server::start(&["--drain-delay", "0"]);
        let mut client = server.connect();
        assert_eq!(Server::ask(&mut client, "/roles/ward-nurse?q=secret").unwrap(), "HTTP/1.1 200 OK");
        let (code, log) = server.end(signal);
        assert_eq!(code, Some(0), "{log}");
        assert!(log.contains("method=HEAD path=\"/roles/ward-nurse\" status=200"), "{log}");
        assert!(!log.contains("secret"), "what a visitor asks for is nobody's business: {log}");
        assert!(log.contains("stopped"), "{log}");
    }
}

#[test]
fn the_log_can_be_json_and_says_at_every_level_where_the_site_is() {
    let server = Server::start(&["serve", "--log-format", "json", "--log-level", "off", "--drain-delay", "0"]);
    let line: serde_json::Value = serde_json::from_str(&server.first_line).unwrap();
    assert_eq!(line["message"], "listening");
    assert_eq!(line["address"], format!("http://{}", server.address));
    let mut client = server.connect();
    assert_eq!(Server::ask(&mut client, "/").unwrap(), "HTTP/1.1 200 OK");
    assert_eq!(server.end(Signal::TERM), (Some(0), String::new()));
}

#[test]
fn a_log_that_nobody_reads_holds_nobody_up() {
    let server = Server::start(&["--log-level", "debug"]);
    let mut client = server.connect();
    // Twice what a pipe holds.
    for _ in 0..1500 {
        assert_eq!(Server::ask(&mut client, "/readyz").unwrap(), "HTTP/1.1 200 OK");
    }
}

#[test]
fn a_health_check_learns_whether_visitors_may_be_sent() {
    let mut server = Server::start(&["--drain-delay", "15"]);
    let address = server.address.to_string();
    let output = run(&["ready", &address]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));

    kill_process(server.pid(), Signal::TERM).unwrap();
    let mut line = String::new();
    while !line.contains("stopping") {
        line.clear();
        assert_ne!(server.log.read_line(&mut line).unwrap(), 0, "it ended at once");
    }
    let output = run(&["ready", &address]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).starts_with("error: not ready: HTTP/1.1 503"), "{}", text(&output.stderr));

    drop(server);
    let output = run(&["ready", &address]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).starts_with(&format!("error: no answer from {address}")), "{}", text(&output.stderr));
    let output = run(&["ready", "nowhere"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_port_that_is_taken_is_said_at_once() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = run(&["serve", "--listen", &address]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        format!("error: address {address} is already in use: stop the other program or choose another with --listen\n")
    );
}

#[test]
fn data_that_is_not_sound_is_explained_and_not_served() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("site.yaml"), "name: [half of a").unwrap();
    let data = folder.path().to_str().unwrap();
    let output = run(&["serve", "--listen", "127.0.0.1:0", "--data", data]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("site.yaml:1"), "{}", text(&output.stderr));
    let output = run(&["check", data]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("site.yaml:1"), "{}", text(&output.stdout));
    let output = run(&["check", data, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    for line in text(&output.stdout).lines() {
        let diagnostic: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(diagnostic["severity"], "error");
    }
}

#[test]
fn a_new_role_file_is_written_once() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let missing = folder.path().join("nowhere");
    let output = run(&["new", "role", "Care Assistant", "--data", missing.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("is not a folder"), "{}", text(&output.stderr));

    let output = run(&["new", "role", "Élan Carer", "--data", data]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let file = folder.path().join("roles/elan-carer.yaml");
    assert_eq!(text(&output.stdout), format!("{}\n", file.display()));
    assert!(std::fs::read_to_string(&file).unwrap().contains("title: Élan Carer"));

    std::fs::write(&file, "mine").unwrap();
    let output = run(&["new", "role", "Elan carer", "--data", data]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("is there already"), "{}", text(&output.stderr));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");

    let output = run(&["new", "role", "?!", "--data", data]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(run(&["new", "recipe", "Soup", "--data", data]).status.code(), Some(2));
}

#[test]
fn whatever_is_new_needs_only_what_is_to_be_filled_in() {
    for (kind, file) in [
        ("guide", "guides/winter-work.yaml"),
        ("pathway", "pathways/winter-work.yaml"),
        ("category", "categories.yaml"),
        ("source", "sources.yaml"),
    ] {
        let folder = copy_of(crate::DATA);
        let data = folder.path().to_str().unwrap();
        let output = run(&["new", kind, "Winter work", "--data", data]);
        assert_eq!(text(&output.stdout), format!("{data}/{file}\n"), "{}", text(&output.stderr));
        let to_fill_in = ["wrong-type", "empty-text", "empty-list", "missing-source", "unknown-role"];
        let faults = text(&run(&["check", data, "--format", "json"]).stdout);
        for fault in faults.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()) {
            let code = fault["code"].as_str().unwrap();
            assert!(to_fill_in.contains(&code) || fault["severity"] == "warning", "{kind}: {fault}");
        }
    }
}

#[test]
fn a_new_hub_begins_with_a_folder_that_is_sound_and_can_be_served() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("our-data");
    let data = dir.to_str().unwrap();
    let output = run(&["init", data]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let check = run(&["check", data, "--strict"]);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
    for command in ["fmt", "schema"] {
        let output = run(&[command, data, "--check"]);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), String::new()), "{command}");
    }
    let server = Server::start(&["serve", "--data", data]);
    let mut client = server.connect();
    for address in ["/", "/roles/care-assistant", "/match", "/map", "/guides/starting-out"] {
        assert_eq!(Server::ask(&mut client, address).unwrap(), "HTTP/1.1 200 OK", "{address}");
    }

    let before = files_of(data);
    let again = run(&["init", data]);
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("is there already"), "{}", text(&again.stderr));
    assert_eq!(files_of(data), before);
}

#[test]
fn help_shows_each_flag_with_its_variable_and_an_example_of_each_command() {
    for command in [
        vec!["serve"],
        vec!["check"],
        vec!["ready"],
        vec!["export"],
        vec!["new"],
        vec!["rename", "role"],
        vec!["remove", "role"],
        vec!["schema"],
        vec!["fmt"],
        vec!["init"],
        vec!["import"],
        vec!["export-csv"],
        vec!["diff"],
        vec!["report"],
    ] {
        let help = text(&run(&[&command[..], &["--help"]].concat()).stdout);
        assert!(help.contains(&format!("career-pathways {}", command.join(" "))), "{help}");
        assert!(help.contains("Examples:"), "{help}");
        let flags = help.lines().map(str::trim).filter(|line| line.starts_with("--") && !line.starts_with("--help"));
        for flag in flags.map(|line| line.split_whitespace().next().unwrap_or_default()) {
            let variable = flag.trim_start_matches('-').replace('-', "_").to_uppercase();
            assert!(help.contains(&format!("CAREER_PATHWAYS_{variable}")), "{flag}: {help}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn when_no_file_descriptor_is_left_it_recovers_as_soon_as_there_is_one() {
    let server = Server::start(&[]);
    let mut first = server.connect();
    assert_eq!(Server::ask(&mut first, "/").unwrap(), "HTTP/1.1 200 OK");
    // The system gives the lowest free number, so this is the limit that lets it give none.
    let files = format!("/proc/{}/fd", server.pid().as_raw_nonzero());
    let free = (0..).find(|number| !Path::new(&format!("{files}/{number}")).exists());
    let before = getrlimit(Resource::Nofile);
    let none = Rlimit { current: free, maximum: before.maximum };
    prlimit(Some(server.pid()), Resource::Nofile, none).unwrap();

    let mut waiting = server.connect();
    waiting.write_all(b"HEAD / HTTP/1.1\r\nhost: a\r\n\r\n").unwrap();
    waiting.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    assert!(waiting.read(&mut [0]).is_err(), "it was served, so there was a descriptor left");
    // Who is here already is served as before.
    assert_eq!(Server::ask(&mut first, "/").unwrap(), "HTTP/1.1 200 OK");

    let released = Instant::now();
    prlimit(Some(server.pid()), Resource::Nofile, before).unwrap();
    waiting.set_read_timeout(Some(LONG)).unwrap();
    let mut start = [0; 15];
    waiting.read_exact(&mut start).unwrap();
    assert_eq!(&start, b"HTTP/1.1 200 OK");
    assert!(released.elapsed() < Duration::from_secs(1), "{:?}", released.elapsed());
}

/// A copy of the data that may be spoiled.
fn copy_of_data() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files_of(crate::DATA) {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
    folder
}

/// The whole answer to one request.
fn get(server: &Server, address: &str) -> String {
    let mut stream = server.connect();
    stream.write_all(format!("GET {address} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_folder_that_is_broken_at_the_next_start_is_no_outage() {
    let (folder, state) = (copy_of_data(), tempfile::tempdir().unwrap());
    let kept = state.path().join("kept");
    let start = || {
        let mut command = command(&["--drain-delay", "0"]);
        command.env("CAREER_PATHWAYS_DATA", folder.path()).env("CAREER_PATHWAYS_STATE", &kept);
        let log = state.path().join("log");
        command.stderr(std::fs::File::create(&log).unwrap());
        (command, log)
    };
    let broken = |path: &str| std::fs::write(folder.path().join(path), "title: [half of a").unwrap();
    let nurse = std::fs::read(folder.path().join("roles/ward-nurse.yaml")).unwrap();

    // Nothing was kept yet.
    broken("roles/ward-nurse.yaml");
    let (mut command, log) = start();
    assert_eq!(command.arg("--listen=127.0.0.1:0").status().unwrap().code(), Some(1));
    assert!(std::fs::read_to_string(&log).unwrap().contains("roles/ward-nurse.yaml:1"));

    std::fs::write(folder.path().join("roles/ward-nurse.yaml"), &nurse).unwrap();
    let server = Server::spawn_on(start().0);
    let revision = get(&server, "/version");
    assert_eq!(server.end(Signal::TERM).0, Some(0));
    let names: Vec<_> = std::fs::read_dir(&kept).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["last-good.json"]);

    for spoil in [&(|| broken("roles/ward-nurse.yaml")) as &dyn Fn(), &|| broken("site.yaml"), &|| {
        std::fs::remove_dir_all(folder.path()).unwrap()
    }] {
        spoil();
        let server = Server::spawn_on(start().0);
        assert!(server.log_before.contains("THE DATA FOLDER IS NOT SOUND"), "{}", server.log_before);
        assert_eq!(get(&server, "/version").lines().last(), revision.lines().last());
        assert!(get(&server, "/roles/ward-nurse").starts_with("HTTP/1.1 200"));
        assert!(get(&server, "/readyz").starts_with("HTTP/1.1 200"));
        let health = get(&server, "/healthz");
        assert!(health.contains("\"status\":\"degraded\"") && health.contains("newer data is refused"), "{health}");
        assert_eq!(server.end(Signal::TERM).0, Some(0));
    }

    // What was kept is of no use either.
    std::fs::write(kept.join("last-good.json"), "{").unwrap();
    let (mut command, log) = start();
    assert_eq!(command.arg("--listen=127.0.0.1:0").status().unwrap().code(), Some(1));
    assert!(std::fs::read_to_string(&log).unwrap().contains("last-good.json"));
}

#[test]
fn what_was_counted_is_kept_when_the_program_ends_and_added_to_by_the_next() {
    let state = tempfile::tempdir().unwrap();
    for run in 1..=3 {
        let server = Server::start(&["--drain-delay", "0", "--state", state.path().to_str().unwrap()]);
        for _ in 0..2 {
            assert!(get(&server, "/roles/ward-nurse").starts_with("HTTP/1.1 200"));
        }
        assert_eq!(server.end(Signal::TERM).0, Some(0));
        let tables = std::fs::read_dir(state.path().join("page-counts")).unwrap().map(|entry| entry.unwrap().path());
        let counted: u64 = tables
            .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
            .map(|path| std::fs::read_to_string(path).unwrap())
            .map(|table| {
                table
                    .lines()
                    .filter_map(|row| row.split_once(",/roles/ward-nurse,")?.1.parse::<u64>().ok())
                    .sum::<u64>()
            })
            .sum();
        assert_eq!(counted, 2 * run);
    }
}

#[test]
fn a_sound_folder_takes_the_place_of_its_last_good_version() {
    let (folder, state) = (copy_of_data(), tempfile::tempdir().unwrap());
    let nurse = folder.path().join("roles/ward-nurse.yaml");
    let start = || {
        let mut command = command(&["--drain-delay", "0"]);
        command.env("CAREER_PATHWAYS_DATA", folder.path()).env("CAREER_PATHWAYS_STATE", state.path());
        Server::spawn_on(command)
    };
    assert_eq!(start().end(Signal::TERM).0, Some(0));
    let good = std::fs::read_to_string(&nurse).unwrap();
    std::fs::write(&nurse, "title: [half of a").unwrap();
    let mut server = start();
    let renamed = good.lines().map(|line| {
        if line.starts_with("title:") { "title: Nurse of wards\n".to_owned() } else { format!("{line}\n") }
    });
    std::fs::write(&nurse, renamed.collect::<String>()).unwrap();
    kill_process(server.pid(), Signal::HUP).unwrap();
    read_until(&mut server.log, "the data was read again");
    assert!(get(&server, "/roles/ward-nurse").contains("Nurse of wards</h1>"));
    assert!(get(&server, "/healthz").contains("\"status\":\"ok\""));
    assert_eq!(server.end(Signal::TERM).0, Some(0));
    // And it is what is kept from now on.
    std::fs::remove_file(&nurse).unwrap();
    std::fs::remove_dir_all(folder.path()).unwrap();
    let server = start();
    assert!(get(&server, "/roles/ward-nurse").contains("Nurse of wards</h1>"));
    assert_eq!(server.end(Signal::TERM).0, Some(0));
}

#[test]
fn the_command_line_says_where_the_site_is_found() {
    let server = Server::start(&["--base-url", "https://Careers.example/", "--path-prefix", "/care/"]);
    assert!(!server.log_before.contains("--base-url"), "{}", server.log_before);
    let page = get(&server, "/care/guides");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://careers.example/care/guides\">"), "{page}");
    assert!(page.contains("<a class=\"brand\" href=\"/care/\">"), "{page}");
    for (flag, value) in [("--base-url", "careers.example"), ("--base-url", "https://a/b"), ("--path-prefix", "care")] {
        let output = run(&["serve", flag, value]);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains("write "), "{}", text(&output.stderr));
    }
}

#[test]
fn an_address_of_the_site_that_only_this_machine_can_reach_is_said_at_the_start() {
    let server = Server::start(&["--base-url", "http://127.0.0.1:3000", "--behind-tls"]);
    assert!(server.log_before.contains("set --base-url"), "{}", server.log_before);
    let server = Server::start(&["--base-url", "http://careers.example", "--behind-tls"]);
    assert!(server.log_before.contains("says http"), "{}", server.log_before);
}

#[test]
fn an_empty_variable_is_one_that_is_not_set() {
    let mut command = command(&["serve", "--drain-delay", "0"]);
    for variable in [
        "DATA",
        "STATE",
        "BASE_URL",
        "PATH_PREFIX",
        "ADMIN_LISTEN",
        "LOG_LEVEL",
        "LOG_FORMAT",
        "MAX_CONNECTIONS",
        "NOINDEX",
    ] {
        command.env(format!("CAREER_PATHWAYS_{variable}"), "");
    }
    let server = Server::spawn_on(command);
    assert!(get(&server, "/").starts_with("HTTP/1.1 200"));
    assert_eq!(server.end(Signal::TERM).0, Some(0));
}

#[test]
fn a_check_takes_no_empty_variable_for_a_choice() {
    let mut check = command(&["check"]);
    check.env("CAREER_PATHWAYS_DATA", "");
    assert_eq!(check.output().unwrap().status.code(), Some(2), "an empty folder is no folder");
    let mut check = command(&["check", crate::DATA]);
    check.env("CAREER_PATHWAYS_FORMAT", "").env("CAREER_PATHWAYS_STRICT", "").env("CAREER_PATHWAYS_EXPLAIN", "");
    assert_eq!(check.output().unwrap().status.code(), Some(0));
}

#[test]
fn a_code_is_explained_with_a_wrong_and_a_right_example() {
    let said = run(&["check", "--explain", "missing-source"]);
    assert_eq!(
        text(&said.stdout),
        "error[missing-source]: Something names no source.\n\
         Without what it asks for there is no site, so it is always an error.\n\n\
         Wrong:\n\n    progressions:\n      - to: nurse\n\n\
         Right:\n\n    progressions:\n      - to: nurse\n        sources: [handbook]\n"
    );
    let said = run(&["check", "--explain", "missing-sources"]);
    assert_eq!(said.status.code(), Some(1));
    assert_eq!(text(&said.stderr), "error: there is no code `missing-sources`: did you mean `missing-source`?\n");
}
