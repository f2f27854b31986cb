//! Where a journey begins, stops and ends.

use crate::catalogue::entities::Entities;
use crate::catalogue::filter::REGISTERED;
use crate::catalogue::model::reference::QualificationInfo;
use crate::catalogue::model::role::Role;

/// A stop of a journey.
#[derive(Clone, Copy, Debug)]
pub enum Waypoint<'a> {
    /// Holding this qualification and those below it, in no role.
    Qualification(&'a QualificationInfo),
    /// In some role with registration.
    RegisteredProfessional,
    /// In this role.
    Role(&'a Role),
}

impl<'a> Waypoint<'a> {
    /// The waypoint with this id: a qualification, [`REGISTERED`], or a role by its id or another of its titles.
    #[must_use]
    pub fn starting_point(entities: &'a Entities, id: &str) -> Option<Self> {
        if id == REGISTERED {
            return Some(Self::RegisteredProfessional);
        }
        let held = entities.qualification_named(id).map(Self::Qualification);
        held.or_else(|| entities.graph().named(id).map(Self::Role))
    }

    /// The waypoints for somebody who is in no role yet, or will not say which, lowest first.
    pub fn without_a_role(qualifications: &'a [QualificationInfo]) -> impl Iterator<Item = Self> {
        qualifications.iter().map(Waypoint::Qualification).chain([Waypoint::RegisteredProfessional])
    }

    /// Its id in addresses.
    #[must_use]
    pub fn id(self) -> &'a str {
        match self {
            Self::Qualification(info) => &info.id,
            Self::RegisteredProfessional => REGISTERED,
            Self::Role(role) => role.id.as_str(),
        }
    }

    /// The role, if it is one.
    #[must_use]
    pub fn role(self) -> Option<&'a Role> {
        match self {
            Self::Role(role) => Some(role),
            Self::Qualification(_) | Self::RegisteredProfessional => None,
        }
    }
}

impl PartialEq for Waypoint<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id() && self.role().is_some() == other.role().is_some()
    }
}
