//! Mounts the app; nothing else.

fn main() {
    evergreen::app::mount();
}
