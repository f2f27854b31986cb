//! The site as static files, as the program writes them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::fs::File;
use std::io::Read as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

use career_pathways::catalogue::Catalogue;
use career_pathways::content::load_folder;
use career_pathways::web::addresses;
use career_pathways::web::state::Settings;
use scraper::{Html, Selector};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::support::TestSite;

const DATA: &str = "tests/fixtures/base";
/// What an offline copy may link to beside its own files.
const OUTSIDE: [&str; 4] = ["https://", "mailto:", "tel:", "#"];

/// A folder in which exports are made.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn dest(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// A copy of the data that a test may spoil.
    fn data(&self) -> PathBuf {
        let data = self.folder.path().join("data");
        for (name, bytes) in crate::support::files_of(DATA) {
            let path = data.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        data
    }

    fn run(&self, data: &Path, flags: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_career-pathways"));
        command.arg("export").arg(self.dest()).arg("--data").arg(data).args(flags).output().unwrap()
    }

    /// Exports, holds that it went well, and gives what it said of the number of files.
    #[track_caller]
    fn export(&self, flags: &[&str]) -> String {
        self.export_of(Path::new(DATA), flags)
    }

    #[track_caller]
    fn export_of(&self, data: &Path, flags: &[&str]) -> String {
        let output = self.run(data, flags);
        let (said, faults) = (text(&output.stdout), text(&output.stderr));
        assert!(output.status.success() && faults.is_empty(), "{faults}");
        said.trim_start_matches(&format!("{}: ", self.dest().display())).trim_end().to_owned()
    }

    /// Holds that an export is refused, and gives the reason.
    #[track_caller]
    fn refused(&self) -> String {
        let output = self.run(Path::new(DATA), &[]);
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
        assert_eq!(self.beside(), [] as [String; 0]);
        text(&output.stderr)
    }

    fn manifest(&self) -> Value {
        serde_json::from_slice(&fs::read(self.dest().join("manifest.json")).unwrap()).unwrap()
    }

    /// Every file, with what tells whether it was touched.
    fn files(&self) -> BTreeMap<String, (u64, SystemTime)> {
        files_below(&self.dest())
    }

    /// What else lies beside the export.
    fn beside(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let names = names.map(|name| name.into_string().unwrap());
        names.filter(|name| !["site", "data"].contains(&name.as_str())).collect()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn files_below(root: &Path) -> BTreeMap<String, (u64, SystemTime)> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let metadata = fs::symlink_metadata(&path).unwrap();
            if metadata.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.insert(name, (metadata.ino(), metadata.modified().unwrap()));
            }
        }
    }
    found
}

