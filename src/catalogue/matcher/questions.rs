//! The questions, their answers, and what each answer looks for: the whole of the matching, written down once.
//!
//! How to weigh: 3 points for the fact that an answer is about, 2 for a good sign of it, 1 for a hint. An answer that says
//! "no" takes as many points away. A list of words counts once, or twice if the role's first sentence has one of them.
//! What only opens a door gives no points. A role's place comes first from the number of questions whose answers speak for
//! it, less those that speak against it, and then from its points.

use crate::catalogue::filter::{Facet, REGISTERED};
use crate::catalogue::matcher::AnswerCount::{One, Several};
use crate::catalogue::matcher::Criterion::{Earns, Is, Says, WithoutDegree};
use crate::catalogue::matcher::{AnswerOption, Criterion, Question, Weight, WordList};

/// Declares the questions. Each answer has an id, what the visitor chooses, what the visitor said by it, what a role must
/// have (if anything), and the points for each fact.
macro_rules! questions {
    ($($key:literal, $asks:literal, $takes:ident {$(
        $id:expr, $label:literal, $said:literal $(, needs $need:expr)? $(=> $($points:literal for $fact:expr),+)?;
    )+})+) => {&[$(
        Question { key: $key, asks: $asks, takes: $takes, answers: &[$(
            AnswerOption {
                id: $id,
                label: $label,
                said: $said,
                needs: &[$($need)?],
                weights: &[$($(Weight { fact: $fact, points: $points }),+)?],
            },
        )+] },
    )+]};
}

/// The questions, in the order in which they are asked.
pub static QUESTIONS: &[Question] = questions! {
    "start", "What do you have now?", Several {
        "none", "No qualifications yet", "you have no qualifications yet", needs start("none");
        "gcse", "GCSEs in maths and English, or functional skills at level 2", "you have GCSEs or functional skills",
            needs start("gcse");
        "level-3", "A levels, a T level or another level 3", "you have A levels, a T level or another level 3",
            needs start("level-3");
        "level-5", "A foundation degree or another level 5", "you have a foundation degree or another level 5",
            needs start("level-5");
        "degree", "A degree", "you have a degree", needs start("degree") => 2 for route("postgraduate");
        "masters", "A master's degree", "you have a master's degree",
            needs start("masters") => 2 for route("postgraduate");
        REGISTERED, "I am a registered professional, such as a nurse", "you are a registered professional",
            needs start(REGISTERED);
    }
    "begin", "How would you like to begin?", Several {
        "work", "Start work, and learn in the job", "you want to start work and learn in the job" => 3 for route("on-the-job");
        "apprenticeship", "An apprenticeship: a paid job with study", "you want an apprenticeship"
            => 3 for route("apprenticeship"), 2 for route("degree-apprenticeship"), 1 for Earns;
        "college", "A college course first", "you want to go to college first" => 3 for route("college");
        "university", "University first", "you want to go to university first"
            => 3 for route("university"), 1 for route("postgraduate");
        "no-degree", "Any way, but without a degree", "you do not want to study for a degree",
            needs WithoutDegree;
    }
    "with", "What do you like to work with?", Several {
        "people", "People", "you like to work with people" => 1 for CLINICAL, 2 for PEOPLE;
        "things", "Things: equipment, food, buildings, medicines", "you like to work with things"
            => 1 for family("estates-and-facilities"), 2 for THINGS;
        "information", "Information: records, numbers, computers", "you like to work with information"
            => 2 for family("health-informatics"), 2 for INFORMATION;
    }
    "care", "How close to patients do you want to be?", One {
        "hands-on", "I want to give care with my own hands", "you want to give hands-on care" => 3 for CLINICAL, 1 for CARE;
        "talking", "I would rather help by talking and listening", "you want to help by talking and listening"
            => 1 for family("psychological-professions"), 2 for TALK;
        "behind", "I would rather work behind the scenes", "you want to work behind the scenes"
            => 3 for NON_CLINICAL, -3 for CLINICAL, -1 for CARE;
    }
    "who", "Whom would you like to help?", Several {
        "babies", "Babies and new families", "you want to help babies and new families"
            => 3 for family("midwifery"), 2 for BABIES;
        "children", "Children and young people", "you want to help children and young people" => 3 for CHILDREN;
        "older", "Older people", "you want to help older people" => 3 for OLDER, 1 for CARE_HOMES;
        "mental-health", "People with mental health problems", "you want to help people with mental health problems"
            => 2 for family("psychological-professions"), 2 for MIND;
        "disability", "People with a disability", "you want to help people with a disability" => 3 for DISABILITY;
        "staff", "The people who give care", "you want to help the people who give care" => 2 for STAFF;
    }
    "setting", "Where would you like to work?", Several {
        "primary", "At a GP surgery, a pharmacy, a dentist or an optician", "you want to work in primary care"
            => 2 for Is(Facet::Setting, "primary");
        "secondary", "In a hospital or a clinic", "you want to work in a hospital or a clinic"
            => 2 for Is(Facet::Setting, "secondary");
        "social", "In care homes, people's own homes or the community", "you want to work in social care"
            => 2 for Is(Facet::Setting, "social");
    }
    "science", "Do you like science?", One {
        "yes", "Yes", "you like science" => 3 for family("healthcare-science"), 1 for family("pharmacy"), 1 for SCIENCE;
        "no", "No", "you do not like science"
            => -3 for family("healthcare-science"), -1 for family("pharmacy"), -1 for SCIENCE;
    }
    "make", "Do you like to make things?", Several {
        "create", "Yes, I am creative", "you are creative" => 3 for CREATE;
        "practical", "Yes, I am practical", "you are practical" => 1 for family("estates-and-facilities"), 2 for PRACTICAL;
    }
    "organise", "Do you like to plan and organise?", One {
        "yes", "Yes", "you like to plan and organise" => 1 for family("management"), 2 for ORGANISE;
        "no", "No", "you do not like to plan and organise" => -1 for family("management"), -2 for ORGANISE;
    }
    "emergencies", "Could you stay calm in an emergency?", One {
        "yes", "Yes", "you could stay calm in an emergency" => 2 for family("ambulance"), 2 for URGENT;
        "no", "I would rather not be there", "you would rather not deal with emergencies"
            => -2 for family("ambulance"), -2 for URGENT;
    }
    "move", "Would you rather be on the move or at a desk?", One {
        "about", "On the move: driving, walking, visiting", "you want to be on the move" => 3 for ON_THE_MOVE;
        "desk", "At a desk", "you want to work at a desk" => 2 for DESK;
    }
    "lead", "Would you like to lead a team?", One {
        "yes", "Yes", "you would like to lead a team"
            => 2 for family("management"), 1 for Is(Facet::Level, "leadership"), 2 for LEAD;
        "no", "Not now", "you do not want to lead a team now"
            => -2 for family("management"), -2 for Is(Facet::Level, "leadership"), -2 for LEAD;
    }
};

