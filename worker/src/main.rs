//! The worker: runs the planner off the page's thread. It takes messages, and lets the desk answer.

fn main() {
    #[cfg(target_arch = "wasm32")]
    browser::open();
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::RefCell;

    use js_sys::Uint8Array;
    use messages::Desk;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::Closure;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Listens for jobs, and says so.
    pub(crate) fn open() {
        let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
        let desk = RefCell::new(Desk::default());
        let listener = {
            let scope = scope.clone();
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                let message = Uint8Array::new(&event.data()).to_vec();
                let now = || scope.performance().map_or(0.0, |performance| performance.now());
                say(&scope, &desk.borrow_mut().answer(&message, &now));
            })
        };
        scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        // The listener lives as long as the worker.
        listener.forget();
        say(&scope, &Desk::ready());
    }

    fn say(scope: &DedicatedWorkerGlobalScope, words: &[u8]) {
        // A page that is gone hears nothing.
        let _ = scope.post_message(&Uint8Array::from(words));
    }
}
