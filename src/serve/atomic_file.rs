//! Files that are whole whatever interrupts their writing: what the server keeps on disk.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// Writes a file of a folder, which is made when it is needed. Interrupted at any moment, the old file or the new one is there, whole.
///
/// # Errors
///
/// When the folder or the file cannot be written; then the old file is still there.
pub(super) fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let unfinished = folder.join(format!("{name}.new"));
    let mut file = File::create(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(unfinished, folder.join(name))?;
    // The name is on disk when its folder is.
    File::open(folder)?.sync_all()
}
