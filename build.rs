//! A new file in a folder that goes into the binary must rebuild it; the compiler sees changes of known files only.

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=static");
}
