//! What changed in the content, day by day.

use jiff::civil::Date;

use crate::catalogue::model::vocabulary::terms;

terms! {
    /// A kind of page whose changes are told.
    ChangedPage, "kind of page" {
        /// A role.
        Role = "role";
        /// A guide.
        Guide = "guide";
        /// A pathway.
        Pathway = "pathway";
    }
}

terms! {
    /// What became of a page.
    PageChange, "change" {
        /// It is new.
        Added = "added", new_page;
        /// It says something else.
        Changed = "changed", changed_page;
        /// It has another address.
        Renamed = "renamed", renamed_page;
        /// It is gone.
        Removed = "removed", page_taken_away;
    }
}

/// One page that changed.
#[derive(Clone, Debug)]
pub struct ContentChange {
    /// What kind of page it is, or was.
    pub page: ChangedPage,
    /// The id that it had on that day.
    pub id: String,
    /// The title that it had on that day.
    pub title: String,
    /// What became of it.
    pub change: PageChange,
}

/// What changed on one day.
#[derive(Clone, Debug)]
pub struct ChangeDay {
    /// The day.
    pub day: Date,
    /// The pages, in the order of the file.
    pub changes: Vec<ContentChange>,
}
