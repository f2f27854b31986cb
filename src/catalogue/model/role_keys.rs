//! The keys of a role: the one list that data files, the JSON API, the CSV table and the documentation of each follow.

use std::fmt;

/// Declares the keys, one row each.
macro_rules! role_keys {
    ($($key:ident = $name:literal, $presence:ident, $shape:expr, json $json:expr, csv $csv:expr, $meaning:literal,
        $example:literal;)+) => {
        /// A key of a role file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum RoleKey { $(#[doc = $meaning] $key,)+ }

        impl RoleKey {
            /// Every key, in the order of a role file.
            pub const ALL: &'static [Self] = &[$(Self::$key,)+];

            /// What is declared of it.
            #[must_use]
            pub const fn info(self) -> &'static RoleKeyInfo {
                match self {
                    $(Self::$key => &RoleKeyInfo {
                        name: $name,
                        meaning: $meaning,
                        example: $example,
                        presence: Presence::$presence,
                        shape: $shape,
                        json: $json,
                        csv: $csv,
                    },)+
                }
            }
        }
    };
}

/// What is declared of a key.
#[derive(Clone, Copy, Debug)]
pub struct RoleKeyInfo {
    /// Its name in role files.
    pub name: &'static str,
    /// What it says, in one sentence.
    pub meaning: &'static str,
    /// An example of its value, as a role file has it after the colon.
    pub example: &'static str,
    /// Whether it may be left out.
    pub presence: Presence,
    /// What a role file has under it.
    pub shape: KeyShape,
    /// What the JSON API has under the same name; `None` if the API leaves it out.
    pub json: Option<JsonShape>,
    /// The column of the CSV table; `None` if it has none.
    pub csv: Option<&'static str>,
}

/// Whether a key may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It must be there; a list needs an item.
    Required,
    /// It must be there; a list may be empty.
    RequiredMaybeEmpty,
    /// It may be left out.
    Optional,
}

/// The shape of a value in a role file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyShape {
    /// Plain words.
    Text,
    /// Words with a little Markdown.
    Markdown,
    /// A list of plain words.
    Texts,
    /// An id of its own.
    Id,
    /// The id of something in this file or folder.
    IdOf(&'static str),
    /// A list of these.
    IdsOf(&'static str),
    /// A list of these words.
    Words(&'static str),
    /// `true` or `false`.
    Flag,
    /// A date.
    Date,
    /// A group of keys.
    Group,
    /// A list of groups of keys.
    Groups,
}

impl KeyShape {
    /// Whether it is a list.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Texts | Self::IdsOf(_) | Self::Words(_) | Self::Groups)
    }
}

impl fmt::Display for KeyShape {
    /// Its name for people who write data files.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("text"),
            Self::Markdown => f.write_str("text with Markdown"),
            Self::Texts => f.write_str("list of texts"),
            Self::Id => f.write_str("id"),
            Self::IdOf(home) => write!(f, "id of {home}"),
            Self::IdsOf(home) => write!(f, "list of ids of {home}"),
            Self::Words(words) => write!(f, "list of words from {words}"),
            Self::Flag => f.write_str("true or false"),
            Self::Date => f.write_str("date"),
            Self::Group => f.write_str("group"),
            Self::Groups => f.write_str("list of groups"),
        }
    }
}

