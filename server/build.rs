//! Rebuilds the server when a file that it embeds comes or goes.

fn main() {
    for folder in ["../dist", "../firm"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
