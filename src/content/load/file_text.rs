//! The text of a file, and the faults of a file as a whole.

use crate::content::code::Code;
use crate::content::files::MAX_FILE;

/// A fault of a whole file: its code and message.
type FileFault = (Code, String);

/// Decodes the bytes of a file; with a fault, the text up to it.
pub fn file_text(bytes: Vec<u8>) -> (String, Option<FileFault>) {
    if bytes.len() as u64 > MAX_FILE {
        return (String::new(), Some((Code::FileTooLarge, "this file is larger than 1 MiB".to_owned())));
    }
    let (mut text, mut fault) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let mut bytes = error.into_bytes();
            bytes.truncate(valid);
            let message = "from here on, this file is not UTF-8 text".to_owned();
            (String::from_utf8(bytes).unwrap_or_default(), Some((Code::NotUtf8, message)))
        }
    };
    if let Some(at) = text.find('\0') {
        text.truncate(at);
        fault = Some((Code::NulByte, "there is a NUL byte here".to_owned()));
    }
    (text, fault)
}

/// The help for a fault of a whole file.
pub fn file_help(code: Code) -> &'static str {
    match code {
        Code::NotAFile => "put a file in its place, or take it away",
        Code::LinkLoop => "take the link away",
        Code::FileTooLarge => "split it; a data file has a few kilobytes",
        Code::TooManyFiles | Code::TooMuchData => "is this the data folder?",
        Code::NotUtf8 => "save the file as UTF-8",
        Code::UnexpectedFile => "rename it in small letters, digits and hyphens",
        Code::NulByte => "is this a text file? If so, write it anew",
        _ => "look at who may read it, and whether it is there",
    }
}