/// The shape of a value in the JSON API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonShape {
    /// A string.
    Text,
    /// A string or null.
    OptionalText,
    /// An array of strings.
    Texts,
    /// A word of a closed list.
    Word(ClosedList),
    /// A word of a closed list, or null.
    OptionalWord(ClosedList),
    /// An array of words of a closed list.
    Words(ClosedList),
    /// A date as a string.
    Date,
    /// An object with a schema of this name.
    Object(&'static str),
    /// An object with a schema of this name, or null.
    OptionalObject(&'static str),
    /// An array of objects with a schema of this name.
    Objects(&'static str),
}

/// A closed list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosedList {
    /// Career levels on which roles stand.
    Levels,
    /// Settings.
    Settings,
    /// Kinds of contact with patients.
    Contacts,
    /// Facts that may be our judgement.
    Judged,
    /// What a report says of a role.
    Marks,
    /// Whether one must register.
    RegistrationNeeds,
}

role_keys! {
    Id = "id", Required, KeyShape::Id, json Some(JsonShape::Text), csv Some("id"),
        "The slug of the role: the name of its file and the last part of its address.",
        "nursing-associate";
    Title = "title", Required, KeyShape::Text, json Some(JsonShape::Text), csv Some("title"),
        "The name of the job, unlike every other role's.",
        "Nursing Associate";
    OtherTitles = "other_titles", Optional, KeyShape::Texts, json Some(JsonShape::Texts), csv Some("other_titles"),
        "Other names for the same job.",
        "[Another name for the same job]";
    Summary = "summary", Required, KeyShape::Text, json Some(JsonShape::Text), csv Some("summary"),
        "One sentence that a person can repeat.",
        "You care for people of all ages and free nurses for people with more complex needs.";
    Levels = "levels", Required, KeyShape::IdsOf("`levels.yaml`"), json Some(JsonShape::Words(ClosedList::Levels)), csv Some("levels"),
        "The career levels it stands on, lowest first.",
        "[middle]";
    Settings = "settings", RequiredMaybeEmpty, KeyShape::IdsOf("`settings.yaml`"), json Some(JsonShape::Words(ClosedList::Settings)),
        csv Some("settings"),
        "Where it is found; empty where no source decides.",
        "[hospital, community]";
    Categories = "categories", Required, KeyShape::IdsOf("`categories.yaml`"), json Some(JsonShape::Texts), csv Some("categories"),
        "The families of careers; the first gives the role its line.",
        "[care]";
    Contact = "contact", Optional, KeyShape::IdOf("`contact.yaml`"), json Some(JsonShape::OptionalWord(ClosedList::Contacts)),
        csv Some("contact"),
        "Whether it gives care directly to patients; left out, or null, where no source decides.",
        "hands-on";
    Judged = "judged", RequiredMaybeEmpty, KeyShape::Words("`levels`, `settings`, `categories`, `contact`, `pay`, `hours`, `checks`, `codes`"), json Some(JsonShape::Words(ClosedList::Judged)), csv Some("judged"),
        "Which of its facts are the judgement of the editors.",
        "[categories, contact]";
    Family = "family", Optional, KeyShape::IdOf("`roles/`"), json Some(JsonShape::OptionalText), csv Some("family"),
        "The wider role of which this is one kind.",
        "doctor";
    WhatItIs = "what_it_is", Required, KeyShape::Markdown, json Some(JsonShape::Text), csv Some("what_it_is"),
        "What the job is, in one to three short paragraphs.",
        r"|
  You work in a nursing team, between healthcare assistants and registered nurses. **Strong** words may be marked.";
    WhatYouDo = "what_you_do", Required, KeyShape::Texts, json Some(JsonShape::Texts), csv Some("what_you_do"),
        "Things one does in the job.",
        r"
  - Give hands-on care to adults, children and families.";
    WhereYouWork = "where_you_work", Optional, KeyShape::Texts, json Some(JsonShape::Texts),
        csv Some("where_you_work"),
        "Places, as short phrases.",
        r"
  - Hospitals";
    Qualities = "qualities", Optional, KeyShape::Texts, json Some(JsonShape::Texts), csv Some("qualities"),
        "What the job asks of one as a person.",
        r"
  - You can work a mix of shifts.";
    EntryRoutes = "entry_routes", Optional, KeyShape::Groups, json Some(JsonShape::Objects("EntryRoute")),
        csv Some("ways_in"),
        "The ways in.",
        r"
  - kind: apprenticeship              # (required)
    from: [level-2]                   # (required) qualifications, roles, `experience` or `not-known`, any one of which is enough
    stated: usual                     # (required) how strongly the source says it
    summary: An apprenticeship, with study and work side by side.   # (required)
    requires:
      - Maths and English at level 2.
    also: [driving licence]           # what is asked so early that lists of roles say it too
    subjects: [maths, English]        # of the exams or degrees that are asked for
    level: 5                          # the qualification level it leads to
    months: {from: 24, to: 24}        # how long it takes; leave out `to` for 'at least'
    experience_months: {from: 12}     # how long one must have worked before
    earn: true                        # true: you are paid throughout; false: you are not; leave out if no source says
    run_by: [town-college]            # ids of organisations.yaml
    inferred: true                    # our reading of a source that does not say it in these words
    sources: [handbook, prospectus]   # (required)";
    Registration = "registration", Optional, KeyShape::Groups, json Some(JsonShape::Objects("Registration")),
        csv Some("registration"),
        "Whom one must, or may, register with.",
        r"
  - with: register-of-nurses          # (required)
    needed: true                      # (required) false: it is a choice
    by_law: true                      # a law in regulators.yaml asks for it
    own_profession: true              # people come from several professions, and each is on the register of theirs
    sources: [handbook, law]          # (required)";
    Pay = "pay", Optional, KeyShape::Groups, json Some(JsonShape::Objects("Pay")), csv Some("pay"),
        "What sets its pay: schemes and bands of `pay.yaml`, never a sum.",
        r#"
  - scheme: hospital-scale            # (required) id of pay.yaml
    bands: ["4"]                      # where the job usually starts; left out for a scheme without bands
    later: ["5"]                      # bands that one may reach in the same job
    sources: [handbook]               # (required)"#;
    Hours = "hours", Optional, KeyShape::Group, json Some(JsonShape::OptionalObject("Hours")), csv Some("hours"),
        "How long and when one works.",
        r"
  per_week: {from: 37, to: 40}
  pattern: [shifts, nights, weekends]   # also evenings, on-call, part-time, office-hours, flexible, seasonal
  sources: [handbook]                 # (required)";
    Checks = "checks", Optional, KeyShape::Groups, json Some(JsonShape::Objects("Check")), csv Some("checks"),
        "What one is checked for before or in the job.",
        r"
  - kind: dbs-enhanced                # (required) or dbs-standard, dbs-basic, health, driving-licence, driving-c1, age-18,
    sources: [handbook]               # (required)     occupational-health, vaccination, security";
    Progressions = "progressions", Optional, KeyShape::Groups, json Some(JsonShape::Objects("Progression")),
        csv Some("progressions"),
        "Where the role can lead, as printed: forward only, the way back is computed.",
        r"
  - to: nurse                         # (required) a role's id
    how: You can take a shorter nursing degree, or a nursing degree apprenticeship.   # what a source says one adds
    sources: [handbook]               # (required)";
    EndOfLine = "end_of_line", Optional, KeyShape::Flag, json None, csv None,
        "Whether a person has checked that a first job leads nowhere in the sources.",
        "true";
    Grow = "grow", Optional, KeyShape::Groups, json Some(JsonShape::Objects("Sentence")), csv Some("grow"),
        "Ways to grow without moving up.",
        r"
  - text: You can lead on infection control in your team.
    sources: [handbook]";
    Marks = "marks", Optional, KeyShape::Groups, json Some(JsonShape::Words(ClosedList::Marks)), csv Some("marks"),
        "What a report on the workforce says of the role.",
        r"
  - kind: in-short-supply             # (required) or less-known
    as_of: 2025                       # (required) the year of the report
    sources: [workforce-report]       # (required)";
    Media = "media", Optional, KeyShape::Groups, json Some(JsonShape::Objects("Media")), csv Some("media"),
        "That a source shows a video or an interview, without its lost address.",
        r"
  - kind: video                       # or interview
    about: How nursing associates fit in with the nursing team.
    sources: [handbook]";
    MoreAt = "more_at", Optional, KeyShape::IdsOf("`organisations.yaml`"), json Some(JsonShape::Texts), csv Some("more_at"),
        "Organisations to turn to.",
        "[association-of-nurses]";
    Links = "links", Optional, KeyShape::Groups, json Some(JsonShape::Objects("Link")), csv Some("links"),
        "Addresses printed in a source.",
        r"
  - title: Nursing associate vacancies
    url: https://jobs.example.org
    sources: [prospectus]";
    Codes = "codes", Optional, KeyShape::Group, json Some(JsonShape::Object("Codes")), csv Some("soc2020"),
        "The codes by which official lists know it.",
        r#"
  soc2020: ["1234"]                   # unit groups of the Standard Occupational Classification 2020
  onet: ["12-3456.00"]                # O*NET-SOC
  nhs_occupation: ["N1A"]             # codes of the health service
  apprenticeships:                    # standards that lead into the role; only `months` may be left out
    - {ref: ST0000, title: Nursing associate, level: 5, months: 24, sources: [handbook]}"#;
    LookFor = "look_for", Optional, KeyShape::Texts, json Some(JsonShape::Texts), csv Some("look_for"),
        "The words to look for it by in searches of other sites; left out, its title.",
        "[nursing associate]";
    FormerIds = "former_ids", Optional, KeyShape::Texts, json Some(JsonShape::Texts), csv Some("former_ids"),
        "Ids that it had before: their addresses lead to its page.",
        "[assistant-nurse]";
    Notes = "notes", Optional, KeyShape::Texts, json Some(JsonShape::Texts), csv Some("notes"),
        "What readers should know of its sources, such as that two differ.",
        "[An older source names another band.]";
    Pages = "pages", Optional, KeyShape::Groups, json Some(JsonShape::Objects("Page")), csv Some("pages"),
        "The pages on the web that its facts were read on; a source of the kind `page` needs one here.",
        r#"
  - source: handbook                  # (required)
    url: "https://handbook.test/careers/nursing-associate"   # (required) the publisher's own address
    published: 2023-05                # a year, a month or a day; left out for a page without a date
    read: 2026-11-27                  # (required)"#;
    Sources = "sources", Required, KeyShape::IdsOf("`sources.yaml`"), json Some(JsonShape::Texts), csv Some("sources"),
        "The ids of the documents that say it.",
        "[handbook, prospectus]";
    Changed = "changed", Optional, KeyShape::Groups, json Some(JsonShape::Objects("Change")), csv Some("changed"),
        "What is no longer as the sources say, with the page that says so.",
        r"
  - text: Courses for this job are at degree level only since 2024.   # (required)
    url: https://www.example.org/news/courses   # (required) the publisher's own address
    published: 2024-09                # the day, month or year of the page; left out if it has none
    read: 2026-11-27                  # (required) the day on which the page was read
    sources: [handbook]               # (required) who publishes it";
    Reviewed = "reviewed", Required, KeyShape::Date, json Some(JsonShape::Date), csv Some("reviewed"),
        "The day on which the file was last compared with its sources.",
        "2026-11-22";
    ReviewBy = "review_by", Required, KeyShape::Date, json Some(JsonShape::Date), csv Some("review_by"),
        "The day by which that is due again.",
        "2027-11-22";
}

impl RoleKey {
    /// Its name in role files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.info().name
    }
}
