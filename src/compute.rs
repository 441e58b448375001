//! The only file that knows where plans are computed: a worker, off the page's thread.
//!
//! At most one request runs and, in each lane, at most one waits: the newest. A worker that dies
//! is started again once for each answer; then it is up to the investor.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use messages::{Answer, Job, Question, Reply};
use planner::Request;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// Where the build puts the worker's loader.
const LOADER: &str = "/worker_loader.js";

/// The seed of every plan made here. Any number serves; it is one for all, so that the same
/// answers give the same plan on every device, today and when it is checked years later.
pub const SEED: u64 = 20_261_122;

/// Lifetimes of a preview while a finger drags: an even number, a fifth of the full run.
pub const PREVIEW_LIFETIMES: u32 = 2_000;

/// A full run that takes no longer than this, in milliseconds, fits in a frame: no preview then.
const FRAME_MS: f64 = 16.0;

/// What is asked for, the most urgent first: each lane has its own newest request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// The plan of the form.
    Plan,
    /// The plan of what is being tried.
    Trial,
    /// The plan of another request, to be compared with what a paper says.
    Verify,
    /// The zone map.
    Map,
    /// The ways to green of several moves.
    Ways,
    /// Why lifetimes fail.
    Why,
    /// One lifetime, year by year.
    Replay,
    /// At which wealth to spend less or more.
    Guardrails,
    /// Every life goal.
    Life,
    /// Every life goal under what is being tried.
    LifeTrial,
    /// What the scenarios come to.
    Compare,
    /// What moved since the last plan.
    Change,
}

/// A question and what it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The question.
    pub question: Question,
    /// What it is about.
    pub request: Arc<Request>,
}

/// What comes back.
#[derive(Clone, Debug)]
pub enum Report {
    /// An answer, and the request it was made from.
    Answer(Lane, Arc<Request>, Answer),
    /// The planner cannot use the request: what is tried lies outside its range.
    Refused(Lane, Arc<Request>),
    /// The worker cannot be started, or dies again and again.
    Dead,
}

/// The way to the worker.
#[derive(Clone)]
pub struct Compute(Rc<Inner>);

struct Inner {
    report: Box<dyn Fn(Report)>,
    desk: RefCell<Desk>,
    line: RefCell<Option<Line>>,
    firm: RefCell<Option<Arc<[u8]>>>,
    full_ms: Cell<f64>,
}

/// A running worker and its listeners.
struct Line {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Compute {
    /// Starts a worker. Reports come from the browser's event loop, never from inside a call.
    #[must_use]
    pub fn new(report: impl Fn(Report) + 'static) -> Self {
        let compute = Self(Rc::new(Inner {
            report: Box::new(report),
            desk: RefCell::default(),
            line: RefCell::default(),
            firm: RefCell::default(),
            full_ms: Cell::new(0.0),
        }));
        compute.start();
        compute
    }

    /// Works with a firm's data from now on, as the server sent them.
    pub fn use_firm(&self, firm: Arc<[u8]>) {
        *self.0.firm.borrow_mut() = Some(firm);
        if self.0.desk.borrow().ready {
            self.send_firm();
        }
        self.next();
    }

    /// Asks; what waits in the same lane is forgotten.
    pub fn ask(&self, lane: Lane, order: Order) {
        self.0.desk.borrow_mut().wait(lane, order);
        self.next();
    }

    /// Lifetimes to play while a finger drags; none means all, where they fit in a frame.
    #[must_use]
    pub fn preview_lifetimes(&self) -> Option<u32> {
        (self.0.full_ms.get() > FRAME_MS).then_some(PREVIEW_LIFETIMES)
    }

    /// Tries again after [`Report::Dead`].
    pub fn retry(&self) {
        self.0.desk.borrow_mut().restarts = 0;
        self.start();
    }

    fn start(&self) {
        self.0.desk.borrow_mut().ready = false;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let Ok(worker) = Worker::new_with_options(LOADER, &options) else {
            self.report_later(Report::Dead);
            return;
        };
        let listener = self.clone();
        let on_message = Closure::<dyn FnMut(_)>::new(move |event: MessageEvent| listener.hear(&event));
        let listener = self.clone();
        let on_error = Closure::<dyn FnMut(_)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            listener.bury();
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let line = Line { worker, _on_message: on_message, _on_error: on_error };
        if let Some(dead) = self.0.line.borrow_mut().replace(line) {
            dead.worker.terminate();
        }
    }

    fn hear(&self, event: &MessageEvent) {
        match messages::hear(&js_sys::Uint8Array::new(&event.data()).to_vec()) {
            Some(Reply::Ready) => {
                self.0.desk.borrow_mut().ready = true;
                self.send_firm();
                self.next();
            }
            Some(Reply::Answer { job, answer, millis }) => {
                let order = self.0.desk.borrow_mut().finish(job);
                // The next one starts before the page draws this one.
                self.next();
                if let Some((lane, Order { request, .. })) = order {
                    self.deliver(lane, request, answer, millis);
                }
            }
            Some(Reply::Firm | Reply::Bench(_)) => {}
            Some(Reply::Refused) | None => self.bury(),
        }
    }

