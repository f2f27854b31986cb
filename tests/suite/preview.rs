//! What somebody who edits the data sees in the browser beside the site.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::program::{Server, copy_of, run, text};

/// Nothing here takes this long, unless something is broken.
const LONG: Duration = Duration::from_secs(20);

/// An answer of a running preview.
struct Seen {
    head: String,
    body: String,
}

impl Seen {
    fn header(&self, name: &str) -> Option<&str> {
        let is_named = |line: &&str| line.split_once(": ").is_some_and(|(found, _)| found.eq_ignore_ascii_case(name));
        self.head.lines().find(is_named).and_then(|line| line.split_once(": ")).map(|(_, value)| value)
    }

    /// The banner, as a person reads it.
    fn banner(&self) -> String {
        let page = scraper::Html::parse_document(&self.body);
        let banner = page.select(&scraper::Selector::parse("body > aside.preview").unwrap()).next();
        banner.unwrap_or_else(|| panic!("no banner: {}", self.body)).text().collect()
    }
}

fn look(server: &Server, path: &str) -> Seen {
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").unwrap();
    let mut said = Vec::new();
    stream.read_to_end(&mut said).unwrap();
    let said = text(&said);
    let (head, body) = said.split_once("\r\n\r\n").unwrap();
    Seen { head: head.to_owned(), body: body.to_owned() }
}

/// Looks at a page as a browser does, again and again, until its banner says this.
fn until(server: &Server, path: &str, says: impl Fn(&str) -> bool) -> Seen {
    let end = Instant::now() + LONG;
    loop {
        let seen = look(server, path);
        let banner = seen.banner();
        if says(&banner) {
            return seen;
        }
        assert!(Instant::now() < end, "the banner never said so: {banner}");
    }
}

