//! The codes of diagnostics.

use crate::content::severity::Severity;

/// Declares the codes with their id, severity and description.
macro_rules! codes {
    ($($code:ident = $id:literal, $severity:ident, $about:literal;)+) => {
        /// The kind of a diagnostic.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $about] $code,)+ }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$code,)+];

            /// Its name in reports.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$code => $id,)+ }
            }

            /// Its severity, where the site does not set another.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => weight!($severity).0,)+ }
            }

            /// Whether no site may make it less than an error: without what it asks for, no catalogue can be built.
            #[must_use]
            pub fn is_binding(self) -> bool {
                match self { $(Self::$code => weight!($severity).1,)+ }
            }

            /// What it means, in one sentence.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self { $(Self::$code => $about,)+ }
            }

            /// The code with this name.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.id() == id)
            }
        }
    };
}

/// The severity of a word of the table, and whether it is binding.
macro_rules! weight {
    (Error) => {
        (Severity::Error, true)
    };
    (Style) => {
        (Severity::Error, false)
    };
    (Warning) => {
        (Severity::Warning, false)
    };
}

// `Error` is binding; `Style` is an error that a site may make a warning, or leave out.
codes! {
    // Files and folders
    MissingFile = "missing-file", Error, "A file that every data folder has is not there.";
    UnexpectedFile = "unexpected-file", Error, "A YAML or Fluent file is not one of a data folder.";
    NotAFile = "not-a-file", Error, "A folder, pipe or device has the name of a data file.";
    LinkLoop = "link-loop", Error, "A symbolic link leads back to itself or to a folder that holds it.";
    Unreadable = "unreadable", Error, "A file or folder cannot be read.";
    FileTooLarge = "file-too-large", Error, "A file is larger than 1 MiB.";
    TooManyFiles = "too-many-files", Error, "The folder holds more files than are read.";
    TooMuchData = "too-much-data", Error, "The files together are larger than is read.";
    NotUtf8 = "not-utf8", Error, "A file is not UTF-8 text.";
    NulByte = "nul-byte", Error, "A file has a NUL byte in it.";
    FileNotRead = "file-not-read", Warning, "A file in a folder of data is not read.";

    // YAML
    YamlSyntax = "yaml-syntax", Error, "A file is not YAML.";
    YamlFeatureRefused = "yaml-feature-refused", Error, "A file uses a feature of YAML that data files may not use.";
    DuplicateKey = "duplicate-key", Error, "A map has a key twice.";
    TooDeep = "too-deep", Error, "Lists and maps are nested more than 32 deep.";
    TooManyNodes = "too-many-nodes", Error, "A file has more values than are read.";

    // Shape
    UnknownField = "unknown-field", Error, "A map has a key that its record does not have.";
    MissingField = "missing-field", Error, "A required key is missing.";
    MissingSource = "missing-source", Error, "Something names no source.";
    WrongType = "wrong-type", Error, "A value is not of the type of its key.";
    TextTurned = "text-turned", Error, "YAML takes a text without quotes for a number, a date or a boolean.";
    EmptyText = "empty-text", Error, "A text is empty.";
    TextTooLong = "text-too-long", Error, "A text is longer than the limit.";
    EmptyList = "empty-list", Error, "A list that needs an item has none.";
    DuplicateItem = "duplicate-item", Error, "A list has an item twice.";
    UnknownWord = "unknown-word", Error, "A word is not in its closed list.";
    SeverityBound = "severity-bound", Error, "A site makes less of an error without whose mend there is no site.";
    LevelOutOfRange = "level-out-of-range", Error, "A qualification level is not between 2 and 8.";
    MonthRange = "month-range", Error, "A length of time ends before it begins.";
    NumberOutOfRange = "number-out-of-range", Error, "A number is outside the limits of its key.";
    HoursRange = "hours-range", Error, "A number of hours ends before it begins.";
    BadCode = "bad-code", Error, "A code does not have the form of its list.";
    BadId = "bad-id", Error, "An id is not in small letters, digits and single hyphens.";
    BadDate = "bad-date", Error, "A date is not a day of the calendar, or not written as 2026-11-22.";

    // Names
    FileNameDiffers = "file-name-differs", Error, "A file's name and the id in it differ.";
    DuplicateId = "duplicate-id", Error, "Two entries have the same id.";
    DuplicateTitle = "duplicate-title", Error, "Two roles share a title or another title, or two entries of one list a title.";

    // References
    UnknownRole = "unknown-role", Error, "No role has this id.";
    UnknownLevel = "unknown-level", Error, "No level has this id.";
    UnknownSetting = "unknown-setting", Error, "No setting has this id.";
    UnknownQualification = "unknown-qualification", Error, "No qualification has this id.";
    UnknownContact = "unknown-contact", Error, "No kind of contact has this id.";
    UnknownCategory = "unknown-category", Error, "No category has this id.";
    UnknownSource = "unknown-source", Error, "No source has this id.";
    UnknownOrganisation = "unknown-organisation", Error, "No organisation has this id.";
    UnknownWordList = "unknown-word-list", Error, "No word list of the matcher has this id.";
    UnknownFact = "unknown-fact", Error, "No figure has this id.";
    UnknownPayScheme = "unknown-pay-scheme", Error, "No scheme of pay has this id.";
    UnknownPayBand = "unknown-pay-band", Error, "No scheme of pay has such a band.";
    UnknownGuide = "unknown-guide", Error, "No guide has this id.";
    UnknownPathway = "unknown-pathway", Error, "No pathway has this id.";

    // Meaning
    DuplicateProgression = "duplicate-progression", Error, "A role leads to the same role twice.";
    EndLeadsOn = "end-leads-on", Style, "A role is the end of its line, and leads to another role.";
    ProgressionToItself = "progression-to-itself", Error, "A role leads to itself.";
    EntryFromItself = "entry-from-itself", Error, "A way into a role begins at the role.";
    FamilyOfItself = "family-of-itself", Error, "A role is a kind of itself.";
    FamilyChain = "family-chain", Error, "A role is a kind of a role that is itself a kind of another.";
    ProtectedTitle = "protected-title", Style, "A role has a title that a law protects, and does not say that the law asks for the register.";
    RegisterNotByLaw = "register-not-by-law", Style, "A registration is said to be needed by law, and no law of regulators.yaml asks for it.";
    LevelNotForRoles = "level-not-for-roles", Error, "A role is on a level that is only guidance.";
    ListIncomplete = "list-incomplete", Error, "A list has no entry of a kind that the site needs.";
    ListTooLong = "list-too-long", Error, "A closed list has more entries than the limit.";
    ListOutOfOrder = "list-out-of-order", Error, "A qualification is listed after a higher one.";
    ClimbNotUp = "climb-not-up", Error, "A climb does not begin at a lower qualification.";
    ReviewBeforeReviewed = "review-before-reviewed", Style, "The next review is due before the last one.";
    NotOneCriterion = "not-one-criterion", Error, "What an answer of the matcher looks for is nothing, or several things at once.";
    AnswerMeansNothing = "answer-means-nothing", Error, "An answer of the matcher looks for nothing.";
    PointsOutOfRange = "points-out-of-range", Error, "Points are 0, or more than 10 either way.";
    PageWithoutSite = "page-without-site", Error, "The address of a page is only a path, and its source has no address.";
    PageMissing = "page-missing", Style, "A fact comes from pages on the web, and the file names no page of that source.";
    PayOutOfOrder = "pay-out-of-order", Error, "A band ends below where it begins, or begins below the band before it.";
    FormerIdTaken = "former-id-taken", Error, "A former id of a role is the id of another role, or of two.";
    SynonymMeansNothing = "synonym-means-nothing", Error, "A synonym has no meaning.";

    // Words
    ControlCharacter = "control-character", Error, "A text has a control character, which no page can show.";
    InvisibleSign = "invisible-sign", Style, "A title or a text has a sign that nobody sees.";
    MarkdownNotAllowed = "markdown-not-allowed", Error, "A text uses a feature of Markdown that data files may not use.";
    LinkNotAllowed = "link-not-allowed", Error, "A link leads to an address that is not allowed.";
    BrokenOwnLink = "broken-own-link", Error, "A link leads to a page that this site does not have.";
    MoneyOutsideFacts = "money-outside-facts", Style, "An amount of money is written outside facts.yaml and pay.yaml.";
    FigureWithoutYear = "figure-without-year", Style, "A share in per cent or a large count is written without a year.";
    PlaceholderText = "placeholder-text", Style, "A text was left to be filled in.";
    BadIcon = "bad-icon", Error, "An icon is not path data on the grid of icons.";
    BadColour = "bad-colour", Error, "A colour is not written as #rrggbb, or is too pale or too dark to read.";
    BadSearchAddress = "bad-search-address", Error, "The address of a search is not https, or lacks the words to look for.";
    BadUrl = "bad-url", Error, "An address is not one that a browser can go to.";

    MessageSyntax = "message-syntax", Error, "A message of the interface cannot be parsed or formatted.";
    MissingMessage = "missing-message", Error, "A language lacks a message of the interface.";
    UnknownMessage = "unknown-message", Error, "The interface does not use this message.";
    MessageVariable = "message-variable", Error, "A message lacks a variable, or has one that the interface does not set.";
    MessageMarkup = "message-markup", Error, "The links or the emphasis of a message differ from those of the reference.";
    UnknownLanguage = "unknown-language", Error, "A language tag is not valid.";

    // Warnings
    LeadsNowhere = "leads-nowhere", Warning, "A role on the first two levels leads nowhere.";
    NoRoad = "no-road", Warning, "A role cannot be reached by somebody who starts with nothing.";
    GuideMissing = "guide-missing", Warning, "No guide serves a purpose for which pages link to one.";
    NearCopy = "near-copy", Warning, "A role says almost all that another says, in the same words.";
    FutureDate = "future-date", Warning, "A day on which something was done lies in the future.";
    ReadBeforePublished = "read-before-published", Warning, "A page was read before the day on which it was published.";
    PayPastItsYear = "pay-past-its-year", Warning, "A scale of pay is past its last day.";
    TextCut = "text-cut", Warning, "A `#` begins a comment and cuts off the rest of a text.";
    LinesJoined = "lines-joined", Warning, "Lines that stand apart in the file become one paragraph on the page.";
    StraySign = "stray-sign", Warning, "A text has signs that a word processor or another program left in it.";
    LongText = "long-text", Warning, "A text is longer than its place on the page.";
    BareAddress = "bare-address", Warning, "An address in a text is no link, because `https://` is missing.";
    PastReviewDate = "past-review-date", Warning, "A review is overdue.";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Code;

    #[test]
    fn ids_are_unique_and_kebab_case() {
        let ids: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
        assert_eq!(ids.len(), Code::ALL.len());
        assert!(ids.iter().all(|id| id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')));
    }
}
