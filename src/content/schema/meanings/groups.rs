//! What the keys of single groups mean.

/// The meanings of single groups, by what messages call the group.
pub const IN_GROUP: &[(&str, &[(&str, &str)])] = &[
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
            ("apprenticeships", "Standards of apprenticeships that lead into the role."),
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
    ("day of changes", &[("day", "The day."), ("changes", "The pages that changed on it.")]),
    (
        "page that changed",
        &[
            ("kind", "What kind of page it is, or was."),
            ("id", "The id that it had on that day."),
            ("title", "The title that it had on that day."),
            ("change", "What became of it."),
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
            ("data_licence", "The licence under which others may use the data; left out, they are told to ask first."),
            ("brand", "The colour of the brand."),
            ("accessibility", "What the accessibility statement says."),
            ("severity", "Codes of `check` that this site takes more or less seriously: error, warning or off."),
        ],
    ),
    (
        "licence of the data",
        &[
            ("id", "Its identifier in the SPDX list."),
            ("title", "Its name."),
            ("url", "The address of its text."),
            ("attribution", "What those who use the data must say of where it comes from."),
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
