//! Parts of a view that follow signals.
//!
//! A closure in a view is compiled into a renderer of its own, some kilobytes each. Through here
//! all texts share one renderer, and all changing parts another.

use leptos::prelude::*;

/// A text that follows the signals it reads.
pub fn text<T: Into<String>>(say: impl Fn() -> T + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || say().into())
}

/// A part of a view that is made anew whenever the signals it reads change.
pub type Part = Box<dyn FnMut() -> AnyView + Send>;

/// A part of a view that is made anew whenever the signals it reads change.
pub fn part<V: IntoView + 'static>(mut make: impl FnMut() -> V + Send + 'static) -> Part {
    Box::new(move || make().into_any())
}
