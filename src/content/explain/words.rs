//! Examples for the codes on words.

use crate::content::code::Code;
use crate::content::explain::example::Example;

/// A wrong and a right way for each code.
pub const EXAMPLES: &[Example] = &[
    Example {
        code: Code::MarkdownNotAllowed,
        wrong: "summary: You <b>care</b> for people.\nwhat_it_is: \"# Nurse\"",
        right: "summary: You care for people.\nwhat_it_is: You **care** for people.",
    },
    Example { code: Code::LinkNotAllowed, wrong: "url: http://www.nhs.uk", right: "url: https://www.nhs.uk" },
    Example {
        code: Code::MoneyOutsideFacts,
        wrong: "summary: You start on £24,000.",
        right: "pay:\n  - {scheme: afc-england, bands: [\"2\"], sources: [handbook]}",
    },
    Example {
        code: Code::FigureWithoutYear,
        wrong: "summary: 41% of carers work at night.",
        right: "summary: In 2025, 41% of carers worked at night.",
    },
    Example {
        code: Code::PlaceholderText,
        wrong: "status: TODO",
        right: "status: This website is partially compliant.",
    },
    Example { code: Code::TextCut, wrong: "title: Nurse #1", right: "title: \"Nurse #1\"" },
    Example {
        code: Code::LinesJoined,
        wrong: "what_it_is: You care for people.\n\n  You work in a team.",
        right: "what_it_is: |\n  You care for people.\n\n  You work in a team.",
    },
    Example {
        code: Code::StraySign,
        wrong: "title: “Nurse”\nwhat_you_do:\n  - • Help people",
        right: "title: Nurse\nwhat_you_do:\n  - Help people",
    },
    Example {
        code: Code::LongText,
        wrong: "title: A title of two lines that says all there is to say of the job, of its places and of its people",
        right: "title: Porter",
    },
    Example {
        code: Code::BareAddress,
        wrong: "what_it_is: See www.example.org.",
        right: "what_it_is: See [their page](https://www.example.org).",
    },
    Example { code: Code::MessageSyntax, wrong: "roles = { $count", right: "roles = { $count } roles" },
    Example { code: Code::MissingMessage, wrong: "a file of interface/ without `home`", right: "home = Home" },
    Example { code: Code::UnknownMessage, wrong: "hoem = Home", right: "home = Home" },
    Example { code: Code::MessageVariable, wrong: "roles = { $number } roles", right: "roles = { $count } roles" },
    Example {
        code: Code::MessageMarkup,
        wrong: "see-guide = Read the guide.",
        right: "see-guide = Read <a>the guide</a>.",
    },
    Example { code: Code::UnknownLanguage, wrong: "language: english", right: "language: en-GB" },
];
