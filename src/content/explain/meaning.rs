//! Examples for the codes on what the data means.

use crate::content::code::Code;
use crate::content::explain::example::Example;

/// A wrong and a right way for each code.
pub const EXAMPLES: &[Example] = &[
    Example {
        code: Code::DuplicateProgression,
        wrong: "progressions:\n  - {to: nurse, sources: [a]}\n  - {to: nurse, sources: [b]}",
        right: "progressions:\n  - {to: nurse, sources: [a, b]}",
    },
    Example {
        code: Code::EndLeadsOn,
        wrong: "end_of_line: true\nprogressions:\n  - {to: matron, sources: [a]}",
        right: "progressions:\n  - {to: matron, sources: [a]}",
    },
    Example {
        code: Code::ProgressionToItself,
        wrong: "id: nurse\nprogressions:\n  - to: nurse",
        right: "id: nurse\nprogressions:\n  - to: matron",
    },
    Example {
        code: Code::EntryFromItself,
        wrong: "id: nurse\nentry_routes:\n  - from: [nurse]",
        right: "id: nurse\nentry_routes:\n  - from: [school]",
    },
    Example { code: Code::FamilyOfItself, wrong: "id: doctor\nfamily: doctor", right: "id: surgeon\nfamily: doctor" },
    Example {
        code: Code::FamilyChain,
        wrong: "heart-surgeon.yaml: family: surgeon\nsurgeon.yaml: family: doctor",
        right: "heart-surgeon.yaml: family: doctor\nsurgeon.yaml: family: doctor",
    },
    Example {
        code: Code::ProtectedTitle,
        wrong: "title: Paramedic  (without registration)",
        right: "title: Paramedic\nregistration:\n  - {with: hcpc, needed: true, by_law: true, sources: [act]}",
    },
    Example {
        code: Code::RegisterNotByLaw,
        wrong: "registration:\n  - {with: counsellors, needed: true, by_law: true, sources: [handbook]}",
        right: "registration:\n  - {with: counsellors, needed: true, sources: [handbook]}",
    },
    Example { code: Code::LevelNotForRoles, wrong: "levels: [before-work]", right: "levels: [junior]" },
    Example { code: Code::ListIncomplete, wrong: "settings.yaml: []", right: "settings.yaml: - id: primary" },
    Example {
        code: Code::ListTooLong,
        wrong: "settings.yaml with 17 entries",
        right: "settings.yaml with 16 entries at most",
    },
    Example {
        code: Code::ListOutOfOrder,
        wrong: "- {id: degree, level: 6}\n- {id: level-3, level: 3}",
        right: "- {id: level-3, level: 3}\n- {id: degree, level: 6}",
    },
    Example {
        code: Code::ClimbNotUp,
        wrong: "- id: gcse\n  climbs: [{from: degree}]",
        right: "- id: degree\n  climbs: [{from: gcse}]",
    },
    Example {
        code: Code::ReviewBeforeReviewed,
        wrong: "reviewed: 2026-11-22\nreview_by: 2025-11-22",
        right: "reviewed: 2026-11-22\nreview_by: 2027-11-22",
    },
    Example {
        code: Code::NotOneCriterion,
        wrong: "needs: [{level: mid, setting: social}]",
        right: "needs: [{level: mid}, {setting: social}]",
    },
    Example {
        code: Code::AnswerMeansNothing,
        wrong: "- {id: people, label: People, said: you like people}",
        right: "- {id: people, label: People, said: you like people, weights: [{words: people, points: 2}]}",
    },
    Example {
        code: Code::PointsOutOfRange,
        wrong: "weights: [{words: people, points: 50}]",
        right: "weights: [{words: people, points: 3}]",
    },
    Example {
        code: Code::PageWithoutSite,
        wrong: "pages:\n  - {source: leaflet, url: /jobs/nurse, read: 2026-11-20}",
        right: "pages:\n  - {source: leaflet, url: \"https://leaflet.example/jobs/nurse\", read: 2026-11-20}",
    },
    Example {
        code: Code::PageMissing,
        wrong: "sources: [handbook]  (whose kind is page)",
        right: "sources: [handbook]\npages:\n  - {source: handbook, url: \"https://handbook.example/nurse\", read: 2026-11-20}",
    },
    Example {
        code: Code::PayOutOfOrder,
        wrong: "- {band: \"5\", from: 36000, to: 30000}",
        right: "- {band: \"5\", from: 30000, to: 36000}",
    },
    Example {
        code: Code::SynonymMeansNothing,
        wrong: "- say: [hca]",
        right: "- say: [hca]\n  roles: [health-care-assistant]",
    },
    Example { code: Code::LeadsNowhere, wrong: "id: porter\nprogressions: []", right: "id: porter\nend_of_line: true" },
    Example {
        code: Code::NoRoad,
        wrong: "id: matron  (no way in, and nobody's progression)",
        right: "id: nurse\nprogressions:\n  - to: matron",
    },
    Example {
        code: Code::GuideMissing,
        wrong: "no guide has a purpose",
        right: "data/guides/teachers-and-advisers.yaml\npurpose: advisers",
    },
    Example {
        code: Code::NearCopy,
        wrong: "porter.yaml and driver.yaml, with the same texts",
        right: "what each job is and does, in words of its own",
    },
    Example {
        code: Code::ReadBeforePublished,
        wrong: "pages:\n  - {source: handbook, url: /pay, published: 2026-05, read: 2026-04-30}",
        right: "pages:\n  - {source: handbook, url: /pay, published: 2026-05, read: 2026-06-01}",
    },
    Example { code: Code::FutureDate, wrong: "reviewed: 2096-11-22", right: "reviewed: 2026-11-22" },
    Example {
        code: Code::PayPastItsYear,
        wrong: "scale: {starts: 2025-04-01, ends: 2026-03-31}",
        right: "scale: {starts: 2026-04-01, ends: 2027-03-31}",
    },
    Example {
        code: Code::PastReviewDate,
        wrong: "review_by: 2025-11-22",
        right: "review_by: 2027-11-22  (after the page was looked over)",
    },
];