const CLINICAL: Criterion = Is(Facet::Contact, "clinical");
const NON_CLINICAL: Criterion = Is(Facet::Contact, "non-clinical");

const fn family(id: &'static str) -> Criterion {
    Is(Facet::Category, id)
}

const fn route(id: &'static str) -> Criterion {
    Is(Facet::Route, id)
}

const fn start(id: &'static str) -> Criterion {
    Is(Facet::Start, id)
}

const PEOPLE: Criterion = Says(WordList(
    "talk*, listen*, reassur*, friendly, comfort, families, relatives, callers, clients, get on with, at ease, \
     with people, caring, daily life, support people, help people, help patients",
));
const THINGS: Criterion = Says(WordList(
    "equipment, machine*, instrument*, tools, device*, technical, stock, supplies, building*, garden*, food, kitchen, \
     linen, medicines, samples, lenses, limbs, crowns, fixtures, clean and safe",
));
const INFORMATION: Criterion = Says(WordList(
    "record*, computer*, computing, information, numbers, letters, reports, budget*, paperwork, notes, research, \
     finances, online, publications",
));
const CARE: Criterion = Says(WordList(
    "personal care, give care, everyday care, nursing care, daily life, daily needs, treat*, care for, care directly, \
     blood, wash, with your hands, lift and move, help patients, birth",
));
const TALK: Criterion = Says(WordList(
    "listen*, talk*, advi*, reassur*, explain*, answer*, connect*, tell, feelings, motivate*, communicate, point people",
));
const SCIENCE: Criterion = Says(WordList(
    "scien*, laborator*, sample*, research, x ray*, biology, biomedical, microscope*, technology, dna, tests, anatomy, \
     ultrasound, tissue, diagnos*",
));
const CREATE: Criterion = Says(WordList(
    "creativ*, art, artistic, music, drama, design*, photograph*, photos, playroom, new ideas, marketing materials",
));
const PRACTICAL: Criterion = Says(WordList(
    "hands, hand, practical, repair*, fix, cook*, clean*, paint*, technical, equipment, decorate, laundry, deliver*, \
     install*, garden*",
));
const ORGANISE: Criterion = Says(WordList(
    "organise*, plan, plans, planned, arrange*, in order, book*, diaries, appointments, coordinate*, stock, on time, \
     paperwork, menu*",
));
const BABIES: Criterion = Says(WordList("bab*, birth, mother*, pregnan*, new parents"));
const CHILDREN: Criterion = Says(WordList("child*, young, school*"));
const OLDER: Criterion = Says(WordList("older, elderly, frail, dementia"));
const CARE_HOMES: Criterion = Says(WordList("care home, care homes, residential homes, sheltered housing"));
const MIND: Criterion = Says(WordList("mental*, psycholog*, feelings, emotional, depression, stress, lonely, anxi*"));
const DISABILITY: Criterion =
    Says(WordList("disabilit*, autism, independently, daily life, more for themselves, limb, limbs, own life"));
const STAFF: Criterion = Says(WordList(
    "trains, train other, volunteers, students, mentor, new staff, newer staff, care staff, after staff, of staff, give staff, \
     staff training, staff have, your staff, support workers, help doctors, help midwives, help the dentist, work in care",
));
const URGENT: Criterion = Says(WordList(
    "emergency care, scene of an accident, at an accident, control room*, life is in danger, under pressure, in a crisis, \
     injured, life support, badly ill, make decisions, decide fast, handle stress",
));
const ON_THE_MOVE: Criterion = Says(WordList(
    "drive, driver, transport, journey, travel, trips, lift and move, walk, deliver, move patients, own homes, to hospital",
));
const DESK: Criterion = Says(WordList(
    "computer*, computing, phone, records, office, sit at, letters, diaries, reception desk, budgets, reports, paperwork, \
     calls, finances",
));
const LEAD: Criterion = Says(WordList(
    "lead, leads, manage people, manage budgets, manages, supervise*, take charge, in charge, run the, run a, runs, \
     responsibility, decisions",
));
