//! What each key means, in one sentence for people who write data files. The keys of a role file have theirs where they are
//! declared, in [`RoleKey`].

use crate::catalogue::model::role_keys::RoleKey;

/// The meanings that hold in every group.
const EVERYWHERE: &[(&str, &str)] = &[
    ("id", "Its name in addresses and other files: small letters and digits, words joined by hyphens."),
    ("sources", "The ids of the sources that say it, in sources.yaml."),
    ("reviewed", "The day on which it was last compared with its sources."),
    ("review_by", "The day by which that is due again."),
    ("changed", "What is no longer as the sources say, with the page that says so."),
    ("more_at", "Organisations to turn to."),
    ("links", "Addresses printed in a source."),
    ("pages", "The pages on the web that its facts were read on."),
    ("short", "Its title where space is small."),
];

/// The meanings of single groups, by what messages call the group.
const IN_GROUP: &[(&str, &[(&str, &str)])] = &[
    (
        "way in",
        &[
            ("kind", "What one does."),
            (
                "from",
                "What one must hold to begin, any one of which is enough: qualifications, roles, `experience` or `not-known`.",
            ),
            ("stated", "How strongly the source says it."),
            ("summary", "The way in, in one sentence."),
            ("requires", "What else is asked."),
            ("also", "What is asked so early that lists of roles say it too."),
            ("subjects", "The subjects of the exams or degrees that are asked for."),
            ("level", "The qualification level it leads to."),
            ("months", "How long the course or apprenticeship takes, in months."),
            ("experience_months", "How long one must have worked before, in months."),
            ("earn", "Whether one is paid throughout; left out if no source says."),
            ("run_by", "The organisations that run it."),
            ("inferred", "Whether it is our reading of a source that does not say it in these words."),
        ],
    ),
    (
        "length of time",
        &[("from", "The least number of months."), ("to", "The greatest number of months; left out for `at least`.")],
    ),
    (
        "registration",
        &[
            ("with", "The organisation that keeps the register."),
            ("needed", "Whether one must register; `false` means that it is a choice."),
            ("by_law", "Whether a law of regulators.yaml asks for it."),
            ("own_profession", "Whether people come from several professions, each on the register of their own."),
        ],
    ),
    (
        "pay",
        &[
            ("scheme", "The scheme of pay.yaml that sets it."),
            ("bands", "The bands in which the job usually starts; left out for a scheme without bands."),
            ("later", "The bands that one may reach in the same job."),
        ],
    ),
    ("group of hours", &[("per_week", "How many hours a week has."), ("pattern", "When one works.")]),
    ("number of hours", &[("from", "The least hours a week."), ("to", "The most hours a week.")]),
    ("check", &[("kind", "What one is checked for.")]),
    ("progression", &[("to", "The role it leads to."), ("how", "What a source says one adds to get there.")]),
    ("way to grow", &[("text", "What one can do, in one sentence.")]),
    ("mark", &[("kind", "What the report says of the role."), ("as_of", "The year of the report.")]),
    ("medium", &[("kind", "Whether it is a video or an interview."), ("about", "What it shows.")]),
    ("link", &[("title", "What it is."), ("url", "The address.")]),
    (
        "group of codes",
        &[
            ("soc2020", "Unit groups of the Standard Occupational Classification 2020, in quotes."),
            ("onet", "Codes of O*NET-SOC, in quotes."),
            ("nhs_occupation", "Occupation codes of the health service."),
            ("apprenticeships", "Apprenticeship standards that lead into the role."),
        ],
    ),
    (
        "apprenticeship standard",
        &[
            ("ref", "Its reference, such as ST0781."),
            ("title", "What it is called."),
            ("level", "The qualification level it leads to."),
            ("months", "How many months it usually takes."),
        ],
    ),
    (
        "page",
        &[
            ("source", "The source that the page is of."),
            ("url", "The publisher's own address, or its part from the first `/` on where the source has one."),
            ("published", "The year, month or day of the page; left out if it has none."),
            ("read", "The day on which it was read."),
        ],
    ),
    (
        "change",
        &[
            ("text", "What is so now."),
            ("url", "The publisher's own address of the page that says so."),
            ("published", "The year, month or day of the page; left out if it has none."),
            ("read", "The day on which it was read."),
        ],
    ),
    (
        "guide",
        &[
            ("title", "The title of the guide."),
            ("summary", "The guide in one sentence."),
            ("order", "Where it stands in the list of guides: lower numbers first."),
            ("purpose", "Where pages link to it besides the list of guides."),
            ("sections", "Its parts, in order."),
            ("roles", "Roles to look at next."),
        ],
    ),
    ("section", &[("title", "The heading."), ("body", "The text, with a little Markdown.")]),
    (
        "pathway",
        &[
            ("title", "The profession it leads to."),
            ("summary", "From where to where it leads, in one sentence."),
            ("role", "The role of the profession."),
            ("assembled", "Whether we put it together from several sources."),
            ("routes", "The ways through it."),
        ],
    ),
    ("route", &[("kind", "Direct (work and learn) or traditional."), ("steps", "The steps, in order.")]),
    (
        "step",
        &[
            ("title", "The step, as printed."),
            ("role", "The role it is, if it is one of ours."),
            ("qualification", "The qualification that one leaves it with."),
            ("level", "The qualification level printed for it."),
            ("entry_level", "Whether the source prints `entry level` in place of a number."),
            ("text", "What one does in it, with a little Markdown."),
        ],
    ),
    (
        "level",
        &[
            ("title", "The name of the level."),
            ("summary", "What it asks, in one sentence."),
            ("intro", "What it means, with a little Markdown."),
            ("roles", "Whether roles may stand on it; `false` for a level that is only guidance."),
            ("profession", "Whether professions begin on it, so that the roles below support them."),
        ],
    ),
    (
        "setting",
        &[
            ("title", "The name of the setting."),
            ("summary", "What it is, in one sentence."),
            ("intro", "What it covers, with a little Markdown."),
            ("mark", "Its shape on maps."),
            ("icon", "What stands in `d` of an SVG path that is drawn on a grid of 24 by 24."),
        ],
    ),
    (
        "kind of contact",
        &[
            ("title", "Its name in a list of choices."),
            ("summary", "What is said on the page of such a role."),
            ("cares", "Whether a role of this kind cares for people directly."),
        ],
    ),
    (
        "category",
        &[
            ("title", "The name of the family of careers."),
            ("meaning", "What it covers, in one sentence."),
            ("colour", "The colour of its line."),
            ("icon", "What stands in `d` of an SVG path that is drawn on a grid of 24 by 24."),
            ("printed_in", "The source that prints it; left out for one of your own."),
        ],
    ),
    (
        "colour",
        &[
            ("light", "On a light page, as \"#rrggbb\" in quotes."),
            ("dark", "On a dark page, as \"#rrggbb\" in quotes."),
        ],
    ),
    (
        "qualification",
        &[
            ("title", "Its name."),
            ("in_words", "Its name within a sentence: You can begin with …"),
            ("meaning", "What it means to hold it."),
            ("level", "The number that sources give to its level; the first entry has none."),
            ("degree", "Whether it and all higher ones are degrees."),
            ("climbs", "How one gets to it."),
        ],
    ),
    (
        "climb",
        &[
            ("from", "The lower qualification where it begins."),
            ("title", "What the study is called."),
            ("how", "What one does."),
            ("months", "How long it takes, in months."),
            ("earn", "Whether one is paid meanwhile; left out if no source says."),
            ("beside_a_job", "Whether adults can do it beside any job, which stays paid."),
        ],
    ),
    (
        "source",
        &[
            ("title", "Its title."),
            ("publisher", "Who published it."),
            ("year", "When it was published, if it says so."),
            ("about", "What it is."),
            ("kind", "What kind of thing it is; left out, a document."),
            ("licence", "The licence under which it may be used."),
            ("url", "Its address."),
        ],
    ),
    (
        "organisation",
        &[
            ("name", "Its full name."),
            ("short", "Its short name."),
            ("url", "Its address, as printed in a source."),
            ("about", "What it is, in one sentence."),
        ],
    ),
    (
        "regulator",
        &[
            ("register", "The organisation that keeps the register."),
            ("law", "The law that protects the titles."),
            ("titles", "The titles that only people on the register may use."),
            ("except", "Titles with these words that the law does not protect."),
            ("floor", "The least qualification of everybody on the register with such a title."),
        ],
    ),
    (
        "figure",
        &[
            ("title", "What it is the figure of."),
            ("value", "The figure, as it is shown within a text."),
            ("means", "What it counts."),
            ("as_of", "The year, month or day of the figure."),
        ],
    ),
    (
        "scheme of pay",
        &[
            ("title", "Its name."),
            ("about", "What it is, said to readers."),
            ("url", "Where the publisher shows it."),
            ("scale", "Its sums for one year; left out where there are none."),
        ],
    ),
    (
        "scale of pay",
        &[
            ("starts", "Its first day."),
            ("ends", "Its last day."),
            ("confirmed", "Whether it was read on the publisher's own page."),
            ("bands", "Its bands, lowest first, in pounds for a year of full-time work."),
            ("supplements", "What is added in some areas."),
        ],
    ),
    ("band", &[("band", "Its name, in quotes."), ("from", "The lowest sum."), ("to", "The highest sum.")]),
    (
        "supplement",
        &[
            ("area", "The area."),
            ("percent", "What is added, in per cent."),
            ("at_least", "The least that is added, in pounds a year."),
            ("at_most", "The most that is added, in pounds a year."),
        ],
    ),
    (
        "search of another site",
        &[
            ("name", "What the service calls itself."),
            ("finds", "What it finds."),
            ("address", "The address of the search, with {words}, and with {place} and {miles} where it takes them."),
        ],
    ),
    (
        "synonym",
        &[
            ("say", "What people say: any one of these."),
            ("language", "The language of these words, where it is not the site's."),
            ("roles", "The roles meant, the likeliest first."),
            ("words", "Other words to look for in every text."),
            ("filter", "Choices of the filter that these words make."),
            ("guides", "Guides that are meant."),
            ("pathways", "Pathways that are meant."),
            ("organisations", "Organisations that are meant."),
            ("note", "What is said where our data cannot answer."),
        ],
    ),
    ("filter", FACETS),
    ("need", CRITERIA),
    ("weight", CRITERIA),
    (
        "matcher",
        &[("words", "Lists of words that the texts of a role may have."), ("questions", "The questions, in order.")],
    ),
    ("word list", &[("any_of", "Words and phrases; talk* stands for talk, talks, talking and so on.")]),
    (
        "question",
        &[
            ("key", "Its key in the address of the page."),
            ("question", "What is asked."),
            ("choose", "How many answers can be given."),
            ("answers", "The answers, in order."),
        ],
    ),
    (
        "answer",
        &[
            ("label", "What the visitor chooses."),
            ("said", "What follows `You said` on the page."),
            ("needs", "A role without any of these is left out."),
            ("weights", "What counts for a role, or against it."),
        ],
    ),
    (
        "site",
        &[
            ("name", "The name of the site, at the top of each page and in each title."),
            ("tagline", "One line that says what the site is for."),
            ("language", "The language of the pages; left out, en-GB."),
            ("region", "The area it speaks about."),
            ("search_area", "Where searches of other sites look; left out, everywhere."),
            ("about", "What this is, in three sentences, for the start page."),
            ("publisher", "Who publishes the site."),
            ("contact", "An e-mail address for readers, also about accessibility."),
            ("base_url", "The address where the site is served, without a slash at the end."),
            ("brand", "The colour of the brand."),
            ("accessibility", "What the accessibility statement says."),
        ],
    ),
    ("area of searches", &[("place", "A town or a postcode."), ("miles", "How many miles around it.")]),
    (
        "accessibility statement",
        &[
            ("status", "How far the site keeps to the standard, in words."),
            ("known_issues", "What does not work yet: for each, what it is, why, and when it will be mended."),
            ("alternatives", "What people can use in place of a page."),
            ("tested_how", "How the site was tested."),
            ("enforcement", "Whom to turn to when an answer to a complaint does not satisfy."),
            ("prepared", "The day on which the statement was first written."),
            ("reviewed", "The day on which it was last looked at."),
        ],
    ),
    ("enforcement", &[("title", "The name of the body."), ("url", "Its address.")]),
];

