//! The form of each kind of file.

use crate::content::decode::{Group, GroupForm};
use crate::content::manifest::DataFile;
use crate::content::schema::change_day::ChangeDayEntry;
use crate::content::schema::guide::GuideFile;
use crate::content::schema::matcher::MatcherFile;
use crate::content::schema::pathway::PathwayFile;
use crate::content::schema::pay::PaySchemeEntry;
use crate::content::schema::role::RoleFile;
use crate::content::schema::search_service::SearchServiceEntry;
use crate::content::schema::site::SiteFile;
use crate::content::schema::synonym::SynonymEntry;
use crate::content::schema::vocabulary::{
    CategoryEntry, ContactEntry, FactEntry, LevelEntry, OrganisationEntry, QualificationEntry, RegulatorEntry,
    SettingEntry, SourceEntry,
};

/// What a file has at its top.
#[derive(Debug)]
pub enum FileForm {
    /// One group of keys.
    Group(GroupForm),
    /// A list of groups of keys.
    Entries(GroupForm),
}

impl FileForm {
    /// The form of a file of this kind; `None` for one that is no YAML.
    #[must_use]
    pub fn of(kind: DataFile) -> Option<Self> {
        Some(match kind {
            DataFile::Categories => Self::Entries(Group::<CategoryEntry>::declaration()),
            DataFile::Changes => Self::Entries(Group::<ChangeDayEntry>::declaration()),
            DataFile::Contact => Self::Entries(Group::<ContactEntry>::declaration()),
            DataFile::Facts => Self::Entries(Group::<FactEntry>::declaration()),
            DataFile::Levels => Self::Entries(Group::<LevelEntry>::declaration()),
            DataFile::Links => Self::Entries(Group::<SearchServiceEntry>::declaration()),
            DataFile::Organisations => Self::Entries(Group::<OrganisationEntry>::declaration()),
            DataFile::Pay => Self::Entries(Group::<PaySchemeEntry>::declaration()),
            DataFile::Qualifications => Self::Entries(Group::<QualificationEntry>::declaration()),
            DataFile::Regulators => Self::Entries(Group::<RegulatorEntry>::declaration()),
            DataFile::Settings => Self::Entries(Group::<SettingEntry>::declaration()),
            DataFile::Sources => Self::Entries(Group::<SourceEntry>::declaration()),
            DataFile::Synonyms => Self::Entries(Group::<SynonymEntry>::declaration()),
            DataFile::Matcher => Self::Group(Group::<MatcherFile>::declaration()),
            DataFile::Site => Self::Group(Group::<SiteFile>::declaration()),
            DataFile::Guide => Self::Group(Group::<GuideFile>::declaration()),
            DataFile::Pathway => Self::Group(Group::<PathwayFile>::declaration()),
            DataFile::Role => Self::Group(Group::<RoleFile>::declaration()),
            DataFile::Interface => return None,
        })
    }

    /// The group: that of the file, or that of each of its entries.
    #[must_use]
    pub fn group(&self) -> &GroupForm {
        match self {
            Self::Group(group) | Self::Entries(group) => group,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FileForm;
    use crate::content::decode::{GroupForm, ValueForm};
    use crate::content::manifest::DataFile;
    use crate::content::schema::meanings::meaning;

    /// The keys of a group and of all groups in it, as `group.key`.
    fn keys(group: &GroupForm, found: &mut Vec<(&'static str, &'static str)>) {
        for form in &group.keys {
            found.push((group.name, form.key));
            if let ValueForm::Group(inner) = &form.value {
                keys(inner, found);
            }
        }
    }

    #[test]
    fn every_key_of_every_file_has_a_meaning_for_people() {
        let mut found = Vec::new();
        for kind in DataFile::all() {
            if let Some(form) = FileForm::of(kind) {
                keys(form.group(), &mut found);
            }
        }
        assert!(found.len() > 200, "{}", found.len());
        found.retain(|(group, key)| meaning(group, key).is_none());
        assert_eq!(found, []);
    }
}