fn catalogue() -> Catalogue {
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    load_folder(Path::new(DATA), today).into_result().unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn every_file_is_what_the_site_answers_to_its_address() {
    let place = Place::new();
    place.export(&[]);
    let (manifest, site) = (place.manifest(), TestSite::of(catalogue()));
    let mut listed = BTreeSet::from(["manifest.json".to_owned()]);
    let not_found = [("/there-is-no-such-page".to_owned(), manifest["not_found"].clone())];
    let files = manifest["files"].as_object().unwrap().clone();
    for (address, entry) in files.into_iter().chain(not_found) {
        let name = entry["file"].as_str().unwrap();
        let bytes = fs::read(place.dest().join(name)).unwrap();
        let status = if address.starts_with("/there-is-no") { 404 } else { 200 };
        let live = site.get(&address).await.status(status);
        if status == 200 {
            assert!(bytes == live.body, "{address} differs from {name}");
        }
        assert_eq!(entry["type"], live.header("content-type"), "{address}");
        assert_eq!(entry["sha256"], sha256(&bytes), "{address}");
        assert_eq!(entry["bytes"], bytes.len(), "{address}");
        let headers = manifest["headers"][entry["headers"].as_str().unwrap()].as_object().unwrap();
        for (header, value) in headers {
            assert_eq!(value, live.header(header), "{address} {header}");
        }
        for header in live
            .headers
            .keys()
            .filter(|name| !["content-type", "content-length", "etag", "x-request-id"].contains(&name.as_str()))
        {
            assert!(headers.contains_key(header.as_str()), "{address} {header}");
        }
        listed.insert(name.to_owned());
    }
    assert_eq!(listed, place.files().into_keys().collect::<BTreeSet<_>>());
    assert_eq!(place.beside(), [] as [String; 0]);
}

#[test]
fn every_page_every_choice_and_everything_beside_the_pages_has_a_file() {
    let place = Place::new();
    place.export(&[]);
    let (manifest, catalogue) = (place.manifest(), catalogue());
    let mut expected = addresses::pages(&catalogue);
    expected.extend(addresses::beside_pages(&catalogue));
    expected.extend(addresses::single_choices(&catalogue));
    let journeys =
        ["/journeys?to=nurse", "/journeys?from=care-worker&to=nurse", "/embed/journeys?from=care-worker&to=nurse"];
    expected.extend(journeys.map(str::to_owned));
    for address in expected {
        assert!(manifest["files"].get(&address).is_some(), "{address} has no file");
    }
    assert_eq!(manifest["files"]["/roles/nurse"]["file"], "roles/nurse.html");
}

#[tokio::test]
async fn under_a_path_of_a_host_the_files_are_what_the_site_answers_there() {
    let place = Place::new();
    place.export(&["--path-prefix", "/careers", "--base-url", "https://hub.example", "--without", "pictures"]);
    let settings = Settings { path_prefix: "/careers".parse().unwrap(), ..Settings::default() };
    let catalogue = catalogue().with_base_url("https://hub.example/careers".to_owned());
    let site = TestSite::of_with(catalogue, settings);
    let manifest = place.manifest();
    let files = manifest["files"].as_object().unwrap();
    assert_eq!(files["/careers/roles/nurse"]["file"], "roles/nurse.html");
    assert!(files.len() > 200, "{}", files.len());
    for (address, entry) in files {
        let bytes = fs::read(place.dest().join(entry["file"].as_str().unwrap())).unwrap();
        assert!(bytes == site.get(address).await.ok().body, "{address}");
    }
}

#[test]
fn a_second_export_touches_nothing_whatever_the_number_of_threads() {
    let place = Place::new();
    let first = place.export(&["--threads", "1"]);
    let (before, folder) = (place.files(), fs::metadata(place.dest()).unwrap());
    assert_eq!(first, format!("{0} files, {0} new or changed, 0 removed", before.len()));
    let second = place.export(&["--threads", "7"]);
    assert_eq!(second, format!("{} files, 0 new or changed, 0 removed", before.len()));
    assert_eq!(place.files(), before);
    let after = fs::metadata(place.dest()).unwrap();
    assert_eq!((after.ino(), after.mtime_nsec()), (folder.ino(), folder.mtime_nsec()));
}

#[test]
fn after_an_edit_only_files_with_new_content_are_written() {
    let place = Place::new();
    let data = place.data();
    place.export_of(&data, &[]);
    let before = place.files();
    let old: BTreeMap<String, Vec<u8>> =
        before.keys().map(|name| (name.clone(), fs::read(place.dest().join(name)).unwrap())).collect();
    let role = data.join("roles/matron.yaml");
    let edited = fs::read_to_string(&role).unwrap().replace("You lead the nurses.", "You lead all the nurses.");
    fs::write(&role, edited).unwrap();
    place.export_of(&data, &[]);
    let after = place.files();
    let (mut changed, mut pages) = (0, 0);
    for (name, stamp) in &after {
        let is_same = old.get(name) == Some(&fs::read(place.dest().join(name)).unwrap());
        assert_eq!(is_same, before.get(name) == Some(stamp), "{name}");
        // Each answer of the API names the version of the data, so it is new with any edit.
        if !name.starts_with("api/") {
            pages += 1;
            changed += usize::from(!is_same);
        }
    }
    assert!(changed > 2 && changed < pages / 4, "{changed} of {pages} changed");
    assert_eq!(place.beside(), [] as [String; 0]);
}

#[test]
fn a_former_address_of_a_role_redirects() {
    let place = Place::new();
    place.export(&["--without", "queries,pictures"]);
    let redirect = &place.manifest()["redirects"]["/roles/sister"];
    assert_eq!((&redirect["status"], &redirect["location"]), (&308.into(), &"/roles/nurse".into()));
}

#[test]
fn what_the_site_no_longer_has_is_removed() {
    let place = Place::new();
    place.export(&[]);
    let before = place.files();
    assert!(before.keys().any(|name| name.starts_with("og/")));
    let said = place.export(&["--without", "pictures,queries"]);
    let after = place.files();
    assert!(!after.keys().any(|name| name.starts_with("og/") || name.contains('=')), "{after:?}");
    assert!(said.ends_with(&format!("{} removed", before.len() - after.len())), "{said}");
}

#[test]
fn compressed_files_hold_the_same() {
    let place = Place::new();
    place.export(&["--compress", "--without", "queries"]);
    let files = place.files();
    let (mut gzip, mut brotli) = (0, 0);
    for name in files.keys() {
        let bytes = fs::read(place.dest().join(name)).unwrap();
        let mut plain = Vec::new();
        if let Some(original) = name.strip_suffix(".gz") {
            flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut plain).unwrap();
            assert!(plain == fs::read(place.dest().join(original)).unwrap(), "{name}");
            gzip += 1;
        } else if let Some(original) = name.strip_suffix(".br") {
            brotli::Decompressor::new(&bytes[..], 4096).read_to_end(&mut plain).unwrap();
            assert!(plain == fs::read(place.dest().join(original)).unwrap(), "{name}");
            brotli += 1;
        }
    }
    assert!(gzip == brotli && gzip > 30, "{gzip} and {brotli}");
    place.export(&["--compress", "--without", "queries"]);
    assert_eq!(place.files(), files);
}

