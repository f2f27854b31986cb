//! What may fill a variable of a message.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// A text or a number that fills a variable of a message.
pub trait Argument {
    /// Its value.
    fn value(&self) -> FluentValue<'_>;
}

/// A number: what a plural can be chosen by.
pub trait Count: Argument {}

impl<T: Argument + ?Sized> Argument for &T {
    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }
}

impl<T: Count + ?Sized> Count for &T {}

impl Argument for str {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}

impl Argument for String {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}

impl Argument for Cow<'_, str> {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(&**self)
    }
}

macro_rules! counts {
    ($($number:ty),+) => {$(
        impl Argument for $number {
            fn value(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        }

        impl Count for $number {}
    )+};
}

counts!(u8, u16, u32, u64, usize, i32, i64);
