//! Rules on the registers that laws ask for.

use crate::catalogue::model::regulator::protected_by;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::rules::context::RuleContext;
use crate::content::schema::role::RoleFile;
use crate::content::schema::vocabulary::RegulatorEntry;
use crate::content::source::Spanned;

/// A role with a title that a law protects says that the law asks for the register. One title is named, even if several are
/// protected.
pub fn a_protected_title_says_that_its_register_is_needed(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for regulator in &data.raw.regulators.entries {
        for role in data.raw.role_files().filter(|role| !says(role, &regulator.register)) {
            let mut titles = std::iter::once(&role.title).chain(&role.other_titles);
            let Some((title, protected)) = titles.find_map(|title| Some((title, protection(regulator, title)?))) else {
                continue;
            };
            let message = format!("{} is a title that the law protects", quoted(title.as_str()));
            sink.add(
                Diagnostic::new(Code::ProtectedTitle, title.span, message)
                    .label(format!("protected by: {}", regulator.law.value))
                    .related(protected.span, "the protected title")
                    .help(format!("add {}", asked(&regulator.register, &regulator.sources))),
            );
        }
    }
}

/// A kind of a role needs the register that a law asks for in the wider role.
pub fn a_kind_of_a_role_needs_its_register(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for role in data.raw.role_files() {
        let Some(family) = &role.family else { continue };
        let wider = data.raw.role_files().find(|wider| wider.id.value == family.value);
        let registers = wider.into_iter().flat_map(|wider| &wider.registration).filter(|it| it.by_law);
        for it in registers.filter(|it| !says(role, &it.with)) {
            let message = format!("{} is a kind of a role that the law regulates", quoted(role.id.as_str()));
            sink.add(
                Diagnostic::new(Code::ProtectedTitle, family.span, message)
                    .label("its register is needed by law")
                    .related(it.with.span, "said here")
                    .help(format!("add {}", asked(&it.with, &it.sources))),
            );
        }
    }
}

/// A registration that is said to be needed by law is needed, and a law of `regulators.yaml` asks for its register.
pub fn a_law_asks_for_a_register_by_law(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let regulators = &data.raw.regulators;
    if data.raw.cut_short || data.raw.unread.contains("regulators.yaml") {
        return;
    }
    for it in data.raw.role_files().flat_map(|role| &role.registration).filter(|it| it.by_law) {
        let is_known = regulators.entries.iter().any(|regulator| regulator.register.value == it.with.value);
        let (label, help) = match (it.needed, is_known) {
            (true, true) => continue,
            (false, _) => {
                ("said to be a choice, and to be needed by law", "write `needed: true`, or leave `by_law` out")
            }
            (true, false) => ("no law for this register", "add the law to regulators.yaml, or leave `by_law` out"),
        };
        let message = format!("no law asks for registration with {}", quoted(it.with.as_str()));
        sink.add(Diagnostic::new(Code::RegisterNotByLaw, it.with.span, message).label(label).help(help));
    }
}

/// A role names each register once.
pub fn a_register_is_named_once(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for role in data.raw.role_files() {
        for (at, it) in role.registration.iter().enumerate() {
            let Some(first) = role.registration[..at].iter().find(|first| first.with.value == it.with.value) else {
                continue;
            };
            let message = format!("{} stands under `registration` twice", quoted(it.with.as_str()));
            let twice = Diagnostic::new(Code::DuplicateItem, it.with.span, message).label("the second time");
            sink.add(
                twice.related(first.with.span, "the first time").help("make the two one, with the sources of both"),
            );
        }
    }
}

/// The protected title in a title.
fn protection<'r>(regulator: &'r RegulatorEntry, title: &Spanned<String>) -> Option<&'r Spanned<String>> {
    protected_by(&regulator.titles, &regulator.except, title.as_str())
}

/// Whether a role says that the law asks for this register.
fn says(role: &RoleFile, register: &Spanned<String>) -> bool {
    role.registration.iter().any(|it| it.with.value == register.value && it.needed && it.by_law)
}

/// What to add to a role: the register, and the sources that name it.
fn asked(register: &Spanned<String>, sources: &[Spanned<String>]) -> String {
    let sources = sources.iter().map(Spanned::as_str).collect::<Vec<_>>().join(", ");
    format!("`registration: [{{with: {}, needed: true, by_law: true, sources: [{sources}]}}]`", register.value)
}
