//! Takes jobs from the page, answers each once.

use std::cell::RefCell;

use planner::draws::Draws;
use planner::firm::Firm;
use planner::{Inputs, Request, bytes};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use worker::{Job, Reply, speed};

/// What is kept between jobs.
#[derive(Default)]
struct Desk {
    firm: Option<Firm>,
    draws: Option<Draws>,
}

/// Listens for jobs, and says so.
pub(crate) fn open() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let desk = RefCell::new(Desk::default());
    let listener = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = js_sys::Uint8Array::new(&event.data()).to_vec();
            answer(&scope, &desk.borrow_mut().take(&message, &scope));
        })
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The listener lives as long as the worker.
    listener.forget();
    answer(&scope, &Reply::Ready);
}

fn answer(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
    // A page that is gone hears nothing.
    let _ = scope.post_message(&js_sys::Uint8Array::from(bytes::encode(reply).as_slice()));
}

impl Desk {
    fn take(&mut self, message: &[u8], scope: &DedicatedWorkerGlobalScope) -> Reply {
        let now = || scope.performance().map_or(0.0, |performance| performance.now());
        match (bytes::decode(message), &self.firm) {
            (Some(Job::Firm(document)), _) => {
                self.firm = Some(Firm::checked_by_page(*document));
                Reply::Firm
            }
            (Some(Job::Plan { job, request }), Some(firm)) => {
                let start = now();
                let plan = plan(&request, firm, &mut self.draws);
                Reply::Plan { job, plan: Box::new(plan), millis: now() - start }
            }
            (Some(Job::Bench { runs, request }), Some(firm)) => {
                speed::measure(&request, firm, runs, now).map_or(Reply::Refused, Reply::Bench)
            }
            (None, _) | (Some(Job::Plan { .. } | Job::Bench { .. }), None) => Reply::Refused,
        }
    }
}

fn plan(
    request: &Request,
    firm: &Firm,
    draws: &mut Option<Draws>,
) -> Result<planner::Plan, Vec<planner::answers::FormError>> {
    let inputs = Inputs::check(request, firm)?;
    Ok(planner::plan_with(draws, &inputs, firm))
}
