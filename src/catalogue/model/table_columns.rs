//! The columns of the tables of moves and of ways in: the one list that the tables and their descriptions follow. Those of
//! roles are [`RoleKey`](crate::catalogue::model::role_keys::RoleKey)s.

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct TableColumn {
    /// Its name.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// What it says, in one sentence.
    pub meaning: &'static str,
}

/// What the cells of a column hold. Every cell may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words or an id; several have `"; "` between them.
    Text,
    /// The id of a role.
    Role,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A day: `2026-11-27`.
    Date,
    /// An address.
    Address,
}

const fn column(name: &'static str, kind: ColumnKind, meaning: &'static str) -> TableColumn {
    TableColumn { name, kind, meaning }
}

/// The column of the table of roles that is no key of a role.
pub const ROLE_ADDRESS: TableColumn = column("address", ColumnKind::Address, "The page of the role on this site.");

/// The columns of the table of moves.
pub const PROGRESSIONS: [TableColumn; 7] = [
    column("from", ColumnKind::Role, "The id of the role it leads on from."),
    column("from_title", ColumnKind::Text, "The name of that role."),
    column("to", ColumnKind::Role, "The id of the role it leads to."),
    column("to_title", ColumnKind::Text, "The name of that role."),
    column("direction", ColumnKind::Text, "Which way it goes on the career ladder: up, same-level or down."),
    column("how", ColumnKind::Text, "What one adds for it, where a source says so."),
    column("sources", ColumnKind::Text, "The ids of the documents that say it."),
];

/// The columns of the table of ways in.
pub const ENTRY_ROUTES: [TableColumn; 18] = [
    column("role", ColumnKind::Role, "The id of the role it leads into."),
    column("role_title", ColumnKind::Text, "The name of that role."),
    column("kind", ColumnKind::Text, "What one does, such as apprenticeship or university."),
    column(
        "from",
        ColumnKind::Text,
        "What is enough to begin, any one of these: a qualification's id, a role's id, experience, or not-known.",
    ),
    column("stated", ColumnKind::Text, "How strongly the source says it, such as required or usual."),
    column("summary", ColumnKind::Text, "What it is, in a sentence."),
    column("requires", ColumnKind::Text, "What else is asked."),
    column(
        "also",
        ColumnKind::Text,
        "What is asked so early that lists of roles say it: a licence, an age, experience.",
    ),
    column("subjects", ColumnKind::Text, "The subjects of the qualifications that are asked for."),
    column("level", ColumnKind::Number, "The qualification level it leads to."),
    column("months_from", ColumnKind::Number, "How many months it takes, at least."),
    column(
        "months_to",
        ColumnKind::Number,
        "How many months it takes, at most; empty where the source says “at least”.",
    ),
    column("experience_months_from", ColumnKind::Number, "How many months one must have worked before, at least."),
    column("experience_months_to", ColumnKind::Number, "The same, at most."),
    column("earn", ColumnKind::Flag, "Whether one is paid throughout; empty where no source says."),
    column("run_by", ColumnKind::Text, "The ids of the organisations that run it."),
    column("inferred", ColumnKind::Flag, "Whether it is our reading of a source that does not say it in these words."),
    column("sources", ColumnKind::Text, "The ids of the documents that say it."),
];