/// The choices of a filter.
const FACETS: &[(&str, &str)] = &[
    ("level", "Levels on which the role stands."),
    ("setting", "Settings in which it is found."),
    ("category", "Families of careers to which it belongs."),
    ("contact", "Kinds of contact with the people it is for."),
    ("start", "Qualifications, or `registered-professional`, with which one can begin."),
    ("route", "Kinds of ways in."),
    ("registration", "Whether one must register."),
    ("pay", "A band of pay.yaml, that one or a higher one, or a scheme without bands."),
    ("hours", "When one works."),
    ("checks", "What one is checked for."),
    ("mark", "What a report says of the role."),
];

/// What an answer of the matcher looks for, besides the choices of a filter.
const CRITERIA: &[(&str, &str)] = &[
    ("words", "The list of words of which the role has one."),
    ("earns", "A way in on which one earns throughout."),
    ("without_degree", "A way in that neither needs a degree nor leads to one."),
    ("points", "From -10 to 10 and not 0: 3 for what the answer is about, 2 for a good sign of it, 1 for a hint."),
];

/// The meaning of a key of the group that messages call `group`.
#[must_use]
pub fn meaning(group: &str, key: &str) -> Option<&'static str> {
    let named =
        |meanings: &[(&str, &'static str)]| meanings.iter().find(|(name, _)| *name == key).map(|(_, says)| *says);
    if group == "role" {
        return RoleKey::ALL.iter().find(|role_key| role_key.name() == key).map(|role_key| role_key.info().meaning);
    }
    let own = IN_GROUP.iter().find(|(name, _)| *name == group).map(|(_, meanings)| *meanings).unwrap_or_default();
    let facet = matches!(group, "need" | "weight").then(|| named(FACETS)).flatten();
    named(own).or(facet).or_else(|| named(EVERYWHERE))
}