#[test]
fn in_an_offline_copy_every_link_leads_to_a_file_and_no_form_is_left() {
    let place = Place::new();
    place.export(&["--offline"]);
    let any = Selector::parse("[href], [src], [action], [formaction], [srcset]").unwrap();
    let (mut pages, mut links) = (BTreeMap::new(), Vec::new());
    for name in place.files().into_keys().filter(|name| name.ends_with(".html")) {
        let page = Html::parse_document(&fs::read_to_string(place.dest().join(&name)).unwrap());
        for element in page.select(&any).map(|element| element.value()) {
            for attribute in ["action", "formaction", "srcset"] {
                assert_eq!(element.attr(attribute), None, "{name}");
            }
            links.extend(
                ["href", "src"].iter().filter_map(|it| element.attr(it)).map(|link| (name.clone(), link.to_owned())),
            );
        }
        let ids: BTreeSet<String> = page
            .select(&Selector::parse("[id]").unwrap())
            .filter_map(|it| it.value().attr("id"))
            .map(str::to_owned)
            .collect();
        pages.insert(name, ids);
    }
    let mut faults = Vec::new();
    for (from, link) in &links {
        if OUTSIDE.iter().any(|start| link.starts_with(start)) {
            continue;
        }
        let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
        let folder = Path::new(from).parent().unwrap();
        let target = folder.join(path).components().fold(PathBuf::new(), |mut walked, step| {
            if step.as_os_str() == ".." {
                assert!(walked.pop(), "{from}: {link}")
            } else {
                walked.push(step)
            }
            walked
        });
        let is_there = place.dest().join(&target).is_file();
        let has_part =
            pages.get(target.to_str().unwrap()).is_none_or(|ids| fragment.is_empty() || ids.contains(fragment));
        if !is_there || !has_part {
            faults.push(format!("{from}: {link}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(links.len() > 5000 && pages.len() > 200, "{} links on {} pages", links.len(), pages.len());
}

#[test]
fn an_offline_copy_keeps_every_single_choice_and_what_each_page_says() {
    let place = Place::new();
    place.export(&["--offline"]);
    let roles = fs::read_to_string(place.dest().join("roles.html")).unwrap();
    assert!(roles.contains("<a class=\"choice\" href=\"roles/level=mid.html\">Mid career"), "{roles}");
    let nurse = Html::parse_document(&fs::read_to_string(place.dest().join("roles/nurse.html")).unwrap());
    let heading = nurse.select(&Selector::parse("h1").unwrap()).next().unwrap();
    assert_eq!(heading.text().collect::<String>(), "Nurse");
    let style = nurse.select(&Selector::parse("link[rel=stylesheet]").unwrap()).next().unwrap();
    assert!(style.value().attr("href").unwrap().starts_with("../assets/look."));
}

#[test]
fn a_folder_with_other_things_in_it_is_left_alone() {
    let place = Place::new();
    fs::create_dir(place.dest()).unwrap();
    fs::write(place.dest().join("thesis.txt"), "mine").unwrap();
    let said = place.refused();
    assert!(said.contains("holds thesis.txt, which no export wrote, and was left alone"), "{said}");
    fs::remove_file(place.dest().join("thesis.txt")).unwrap();
    place.export(&["--without", "queries"]);
    // Nor is a file swept away that somebody put into an export.
    fs::write(place.dest().join("roles/CNAME"), "careers.example").unwrap();
    let said = place.refused();
    assert!(said.contains("holds roles/CNAME, which no export wrote"), "{said}");
    assert_eq!(fs::read_to_string(place.dest().join("roles/CNAME")).unwrap(), "careers.example");
    // What somebody changed in an export is made good.
    fs::remove_file(place.dest().join("roles/CNAME")).unwrap();
    fs::write(place.dest().join("roles/nurse.html"), "spoiled").unwrap();
    let said = place.export(&["--without", "queries"]);
    assert!(said.contains(" 1 new or changed"), "{said}");
}

#[test]
fn a_destination_that_cannot_be_a_folder_is_said() {
    let place = Place::new();
    fs::write(place.dest(), "a file").unwrap();
    assert!(place.refused().contains("is not a folder"));
    assert_eq!(fs::read_to_string(place.dest()).unwrap(), "a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_career-pathways"));
    let output =
        command.arg("export").arg(place.dest().with_file_name("no")).arg("--data").arg("/no").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let output = Command::new(env!("CARGO_BIN_EXE_career-pathways"))
        .arg("export")
        .arg(place.folder.path().join("missing/site"))
        .args(["--data", DATA])
        .output()
        .unwrap();
    assert!(text(&output.stderr).contains("missing is not there: make it first"), "{}", text(&output.stderr));
}

#[test]
fn what_a_killed_export_left_does_no_harm() {
    let place = Place::new();
    place.export(&["--without", "queries"]);
    let left = place.folder.path().join(".site.export");
    fs::create_dir_all(left.join("roles")).unwrap();
    fs::write(left.join("roles/half.html"), "<!DOCTY").unwrap();
    let data = place.data();
    let site = data.join("site.yaml");
    fs::write(&site, fs::read_to_string(&site).unwrap().replace("name: ", "name: The ")).unwrap();
    place.export_of(&data, &["--without", "queries"]);
    assert!(!place.files().contains_key("roles/half.html"));
    assert_eq!(place.beside(), [] as [String; 0]);
}

#[test]
fn of_two_exports_to_one_folder_the_second_is_refused() {
    let place = Place::new();
    place.export(&["--without", "queries"]);
    let before = place.files();
    let other = File::open(place.dest()).unwrap();
    other.lock().unwrap();
    assert!(place.refused().contains("another export to "));
    assert_eq!(place.files(), before);
}
