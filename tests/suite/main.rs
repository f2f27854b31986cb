//! What a visitor, an editor and an operator get. One binary; each module is a file of this folder.

mod checks;
mod hostile;
