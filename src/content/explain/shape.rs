//! Examples for the codes on the shape of values.

use crate::content::code::Code;
use crate::content::explain::example::Example;

/// A wrong and a right way for each code.
pub const EXAMPLES: &[Example] = &[
    Example {
        code: Code::UnknownField,
        wrong: "summery: You care for people.",
        right: "summary: You care for people.",
    },
    Example { code: Code::MissingField, wrong: "id: porter\n# no title", right: "id: porter\ntitle: Porter" },
    Example {
        code: Code::MissingSource,
        wrong: "progressions:\n  - to: nurse",
        right: "progressions:\n  - to: nurse\n    sources: [handbook]",
    },
    Example {
        code: Code::WrongType,
        wrong: "levels: junior\nmonths: 12-18",
        right: "levels: [junior]\nmonths: {from: 12, to: 18}",
    },
    Example { code: Code::TextTurned, wrong: "title: 2026-11-22", right: "title: \"2026-11-22\"" },
    Example { code: Code::EmptyText, wrong: "light: #0b4f6c", right: "light: \"#0b4f6c\"" },
    Example {
        code: Code::TextTooLong,
        wrong: "what_it_is: of 30,000 letters",
        right: "what_it_is: one to three short paragraphs",
    },
    Example { code: Code::EmptyList, wrong: "levels: []", right: "levels: [junior]" },
    Example { code: Code::DuplicateItem, wrong: "levels: [junior, junior]", right: "levels: [junior]" },
    Example { code: Code::UnknownWord, wrong: "stated: normal", right: "stated: usual" },
    Example {
        code: Code::SeverityBound,
        wrong: "severity:\n  missing-field: warning",
        right: "severity:\n  long-text: off",
    },
    Example { code: Code::LevelOutOfRange, wrong: "level: 12", right: "level: 6" },
    Example { code: Code::MonthRange, wrong: "months: {from: 24, to: 12}", right: "months: {from: 12, to: 24}" },
    Example {
        code: Code::NumberOutOfRange,
        wrong: "search_area: {place: London, miles: 2000}",
        right: "search_area: {place: London, miles: 20}",
    },
    Example { code: Code::HoursRange, wrong: "per_week: {from: 40, to: 37}", right: "per_week: {from: 37, to: 40}" },
    Example { code: Code::BadCode, wrong: "soc2020: [\"22311\"]", right: "soc2020: [\"2231\"]" },
    Example { code: Code::BadId, wrong: "id: Care Worker", right: "id: care-worker" },
    Example { code: Code::BadDate, wrong: "reviewed: 26/11/2026", right: "reviewed: 2026-11-26" },
    Example { code: Code::BadIcon, wrong: "icon: house.svg", right: "icon: M4 4h16v16H4z" },
    Example { code: Code::BadColour, wrong: "light: \"#ffee00\"  (too pale on white)", right: "light: \"#6b5900\"" },
    Example {
        code: Code::BadSearchAddress,
        wrong: "address: \"https://jobs.example/search\"",
        right: "address: \"https://jobs.example/search?q={words}\"",
    },
    Example { code: Code::BadUrl, wrong: "base_url: careers.example/", right: "base_url: \"https://careers.example\"" },
];
