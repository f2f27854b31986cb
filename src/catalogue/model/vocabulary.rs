//! The closed lists of words that the whole site shares. Their meaning is written down in `data/README.md`.

/// A word of a closed list, known by a fixed id in addresses and data files.
pub trait Term: Copy + Eq + Ord + 'static {
    /// What a list of these words is called in a message: "level", "setting".
    const NAME: &'static str;
    /// Every word, in the order in which people read them.
    const ALL: &'static [Self];

    /// The id in addresses and data files.
    fn id(self) -> &'static str;

    /// The word with this id.
    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|term| term.id() == id)
    }
}

/// Declares an enum whose words have an id and, where readers see them, a name: a message of the interface.
macro_rules! terms {
    ($(#[$meta:meta])* $name:ident, $called:literal { $($(#[$doc:meta])* $word:ident = $id:literal, $label:ident;)+ }) => {
        terms!($(#[$meta])* $name, $called { $($(#[$doc])* $word = $id;)+ });

        impl $name {
            /// How the word is said to a reader.
            #[must_use]
            pub fn label(self, t: &$crate::interface::Interface) -> &str {
                match self { $(Self::$word => t.$label(),)+ }
            }
        }
    };
    ($(#[$meta:meta])* $name:ident, $called:literal { $($(#[$doc:meta])* $word:ident = $id:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $word,)+ }

        impl $name {
            /// The id in addresses and data files.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$word => $id,)+ }
            }
        }

        impl $crate::catalogue::model::vocabulary::Term for $name {
            const NAME: &'static str = $called;
            const ALL: &'static [Self] = &[$(Self::$word,)+];
            fn id(self) -> &'static str {
                self.id()
            }
        }
    };
}

pub(crate) use terms;

terms! {
    /// What kind of thing a source is, and so how a fact cites it.
    SourceKind, "kind of source" {
        /// A document, or a set of data.
        Document = "document";
        /// Pages on the web: a fact from one cites the page.
        Page = "page";
        /// Acts and Orders.
        Law = "law";
    }
}

terms! {
    /// The shape that stands for a setting on maps, where there is no room for words.
    SettingMark, "mark of a setting" {
        /// A disc.
        Circle = "circle";
        /// A square.
        Square = "square";
        /// A square on its corner.
        Diamond = "diamond";
        /// A triangle that points up.
        Triangle = "triangle";
        /// A plus sign.
        Plus = "plus";
        /// A lying bar.
        Bar = "bar";
    }
}

terms! {
    /// What one does to get into a role.
    EntryKind, "way in" {
        /// One starts the job and learns there.
        OnTheJob = "on-the-job", start_the_job;
        /// A paid job with study, below degree level.
        Apprenticeship = "apprenticeship", apprenticeship;
        /// A paid job with study for a degree.
        DegreeApprenticeship = "degree-apprenticeship", degree_apprenticeship;
        /// A course below degree level.
        College = "college", college_course;
        /// A first degree.
        University = "university", university_degree;
        /// A course after a degree.
        Postgraduate = "postgraduate", study_after_a_degree;
        /// What one did before lets one in.
        Experience = "experience", experience;
        /// The source says that there is no one route.
        Varies = "varies", different_for_each_employer;
    }
}

impl EntryKind {
    /// Whether this is an apprenticeship of either kind.
    #[must_use]
    pub fn is_apprenticeship(self) -> bool {
        matches!(self, Self::Apprenticeship | Self::DegreeApprenticeship)
    }

    /// Whether one studies for a degree, or needs one to begin.
    #[must_use]
    pub fn is_degree_study(self) -> bool {
        matches!(self, Self::DegreeApprenticeship | Self::University | Self::Postgraduate)
    }
}

terms! {
    /// How strongly a source speaks of an entry route.
    Stated, "strength" {
        /// "No formal entry requirements."
        NoRequirements = "no-requirements", no_formal_entry_requirements;
        /// "You need this."
        Required = "required", required;
        /// "This is the usual way."
        Usual = "usual", usual_way;
        /// "This exists."
        Available = "available", available;
        /// "This is often there."
        OftenAvailable = "often-available", often_available;
        /// "This is sometimes there."
        SometimesAvailable = "sometimes-available", sometimes_available;
        /// "This may be there."
        MayBeAvailable = "may-be-available", may_be_available;
    }
}

terms! {
    /// What the 2025 report on the skills gap says of a role.
    MarkKind, "mark" {
        /// Named among emerging, overlooked or hidden roles.
        LessKnown = "less-known", less_known;
        /// Named among those that are hard to fill.
        InShortSupply = "in-short-supply", in_short_supply;
    }
}

terms! {
    /// Whether one must register with a regulator to do the job.
    RegistrationNeed, "registration" {
        /// One must register.
        Needed = "needed", you_must_register;
        /// One can, but no source says that one must.
        Possible = "possible", you_can_register;
        /// No law asks for a register, as far as the data knows the laws.
        NotNeeded = "not-needed", no_register_needed;
        /// No source speaks of a register.
        NotRecorded = "not-recorded", no_registration_recorded;
    }
}

terms! {
    /// What a source shows of a role.
    MediaKind, "media" {
        /// A video.
        Video = "video", video;
        /// An interview.
        Interview = "interview", interview;
    }
}

terms! {
    /// The two ways through a pathway into an allied health profession.
    PathwayKind, "pathway route" {
        /// Work and learn: support work, apprenticeship, degree apprenticeship.
        Direct = "direct", work_and_learn;
        /// Study first: sixth form or college, then university.
        Traditional = "traditional", study_first;
    }
}

terms! {
    /// A fact of a role that may be our judgement where no source prints it.
    Judged, "judged fact" {
        /// Its levels.
        Levels = "levels", judged_level;
        /// Its settings.
        Settings = "settings", judged_settings;
        /// Its categories.
        Categories = "categories", judged_category;
        /// Whether it is clinical.
        Contact = "contact", judged_contact;
        /// Its pay.
        Pay = "pay", judged_pay;
        /// Its hours.
        Hours = "hours", judged_hours;
        /// What one is checked for.
        Checks = "checks", judged_checks;
        /// Its codes in official lists.
        Codes = "codes", judged_codes;
    }
}

terms! {
    /// What the site links to a guide for, besides the list of guides.
    GuidePurpose, "purpose of a guide" {
        /// Those who help others choose: linked from the start page and from the foot of every page.
        Advisers = "advisers";
        /// What a report says of the workforce: linked beside each mark of a role.
        Marks = "marks";
        /// To be filled in on paper: each point of a list is printed with room to write.
        Worksheet = "worksheet";
    }
}
