//! The keys of a role: the one list that data files, the JSON API, the CSV table and the documentation of each follow.

/// Declares the keys, one row each.
macro_rules! role_keys {
    ($($key:ident = $name:literal, $presence:ident, $shape:expr, json $json:expr, csv $csv:expr, $meaning:literal;)+) => {
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
    /// An id, or a word of a closed list.
    Id,
    /// A list of these.
    Ids,
    /// `true` or `false`.
    Flag,
    /// A date.
    Date,
    /// A list of groups of keys.
    Groups,
}

impl KeyShape {
    /// Its name for people who write data files.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "text with Markdown",
            Self::Texts => "list of texts",
            Self::Id => "id",
            Self::Ids => "list of ids",
            Self::Flag => "`true` or `false`",
            Self::Date => "date",
            Self::Groups => "list of groups",
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
    /// A word of a closed list, or null.
    OptionalWord(ClosedList),
    /// An array of words of a closed list.
    Words(ClosedList),
    /// A date as a string.
    Date,
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
}

role_keys! {
    Id = "id", Required, KeyShape::Id, json Some(JsonShape::Text), csv Some("id"),
        "The slug of the role: the name of its file and the last part of its address.";
    Title = "title", Required, KeyShape::Text, json Some(JsonShape::Text), csv Some("title"),
        "The name of the job, unlike every other role's.";
    OtherTitles = "other_titles", Optional, KeyShape::Texts, json Some(JsonShape::Texts), csv Some("other_titles"),
        "Other names for the same job.";
    Summary = "summary", Required, KeyShape::Text, json Some(JsonShape::Text), csv Some("summary"),
        "One sentence that a person can repeat.";
    Levels = "levels", Required, KeyShape::Ids, json Some(JsonShape::Words(ClosedList::Levels)), csv Some("levels"),
        "The career levels it stands on, lowest first.";
    Settings = "settings", RequiredMaybeEmpty, KeyShape::Ids, json Some(JsonShape::Words(ClosedList::Settings)),
        csv Some("settings"),
        "Where it is found; empty where no source decides.";
    Categories = "categories", Required, KeyShape::Ids, json Some(JsonShape::Texts), csv Some("categories"),
        "The families of careers; the first gives the role its line.";
    Contact = "contact", Optional, KeyShape::Id, json Some(JsonShape::OptionalWord(ClosedList::Contacts)),
        csv Some("contact"),
        "Whether it gives care directly to patients; left out, or null, where no source decides.";
    Judged = "judged", RequiredMaybeEmpty, KeyShape::Ids, json Some(JsonShape::Words(ClosedList::Judged)), csv None,
        "Which of its facts are the judgement of the editors.";
    Family = "family", Optional, KeyShape::Id, json Some(JsonShape::OptionalText), csv None,
        "The wider role of which this is one kind.";
    WhatItIs = "what_it_is", Required, KeyShape::Markdown, json Some(JsonShape::Text), csv None,
        "What the job is, in one to three short paragraphs.";
    WhatYouDo = "what_you_do", Required, KeyShape::Texts, json Some(JsonShape::Texts), csv Some("what_you_do"),
        "Things one does in the job.";
    WhereYouWork = "where_you_work", Optional, KeyShape::Texts, json Some(JsonShape::Texts),
        csv Some("where_you_work"),
        "Places, as short phrases.";
    Qualities = "qualities", Optional, KeyShape::Texts, json Some(JsonShape::Texts), csv Some("qualities"),
        "What the job asks of one as a person.";
    EntryRoutes = "entry_routes", Optional, KeyShape::Groups, json Some(JsonShape::Objects("EntryRoute")),
        csv Some("ways_in"),
        "The ways in.";
    Registration = "registration", Optional, KeyShape::Groups, json Some(JsonShape::Objects("Registration")),
        csv Some("registration"),
        "Whom one must, or may, register with.";
    Progressions = "progressions", Optional, KeyShape::Groups, json Some(JsonShape::Objects("Progression")),
        csv Some("progressions"),
        "Where the role can lead, as printed.";
    EndOfLine = "end_of_line", Optional, KeyShape::Flag, json None, csv None,
        "Whether a person has checked that a first job leads nowhere in the sources.";
    Grow = "grow", Optional, KeyShape::Groups, json None, csv None,
        "Ways to grow without moving up.";
    Marks = "marks", Optional, KeyShape::Groups, json Some(JsonShape::Words(ClosedList::Marks)), csv Some("marks"),
        "What a report on the workforce says of the role.";
    Media = "media", Optional, KeyShape::Groups, json None, csv None,
        "That a source shows a video or an interview.";
    MoreAt = "more_at", Optional, KeyShape::Ids, json None, csv None,
        "Organisations to turn to.";
    Links = "links", Optional, KeyShape::Groups, json None, csv None,
        "Addresses printed in a source.";
    Sources = "sources", Required, KeyShape::Ids, json Some(JsonShape::Texts), csv Some("sources"),
        "The ids of the documents that say it.";
    Reviewed = "reviewed", Required, KeyShape::Date, json Some(JsonShape::Date), csv Some("reviewed"),
        "The day on which the file was last held against its sources.";
    ReviewBy = "review_by", Required, KeyShape::Date, json Some(JsonShape::Date), csv Some("review_by"),
        "The day by which that is due again.";
}

impl RoleKey {
    /// Its name in role files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.info().name
    }
}
