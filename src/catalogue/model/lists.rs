//! The closed lists of the data: levels, settings, qualifications, kinds of contact, categories, schemes of pay.

use std::ops::Deref;

use crate::catalogue::model::indexes::{Level, Qualification};
use crate::catalogue::model::pay::PayScheme;
use crate::catalogue::model::reference::{Category, ContactInfo, LevelInfo, QualificationInfo, SettingInfo};
use crate::catalogue::model::role::EntryRoute;

/// The closed lists. An index of one of their types is a position in its list.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// The levels, lowest first.
    pub levels: LevelLadder,
    /// The settings.
    pub settings: Vec<SettingInfo>,
    /// The qualifications, lowest first.
    pub qualifications: QualificationLadder,
    /// The kinds of contact.
    pub contacts: Vec<ContactInfo>,
    /// The families of careers.
    pub categories: Vec<Category>,
    /// The schemes that set pay.
    pub pay_schemes: Vec<PayScheme>,
}

/// The levels, lowest first.
#[derive(Clone, Debug, Default)]
pub struct LevelLadder {
    infos: Vec<LevelInfo>,
    /// The lowest level of professions; one above all levels where no level says that it is one.
    profession: Level,
}

impl LevelLadder {
    /// A ladder of these levels.
    #[must_use]
    pub fn new(infos: Vec<LevelInfo>) -> Self {
        let profession = infos.iter().position(|info| info.is_profession).unwrap_or(infos.len());
        Self { infos, profession: Level::at(profession) }
    }

    /// The levels on which roles stand.
    pub fn of_roles(&self) -> impl Iterator<Item = &LevelInfo> {
        self.infos.iter().filter(|info| info.has_roles)
    }

    /// How many levels on which roles stand are below a level.
    #[must_use]
    pub fn rank(&self, level: Level) -> usize {
        self.of_roles().take_while(|info| info.level < level).count()
    }

    /// Whether the roles on a level are professions.
    #[must_use]
    pub fn is_profession(&self, level: Level) -> bool {
        level >= self.profession
    }
}

impl Deref for LevelLadder {
    type Target = [LevelInfo];

    fn deref(&self) -> &[LevelInfo] {
        &self.infos
    }
}

/// The qualifications, lowest first; the first is having none.
#[derive(Clone, Debug, Default)]
pub struct QualificationLadder {
    infos: Vec<QualificationInfo>,
    /// The lowest degree; one above all where none is a degree.
    degree: Qualification,
}

impl QualificationLadder {
    /// A ladder of these qualifications.
    #[must_use]
    pub fn new(infos: Vec<QualificationInfo>) -> Self {
        let degree = infos.iter().position(|info| info.is_degree).unwrap_or(infos.len());
        Self { infos, degree: Qualification::at(degree) }
    }

    /// Each qualification, lowest first.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = Qualification> + ExactSizeIterator + use<> {
        (0..self.infos.len()).map(Qualification::at)
    }

    /// The highest qualification that is on a level of the sources or below it.
    #[must_use]
    pub fn of_level(&self, level: u8) -> Qualification {
        let reached = self.infos.iter().rposition(|info| info.level.is_some_and(|number| number <= level));
        reached.map_or_else(Qualification::default, Qualification::at)
    }

    /// Whether a qualification is a degree.
    #[must_use]
    pub fn is_degree(&self, qualification: Qualification) -> bool {
        qualification >= self.degree
    }

    /// Whether an entry route needs a degree or leads to one.
    #[must_use]
    pub fn asks_for_a_degree(&self, route: &EntryRoute) -> bool {
        let leads_to_one = route.level.is_some_and(|level| self.is_degree(self.of_level(level)));
        let needs_one = || route.qualification_asked().is_some_and(|asked| self.is_degree(asked));
        route.kind.is_degree_study() || leads_to_one || needs_one()
    }

    /// Whether an entry route asks for a degree in some subject: who holds one may hold it in another.
    #[must_use]
    pub fn asks_for_a_degree_subject(&self, route: &EntryRoute) -> bool {
        !route.subjects.is_empty() && route.qualification_asked().is_some_and(|asked| self.is_degree(asked))
    }
}

impl Deref for QualificationLadder {
    type Target = [QualificationInfo];

    fn deref(&self) -> &[QualificationInfo] {
        &self.infos
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::model::indexes::Level;
    use crate::catalogue::sample::{DEGREE, EARLY, ENTRY, GCSE, LEADERSHIP, LEVEL_3, MASTERS, MID, NONE, lists};

    #[test]
    fn a_level_of_the_sources_is_the_highest_qualification_that_it_reaches() {
        let qualifications = lists().qualifications;
        let of = |level| qualifications.of_level(level);
        assert_eq!([of(0), of(1), of(2), of(4), of(6), of(8)], [NONE, NONE, GCSE, LEVEL_3, DEGREE, MASTERS]);
        assert!(qualifications.is_degree(MASTERS) && !qualifications.is_degree(LEVEL_3));
    }

    #[test]
    fn levels_of_guidance_only_do_not_count_among_those_of_roles() {
        let levels = lists().levels;
        assert_eq!(levels.of_roles().map(|info| info.level).collect::<Vec<_>>(), [ENTRY, EARLY, MID, LEADERSHIP]);
        assert_eq!([levels.rank(Level(0)), levels.rank(ENTRY), levels.rank(LEADERSHIP)], [0, 0, 3]);
        assert!(levels.is_profession(MID) && !levels.is_profession(EARLY));
    }
}
