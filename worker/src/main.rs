//! The worker: runs the planner off the page's thread.

#[cfg(target_arch = "wasm32")]
mod desk;

fn main() {
    #[cfg(target_arch = "wasm32")]
    desk::open();
}
