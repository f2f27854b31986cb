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

            /// Its severity.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)+ }
            }

            /// What it means, in one sentence.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self { $(Self::$code => $about,)+ }
            }
        }
    };
}

codes! {
    // Files and folders
    MissingFile = "missing-file", Error, "A file that every data folder has is not there.";
    UnexpectedFile = "unexpected-file", Error, "A YAML file has no place in the data folder.";
    NotAFile = "not-a-file", Error, "What has a file's name is a folder, a pipe or a device.";
    LinkLoop = "link-loop", Error, "A symbolic link leads back to itself or to a folder that holds it.";
    Unreadable = "unreadable", Error, "A file or folder cannot be read.";
    FileTooLarge = "file-too-large", Error, "A file is larger than 1 MiB.";
    TooManyFiles = "too-many-files", Error, "The folder holds more files than are read.";
    TooMuchData = "too-much-data", Error, "The files together are larger than is read.";
    NotUtf8 = "not-utf8", Error, "A file is not UTF-8 text.";
    NulByte = "nul-byte", Error, "A file has a NUL byte in it, which no text has.";

    // YAML
    YamlSyntax = "yaml-syntax", Error, "A file is not YAML.";
    YamlFeatureRefused = "yaml-feature-refused", Error, "A file uses a part of YAML that data files do without.";
    DuplicateKey = "duplicate-key", Error, "A key stands twice in one place.";
    TooDeep = "too-deep", Error, "Lists and maps are nested more than 32 deep.";
    TooManyNodes = "too-many-nodes", Error, "A file has more values than are read.";

    // Shape
    UnknownField = "unknown-field", Error, "A key is none that stands in such a place.";
    MissingField = "missing-field", Error, "A required key is missing.";
    MissingSource = "missing-source", Error, "Something names no source.";
    WrongType = "wrong-type", Error, "A value is of another type than its key asks for.";
    TextTurned = "text-turned", Error, "A text without quotes is a number, a date, yes or no to YAML.";
    EmptyText = "empty-text", Error, "A text is empty.";
    TextTooLong = "text-too-long", Error, "A text is longer than a page has room for.";
    EmptyList = "empty-list", Error, "A list that needs an item has none.";
    DuplicateItem = "duplicate-item", Error, "An item stands twice in a list.";
    UnknownWord = "unknown-word", Error, "A word is none of its closed list.";
    LevelOutOfRange = "level-out-of-range", Error, "A qualification level is not between 2 and 8.";
    MonthRange = "month-range", Error, "A length of time ends before it begins.";
    BadId = "bad-id", Error, "An id is not in small letters, digits and single hyphens.";
    BadDate = "bad-date", Error, "A date is not a day of the calendar, or not written as 2026-11-22.";

    // Names
    FileNameDiffers = "file-name-differs", Error, "A file's name and the id in it differ.";
    DuplicateId = "duplicate-id", Error, "Two things have one id.";
    DuplicateTitle = "duplicate-title", Error, "Two roles share a title or another title.";

    // References
    UnknownRole = "unknown-role", Error, "An id is no role's.";
    UnknownLevel = "unknown-level", Error, "An id is no level's.";
    UnknownSetting = "unknown-setting", Error, "An id is no setting's.";
    UnknownQualification = "unknown-qualification", Error, "An id is no qualification's.";
    UnknownContact = "unknown-contact", Error, "An id is no kind of contact's.";
    UnknownCategory = "unknown-category", Error, "An id is no category's.";
    UnknownSource = "unknown-source", Error, "An id is no source's.";
    UnknownOrganisation = "unknown-organisation", Error, "An id is no organisation's.";
    UnknownFact = "unknown-fact", Error, "An id is no figure's.";
    UnknownGuide = "unknown-guide", Error, "An id is no guide's.";
    UnknownPathway = "unknown-pathway", Error, "An id is no pathway's.";

    // Sense
    DuplicateProgression = "duplicate-progression", Error, "A role leads to the same role twice.";
    ProgressionToItself = "progression-to-itself", Error, "A role leads to itself.";
    EntryFromItself = "entry-from-itself", Error, "A way into a role begins at the role.";
    FamilyOfItself = "family-of-itself", Error, "A role is a kind of itself.";
    FamilyChain = "family-chain", Error, "A role is a kind of a role that is itself a kind of another.";
    LevelNotForRoles = "level-not-for-roles", Error, "A role stands on a level that is only guidance.";
    ListIncomplete = "list-incomplete", Error, "A list lacks an entry without which there is no site.";
    ListTooLong = "list-too-long", Error, "A closed list has more entries than the site has room for.";
    ListOutOfOrder = "list-out-of-order", Error, "A qualification stands after a higher one.";
    ClimbNotUp = "climb-not-up", Error, "A climb does not begin at a lower qualification.";
    ReviewBeforeReviewed = "review-before-reviewed", Error, "The next review is due before the last one.";
    SynonymMeansNothing = "synonym-means-nothing", Error, "What people say stands for no role.";
    NoRoad = "no-road", Error, "Nobody who starts with nothing can get to a role.";

    // Words
    MarkdownNotAllowed = "markdown-not-allowed", Error, "A text uses a part of Markdown that pages do without.";
    LinkNotAllowed = "link-not-allowed", Error, "A link leads to an address that is not allowed.";
    BrokenOwnLink = "broken-own-link", Error, "A link leads to a page that this site has not.";
    MoneyOutsideFacts = "money-outside-facts", Error, "An amount of money stands elsewhere than in facts.yaml.";
    PlaceholderText = "placeholder-text", Error, "A text was left to be filled in.";
    BadColour = "bad-colour", Error, "A colour is not written as #rrggbb, or is too pale or too dark to read.";
    BadUrl = "bad-url", Error, "An address is not one that a browser can go to.";

    MessageSyntax = "message-syntax", Error, "A message of the interface cannot be read or said.";
    MissingMessage = "missing-message", Error, "A language does not say a message of the interface.";
    UnknownMessage = "unknown-message", Error, "A message is none that the interface uses.";
    MessageVariable = "message-variable", Error, "A message leaves out a variable, or has one that is filled by nobody.";
    MessageMarkup = "message-markup", Error, "A message has other links, or other emphasis, than its place needs.";
    UnknownLanguage = "unknown-language", Error, "A language is none that has a name.";

    // For a person to look at
    LeadsNowhere = "leads-nowhere", Warning, "A role on the first two levels leads nowhere.";
    NothingLeadsTo = "nothing-leads-to", Warning, "A role has no way in and nothing leads to it.";
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