    fn deliver(&self, lane: Lane, request: Arc<Request>, answer: Option<Answer>, millis: f64) {
        if lane <= Lane::Trial && request.lifetimes.is_none() {
            self.0.full_ms.set(millis);
        }
        (self.0.report)(match answer {
            Some(answer) => Report::Answer(lane, request, answer),
            None => Report::Refused(lane, request),
        });
    }

    /// The worker is dead: another one takes its work over, once.
    fn bury(&self) {
        if self.0.desk.borrow_mut().restart() {
            self.start();
        } else {
            self.report_later(Report::Dead);
        }
    }

    fn send_firm(&self) {
        let firm = self.0.firm.borrow().clone();
        if let Some(firm) = firm {
            self.send(&Job::Firm(firm.to_vec()));
        }
    }

    /// Sends the next request, if the worker has time and the firm's data.
    fn next(&self) {
        if self.0.firm.borrow().is_none() {
            return;
        }
        let next = self.0.desk.borrow_mut().next();
        if let Some((job, Order { question, request })) = next {
            self.send(&Job::Answer { job, question, request: Box::new((*request).clone()) });
        }
    }

    fn send(&self, job: &Job) {
        if let Some(line) = &*self.0.line.borrow() {
            // Bytes can always be copied into the worker.
            let message = js_sys::Uint8Array::from(messages::say(job).as_slice());
            line.worker.post_message(&message).unwrap_or_default();
        }
    }

    fn report_later(&self, report: Report) {
        let inner = Rc::clone(&self.0);
        leptos::task::spawn_local(async move { (inner.report)(report) });
    }
}

impl std::fmt::Debug for Compute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Compute").field("desk", &self.0.desk).finish_non_exhaustive()
    }
}

/// What runs and what waits.
#[derive(Debug, Default)]
struct Desk {
    ready: bool,
    restarts: u32,
    jobs: u32,
    running: Option<(u32, Lane, Order)>,
    waiting: BTreeMap<Lane, Order>,
}

impl Desk {
    fn wait(&mut self, lane: Lane, order: Order) {
        self.waiting.insert(lane, order);
    }

    /// The request to send now, with its number; none while one runs.
    fn next(&mut self) -> Option<(u32, Order)> {
        if !self.ready || self.running.is_some() {
            return None;
        }
        let (lane, order) = self.waiting.pop_first()?;
        self.jobs = self.jobs.wrapping_add(1);
        self.running = Some((self.jobs, lane, order.clone()));
        Some((self.jobs, order))
    }

    /// Takes the answer of the running request; none where it answers something older.
    fn finish(&mut self, job: u32) -> Option<(Lane, Order)> {
        let (_, lane, order) = self.running.take_if(|(running, ..)| *running == job)?;
        self.restarts = 0;
        Some((lane, order))
    }

    /// Puts the running request back, unless a newer one waits, and says whether another worker
    /// may be started.
    fn restart(&mut self) -> bool {
        self.ready = false;
        if let Some((_, lane, order)) = self.running.take() {
            self.waiting.entry(lane).or_insert(order);
        }
        self.restarts += 1;
        self.restarts <= 1
    }
}

#[cfg(test)]
mod tests {
    use planner::Moves;
    use planner::answers::Form;
    use planner::date::YearMonth;

    use super::*;

    fn order(seed: u64) -> Order {
        let today = YearMonth { year: 2026, month: 11 };
        let request =
            Request { form: Form::default(), moves: Moves::default(), today, seed, lifetimes: None };
        Order { question: Question::Plan, request: Arc::new(request) }
    }

    fn open_desk() -> Desk {
        Desk { ready: true, ..Desk::default() }
    }

    #[test]
    fn of_what_waits_only_the_newest_is_sent() {
        let mut desk = open_desk();
        desk.wait(Lane::Trial, order(1));
        assert_eq!(desk.next().unwrap().1.request.seed, 1);
        desk.wait(Lane::Trial, order(2));
        desk.wait(Lane::Trial, order(3));
        assert!(desk.next().is_none());

        desk.finish(1).unwrap();

        assert_eq!(desk.next().unwrap().1.request.seed, 3);
        desk.finish(2).unwrap();
        assert!(desk.next().is_none());
    }

    #[test]
    fn the_plan_of_the_form_goes_before_what_is_tried() {
        let mut desk = open_desk();
        desk.wait(Lane::Trial, order(1));
        desk.wait(Lane::Plan, order(2));

        assert_eq!(desk.next().unwrap().1.request.seed, 2);
    }

    #[test]
    fn an_answer_nobody_waits_for_changes_nothing() {
        let mut desk = open_desk();
        desk.wait(Lane::Plan, order(1));
        desk.next().unwrap();

        assert!(desk.finish(7).is_none());
        assert!(desk.running.is_some());
    }

    #[test]
    fn a_dead_worker_is_replaced_once_and_its_work_is_not_lost() {
        let mut desk = open_desk();
        desk.wait(Lane::Plan, order(1));
        desk.next().unwrap();

        assert!(desk.restart());
        desk.ready = true;
        assert_eq!(desk.next().unwrap().1.request.seed, 1);
        assert!(!desk.restart());
    }
}
