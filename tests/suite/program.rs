//! The program itself, as its operator runs it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, ChildStderr, Command, Output, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, kill_process, prlimit};

/// Nothing here takes this long, unless something is broken.
const LONG: Duration = Duration::from_secs(20);

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_career-pathways"));
    command.args(arguments).stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A running server; it is killed when the test is done with it.
struct Server {
    child: Child,
    log: BufReader<ChildStderr>,
    address: SocketAddr,
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
        let mut first_line = String::new();
        while !first_line.contains("listening") {
            first_line.clear();
            assert_ne!(log.read_line(&mut first_line).unwrap(), 0, "the program ended before it listened");
        }
        let start = first_line.find("http://").unwrap() + "http://".len();
        let address = first_line[start..].trim_end_matches(['\n', '"', '}']).parse().unwrap();
        Self { child, log, address, first_line }
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
    let output = run(&["new", "role", "Care Assistant", "--data", data]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("it has no folder roles"), "{}", text(&output.stderr));

    std::fs::create_dir(folder.path().join("roles")).unwrap();
    let output = run(&["new", "role", "Care Assistant", "--data", data]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let file = folder.path().join("roles/care-assistant.yaml");
    assert_eq!(text(&output.stdout), format!("{}\n", file.display()));
    assert!(std::fs::read_to_string(&file).unwrap().contains("title: Care Assistant"));

    std::fs::write(&file, "mine").unwrap();
    let output = run(&["new", "role", "Care assistant", "--data", data]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("is there already"), "{}", text(&output.stderr));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");

    let output = run(&["new", "role", "?!", "--data", data]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn help_shows_each_flag_with_its_variable_and_an_example_of_each_command() {
    for command in [vec!["serve"], vec!["check"], vec!["new", "role"]] {
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
    let free = (0..).find(|number| !std::path::Path::new(&format!("{files}/{number}")).exists());
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
