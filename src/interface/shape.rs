//! What a message asks of its callers: its variables and its markup. Also compiled into the build script, so that the
//! methods that are generated and the check of other languages go by one definition.

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// The markup that a message may have. All else is text.
pub const TAGS: [&str; 9] =
    ["<a>", "<a download>", "</a>", "<strong>", "</strong>", "<em>", "</em>", "<code>", "</code>"];

/// The names of plural categories in CLDR: a variable that selects by them is a number.
const PLURALS: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// How often each of [`TAGS`] stands in a text.
pub type TagCounts = [usize; TAGS.len()];

/// A variable of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable<'s> {
    /// Its name, without `$`.
    pub name: &'s str,
    /// Whether a plural is chosen by it.
    pub is_number: bool,
}

/// What a message asks of its callers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MessageShape<'s> {
    /// Its variables, in the order in which they first appear.
    pub variables: Vec<Variable<'s>>,
    /// Its markup.
    pub tags: TagCounts,
    /// Whether one variant of a choice has other markup than the others.
    pub is_uneven: bool,
}

impl<'s> MessageShape<'s> {
    /// The shape of a pattern.
    #[must_use]
    pub fn of(pattern: &Pattern<&'s str>) -> Self {
        let mut shape = Self::default();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => shape.count_tags(value),
                PatternElement::Placeable { expression } => shape.add_expression(expression),
            }
        }
        shape
    }

    /// The number of links, each of which needs an address.
    #[must_use]
    pub fn links(&self) -> usize {
        self.tags[0] + self.tags[1]
    }

    /// Whether there is any markup.
    #[must_use]
    pub fn has_markup(&self) -> bool {
        self.tags.iter().any(|count| *count > 0)
    }

    /// Whether each tag that opens is closed, in every variant.
    #[must_use]
    pub fn is_balanced(&self) -> bool {
        let [a, download, a_end, strong, strong_end, em, em_end, code, code_end] = self.tags;
        let is_closed = a + download == a_end && strong == strong_end && em == em_end && code == code_end;
        !self.is_uneven && is_closed
    }

    fn count_tags(&mut self, text: &str) {
        for (count, tag) in self.tags.iter_mut().zip(TAGS) {
            *count += text.matches(tag).count();
        }
    }

    fn add_expression(&mut self, expression: &Expression<&'s str>) {
        match expression {
            Expression::Inline(inline) => self.add_inline(inline),
            Expression::Select { selector, variants } => {
                let is_number = |key: &VariantKey<&str>| match key {
                    VariantKey::Identifier { name } => PLURALS.contains(name),
                    VariantKey::NumberLiteral { .. } => true,
                };
                match selector {
                    InlineExpression::VariableReference { id } => {
                        self.add_variable(id.name, variants.iter().any(|variant| is_number(&variant.key)));
                    }
                    other => self.add_inline(other),
                }
                let shapes: Vec<Self> = variants.iter().map(|variant| Self::of(&variant.value)).collect();
                self.is_uneven |= shapes.windows(2).any(|pair| matches!(pair, [a, b] if a.tags != b.tags));
                for (sum, count) in self.tags.iter_mut().zip(shapes.first().map_or([0; TAGS.len()], |shape| shape.tags))
                {
                    *sum += count;
                }
                for shape in shapes {
                    self.is_uneven |= shape.is_uneven;
                    for variable in shape.variables {
                        self.add_variable(variable.name, variable.is_number);
                    }
                }
            }
        }
    }

    fn add_inline(&mut self, inline: &InlineExpression<&'s str>) {
        match inline {
            InlineExpression::VariableReference { id } => self.add_variable(id.name, false),
            InlineExpression::FunctionReference { arguments, .. } => self.add_arguments(arguments),
            InlineExpression::TermReference { arguments: Some(arguments), .. } => self.add_arguments(arguments),
            InlineExpression::Placeable { expression } => self.add_expression(expression),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }

    fn add_arguments(&mut self, arguments: &CallArguments<&'s str>) {
        arguments.positional.iter().for_each(|argument| self.add_inline(argument));
        arguments.named.iter().for_each(|argument| self.add_inline(&argument.value));
    }

    fn add_variable(&mut self, name: &'s str, is_number: bool) {
        match self.variables.iter_mut().find(|known| known.name == name) {
            Some(known) => known.is_number |= is_number,
            None => self.variables.push(Variable { name, is_number }),
        }
    }
}
