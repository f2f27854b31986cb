//! Resolves the ids by which files refer to each other to indexes in the catalogue.

use std::collections::BTreeMap;

use crate::catalogue::graph::UnresolvedRole;
use crate::catalogue::model::indexes::{
    CategoryIndex, Contact, FigureIndex, Level, OrganisationIndex, PayBandIndex, PaySchemeIndex, Qualification,
    RoleIndex, Setting, SourceIndex,
};
use crate::catalogue::model::role::EntryFrom;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::quoted;
use crate::content::raw_data::RawData;
use crate::content::source::Spanned;

/// An id that nothing has. The rules on references report it first, so building from checked data never gives it.
#[derive(Debug)]
pub enum UnresolvedName {
    /// A name that a file gives to something of this kind.
    InFile(Code, Spanned<String>),
    /// A position that the list of roles does not have, though the names were resolved with that list.
    Role,
}

impl From<UnresolvedRole> for UnresolvedName {
    fn from(_: UnresolvedRole) -> Self {
        Self::Role
    }
}

impl UnresolvedName {
    /// The diagnostic of the rule that should have found it; `None` if no file has the id.
    pub fn diagnostic(self) -> Option<Diagnostic> {
        match self {
            Self::InFile(code, name) => {
                let message = format!("{} is the id of nothing", quoted(name.as_str()));
                Some(Diagnostic::new(code, name.span, message).help("mend the id, or add what it should name"))
            }
            Self::Role => None,
        }
    }
}

/// The position of each entry, by its id.
#[derive(Debug)]
pub struct Resolver {
    levels: BTreeMap<String, usize>,
    settings: BTreeMap<String, usize>,
    qualifications: BTreeMap<String, usize>,
    contacts: BTreeMap<String, usize>,
    roles: BTreeMap<String, usize>,
    categories: BTreeMap<String, usize>,
    sources: BTreeMap<String, usize>,
    /// The scheme and host of each source that has an address, by its id.
    sites: BTreeMap<String, String>,
    organisations: BTreeMap<String, usize>,
    figures: BTreeMap<String, usize>,
    pay_schemes: BTreeMap<String, usize>,
    /// The position of each band, by its name, for each scheme.
    pay_bands: Vec<BTreeMap<String, usize>>,
}

fn positions<'a>(ids: impl Iterator<Item = &'a Spanned<String>>) -> BTreeMap<String, usize> {
    ids.enumerate().map(|(position, id)| (id.value.clone(), position)).collect()
}

/// The scheme and host of an address.
fn site(address: &Spanned<String>) -> String {
    address.as_str().splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
}

fn find(positions: &BTreeMap<String, usize>, name: &Spanned<String>, code: Code) -> Result<usize, UnresolvedName> {
    positions.get(name.as_str()).copied().ok_or_else(|| UnresolvedName::InFile(code, name.clone()))
}

impl Resolver {
    /// Counts the entries of each list in the order that it has in `raw`.
    pub fn new(raw: &RawData) -> Self {
        Self {
            levels: positions(raw.levels.entries.iter().map(|entry| &entry.id)),
            settings: positions(raw.settings.entries.iter().map(|entry| &entry.id)),
            qualifications: positions(raw.qualifications.entries.iter().map(|entry| &entry.id)),
            contacts: positions(raw.contacts.entries.iter().map(|entry| &entry.id)),
            roles: positions(raw.role_files().map(|role| &role.id)),
            categories: positions(raw.categories.entries.iter().map(|entry| &entry.id)),
            sources: positions(raw.sources.entries.iter().map(|entry| &entry.id)),
            sites: raw
                .sources
                .entries
                .iter()
                .filter_map(|entry| Some((entry.id.value.clone(), site(entry.url.as_ref()?))))
                .collect(),
            organisations: positions(raw.organisations.entries.iter().map(|entry| &entry.id)),
            figures: positions(raw.facts.entries.iter().map(|entry| &entry.id)),
            pay_schemes: positions(raw.pay_schemes.entries.iter().map(|entry| &entry.id)),
            pay_bands: raw
                .pay_schemes
                .entries
                .iter()
                .map(|entry| positions(entry.bands().map(|it| &it.band)))
                .collect(),
        }
    }

