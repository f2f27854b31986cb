//! Examples for the codes on names and references.

use crate::content::code::Code;
use crate::content::explain::example::Example;

/// A wrong and a right way for each code.
pub const EXAMPLES: &[Example] = &[
    Example {
        code: Code::FileNameDiffers,
        wrong: "data/roles/porter.yaml\nid: hospital-porter",
        right: "data/roles/hospital-porter.yaml\nid: hospital-porter",
    },
    Example { code: Code::DuplicateId, wrong: "- id: junior\n- id: junior", right: "- id: junior\n- id: senior" },
    Example {
        code: Code::DuplicateTitle,
        wrong: "nurse.yaml: title: Nurse\nstaff-nurse.yaml: other_titles: [Nurse]",
        right: "nurse.yaml: title: Nurse\nstaff-nurse.yaml: other_titles: [Ward Nurse]",
    },
    Example {
        code: Code::UnknownRole,
        wrong: "progressions:\n  - to: senor-nurse",
        right: "progressions:\n  - to: senior-nurse",
    },
    Example { code: Code::UnknownLevel, wrong: "levels: [beginner]", right: "levels: [junior]" },
    Example {
        code: Code::UnknownSetting,
        wrong: "settings: [carers]",
        right: "settings: [town]\ncategories: [carers]",
    },
    Example { code: Code::UnknownQualification, wrong: "qualification: bachelor", right: "qualification: degree" },
    Example { code: Code::UnknownContact, wrong: "contact: some", right: "contact: clinical" },
    Example { code: Code::UnknownCategory, wrong: "categories: [carer]", right: "categories: [carers]" },
    Example { code: Code::UnknownSource, wrong: "sources: [hand-book]", right: "sources: [handbook]" },
    Example {
        code: Code::UnknownOrganisation,
        wrong: "more_at: [nurses-council]",
        right: "more_at: [nursing-council]",
    },
    Example {
        code: Code::UnknownWordList,
        wrong: "weights: [{words: folk, points: 2}]",
        right: "weights: [{words: people, points: 2}]",
    },
    Example {
        code: Code::UnknownFact,
        wrong: "what_it_is: There are {fact:careers} careers.",
        right: "what_it_is: There are {fact:career-count} careers.",
    },
    Example {
        code: Code::UnknownPayScheme,
        wrong: "pay:\n  - {scheme: nhs, sources: [handbook]}",
        right: "pay:\n  - {scheme: afc-england, sources: [handbook]}",
    },
    Example {
        code: Code::UnknownPayBand,
        wrong: "pay:\n  - {scheme: afc-england, bands: [\"15\"], sources: [handbook]}",
        right: "pay:\n  - {scheme: afc-england, bands: [\"5\"], sources: [handbook]}",
    },
    Example {
        code: Code::UnknownGuide,
        wrong: "what_it_is: Read [how to start](/guides/starting).",
        right: "what_it_is: Read [how to start](/guides/start).",
    },
    Example {
        code: Code::UnknownPathway,
        wrong: "body: Look at [nursing](/pathways/nursing).",
        right: "body: Look at [nursing](/pathways/nurse).",
    },
    Example {
        code: Code::BrokenOwnLink,
        wrong: "body: Look at [the jobs](/jobs).",
        right: "body: Look at [the jobs](/roles).",
    },
    Example {
        code: Code::FormerIdTaken,
        wrong: "nurse.yaml: former_ids: [matron], while matron.yaml is there",
        right: "nurse.yaml: former_ids: [sister]",
    },
];