fn edit(file: &Path, from: &str, to: &str) {
    let before = fs::read_to_string(file).unwrap();
    assert!(before.contains(from), "{}", file.display());
    fs::write(file, before.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_fault_is_on_the_page_as_check_says_it_until_it_is_mended_and_the_last_good_data_stays() {
    let folder = copy_of(crate::DATA);
    let nurse = folder.path().join("roles/ward-nurse.yaml");
    let server = Server::preview(folder.path(), &[]);
    let page = look(&server, "/roles/ward-nurse");
    assert!(page.banner().contains("All is well"), "{}", page.banner());
    assert!(!page.banner().contains("last good"), "{}", page.banner());

    edit(&nurse, "\ntitle: ", "\ntittle: ");
    let broken = until(&server, "/roles/ward-nurse", |banner| banner.contains("error"));
    let banner = broken.banner();
    let checked = text(&run(&["check", folder.path().to_str().unwrap()]).stdout);
    let said = checked.replace(&format!("{}/", folder.path().display()), "");
    for line in said.lines().map(str::trim).filter(|line| !line.is_empty() && !line.contains(" found in ")) {
        assert!(
            banner.replace(&format!("{}/", folder.path().display()), "").contains(line),
            "{line:?} is not in {banner}"
        );
    }
    assert!(banner.contains("the last good data is shown"), "{banner}");
    assert!(broken.body.contains(">Ward Nurse</h1>"), "the last good data stays");
    // It is on every page, also on one that is not there.
    for path in ["/", "/map", "/nowhere", "/embed/roles/ward-nurse"] {
        assert!(look(&server, path).banner().contains("tittle"), "{path}");
    }

    edit(&nurse, "\ntittle: ", "\ntitle: Mended ");
    let mended = until(&server, "/roles/ward-nurse", |banner| banner.contains("All is well"));
    assert!(mended.body.contains(">Mended Ward Nurse</h1>"), "{}", mended.body);
}

#[test]
fn the_page_of_a_role_leads_to_the_line_of_its_file_that_is_to_be_mended() {
    let folder = copy_of(crate::DATA);
    let nurse = folder.path().join("roles/ward-nurse.yaml");
    let server = Server::preview(folder.path(), &[]);
    let of_line =
        |line: usize| format!("href=\"vscode://file{}:{line}\">roles/ward-nurse.yaml:{line}</a>", nurse.display());
    assert!(look(&server, "/roles/ward-nurse").body.contains(&of_line(1)));
    assert!(!look(&server, "/roles").body.contains("vscode://"));

    let line = 1 + fs::read_to_string(&nurse).unwrap().lines().position(|line| line.starts_with("summary:")).unwrap();
    edit(&nurse, "\nsummary: ", "\nsumary: ");
    let page = until(&server, "/roles/ward-nurse", |banner| banner.contains("sumary"));
    assert!(page.body.contains(&of_line(line)), "{}", page.body);
}

#[test]
fn warnings_are_shown_beside_data_that_is_shown() {
    let folder = copy_of(crate::DATA);
    let server = Server::preview(folder.path(), &[]);
    fs::write(folder.path().join("roles/notes.txt"), "Ring Ann\n").unwrap();
    let page = until(&server, "/", |banner| banner.contains("notes.txt"));
    assert!(page.banner().contains("warning[file-not-read]"), "{}", page.banner());
    assert!(!page.banner().contains("the last good data"), "{}", page.banner());
}

#[test]
fn nothing_is_cached() {
    let folder = copy_of(crate::DATA);
    let server = Server::preview(folder.path(), &[]);
    let page = look(&server, "/roles");
    let sheet = page.body.split('"').find(|part| part.starts_with("/assets/look.")).unwrap();
    for path in ["/roles", "/roles", "/api/v1/roles", "/roles.csv", sheet, sheet] {
        let seen = look(&server, path);
        assert_eq!(seen.header("cache-control"), Some("no-store"), "{path}");
        assert_eq!(seen.header("etag"), None, "{path}");
    }
}

#[test]
fn a_page_shows_itself_anew_each_second_unless_it_is_held_still() {
    let folder = copy_of(crate::DATA);
    let server = Server::preview(folder.path(), &[]);
    for (path, still) in [("/roles", "/roles?still=1"), ("/roles?q=nurse", "/roles?q=nurse&amp;still=1")] {
        let page = look(&server, path);
        assert_eq!(page.header("refresh"), Some("1"), "{path}");
        assert!(page.body.contains(&format!("<a href=\"{still}\">Hold this page still</a>")), "{}", page.body);
        let page = look(&server, &still.replace("&amp;", "&"));
        assert_eq!(page.header("refresh"), None, "{still}");
        assert!(page.body.contains(&format!("<a href=\"{path}\">Let this page show itself anew</a>")), "{}", page.body);
    }
    assert_eq!(look(&server, "/api/v1/roles").header("refresh"), None);
}

#[test]
fn a_folder_that_is_broken_from_the_start_is_shown_as_faults_alone_and_then_as_a_site() {
    let folder = copy_of(crate::DATA);
    let site = folder.path().join("site.yaml");
    let good = fs::read(&site).unwrap();
    fs::write(&site, "name: [half").unwrap();
    let server = Server::preview(folder.path(), &[]);
    let page = look(&server, "/roles/ward-nurse");
    assert!(page.head.starts_with("HTTP/1.1 503"), "{}", page.head);
    assert!(page.banner().contains("site.yaml"), "{}", page.banner());
    assert!(!page.banner().contains("last good"), "{}", page.banner());
    // What is inside the program is another hub's site.
    assert!(look(&server, "/api/v1/roles").head.starts_with("HTTP/1.1 503"));
    fs::write(&site, good).unwrap();
    let page = until(&server, "/roles/ward-nurse", |banner| banner.contains("All is well"));
    assert!(page.body.contains(">Ward Nurse</h1>"), "{}", page.body);
}

#[test]
fn a_preview_under_a_path_stays_there() {
    let folder = copy_of(crate::DATA);
    let server = Server::preview(folder.path(), &["--path-prefix", "/careers"]);
    let page = look(&server, "/careers/roles");
    assert!(page.body.contains("href=\"/careers/roles?still=1\""), "{}", page.body);
    let sheet = page.body.split('"').find(|part| part.starts_with("/careers/assets/preview.")).unwrap();
    assert!(look(&server, sheet).head.starts_with("HTTP/1.1 200"));
}

#[test]
fn a_preview_is_refused_where_others_could_reach_it_and_where_there_is_nothing_to_edit() {
    let folder = copy_of(crate::DATA);
    let data = folder.path().to_str().unwrap();
    let socket = format!("unix:{}", folder.path().join("site.sock").display());
    for address in ["0.0.0.0:0", "[::]:0", &socket] {
        let refused = run(&["serve", "--data", data, "--preview", "--listen", address]);
        assert!(!refused.status.success());
        assert!(text(&refused.stderr).contains("for this machine alone"), "{}", text(&refused.stderr));
    }
    let refused = run(&["serve", "--preview", "--listen", "127.0.0.1:0"]);
    assert!(!refused.status.success());
    assert!(text(&refused.stderr).contains("--data"), "{}", text(&refused.stderr));
}

#[test]
fn the_site_itself_has_none_of_it() {
    let folder = copy_of(crate::DATA);
    let server = Server::on(folder.path(), &[]);
    let page = look(&server, "/roles/ward-nurse");
    assert_eq!(page.header("refresh"), None);
    assert!(!page.body.contains("preview"), "{}", page.body);
}