    /// The whole address of a page of a source.
    pub fn page_address(&self, source: &Spanned<String>, address: String) -> String {
        match self.sites.get(source.as_str()) {
            Some(site) if address.starts_with('/') => site.clone() + &address,
            _ => address,
        }
    }

    /// Several levels.
    pub fn levels(&self, names: &[Spanned<String>]) -> Result<Vec<Level>, UnresolvedName> {
        names.iter().map(|name| find(&self.levels, name, Code::UnknownLevel).map(Level::at)).collect()
    }

    /// Several settings.
    pub fn settings(&self, names: &[Spanned<String>]) -> Result<Vec<Setting>, UnresolvedName> {
        names.iter().map(|name| find(&self.settings, name, Code::UnknownSetting).map(Setting::at)).collect()
    }

    /// A qualification.
    pub fn qualification(&self, name: &Spanned<String>) -> Result<Qualification, UnresolvedName> {
        find(&self.qualifications, name, Code::UnknownQualification).map(Qualification::at)
    }

    /// A kind of contact.
    pub fn contact(&self, name: &Spanned<String>) -> Result<Contact, UnresolvedName> {
        find(&self.contacts, name, Code::UnknownContact).map(Contact::at)
    }

    /// A role.
    pub fn role(&self, name: &Spanned<String>) -> Result<RoleIndex, UnresolvedName> {
        find(&self.roles, name, Code::UnknownRole).map(RoleIndex::at)
    }

    /// Several roles.
    pub fn roles(&self, names: &[Spanned<String>]) -> Result<Vec<RoleIndex>, UnresolvedName> {
        names.iter().map(|name| self.role(name)).collect()
    }

    /// A value of `from`. An id of a qualification is never one of a role.
    pub fn start(&self, name: &Spanned<String>) -> Result<EntryFrom, UnresolvedName> {
        match name.as_str() {
            EntryFrom::EXPERIENCE => return Ok(EntryFrom::Experience),
            EntryFrom::NOT_KNOWN => return Ok(EntryFrom::NotKnown),
            _ => {}
        }
        match self.qualification(name) {
            Ok(qualification) => Ok(EntryFrom::Qualification(qualification)),
            Err(_) => self.role(name).map(EntryFrom::Role),
        }
    }

    /// Several categories.
    pub fn categories(&self, names: &[Spanned<String>]) -> Result<Vec<CategoryIndex>, UnresolvedName> {
        names.iter().map(|name| find(&self.categories, name, Code::UnknownCategory).map(CategoryIndex::at)).collect()
    }

    /// A source.
    pub fn source(&self, name: &Spanned<String>) -> Result<SourceIndex, UnresolvedName> {
        find(&self.sources, name, Code::UnknownSource).map(SourceIndex::at)
    }

    /// Several sources.
    pub fn sources(&self, names: &[Spanned<String>]) -> Result<Vec<SourceIndex>, UnresolvedName> {
        names.iter().map(|name| self.source(name)).collect()
    }

    /// An organisation.
    pub fn organisation(&self, name: &Spanned<String>) -> Result<OrganisationIndex, UnresolvedName> {
        find(&self.organisations, name, Code::UnknownOrganisation).map(OrganisationIndex::at)
    }

    /// Several organisations.
    pub fn organisations(&self, names: &[Spanned<String>]) -> Result<Vec<OrganisationIndex>, UnresolvedName> {
        names.iter().map(|name| self.organisation(name)).collect()
    }

    /// A scheme of pay.
    pub fn pay_scheme(&self, name: &Spanned<String>) -> Result<PaySchemeIndex, UnresolvedName> {
        find(&self.pay_schemes, name, Code::UnknownPayScheme).map(PaySchemeIndex::at)
    }

    /// Several bands of a scheme of pay.
    pub fn pay_bands(
        &self,
        scheme: PaySchemeIndex,
        names: &[Spanned<String>],
    ) -> Result<Vec<PayBandIndex>, UnresolvedName> {
        let bands = &self.pay_bands[scheme.position()];
        names.iter().map(|name| find(bands, name, Code::UnknownPayBand).map(PayBandIndex::at)).collect()
    }

    /// A figure.
    pub fn figure(&self, name: &Spanned<String>) -> Result<FigureIndex, UnresolvedName> {
        find(&self.figures, name, Code::UnknownFact).map(FigureIndex::at)
    }
}
