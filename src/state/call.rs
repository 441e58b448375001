//! Something that is asked of the server by a press.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ApiError;
use crate::state::session::Session;

/// Something that is asked of the server by a press: never twice at a time. Where the session has run
/// out meanwhile it goes on by itself once somebody has signed in again.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    stage: RwSignal<Stage>,
    session: Session,
}

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq)]
enum Stage {
    #[default]
    Idle,
    Going,
    Done,
    Failed(ApiError),
}

impl Call {
    /// Nothing is asked yet.
    #[must_use]
    pub fn new(session: Session) -> Self {
        Self { stage: RwSignal::new(Stage::Idle), session }
    }

    /// Asks, and hands the answer on.
    pub fn start<T, F>(self, ask: impl Fn() -> F + 'static, then: impl Fn(T) + 'static)
    where
        T: 'static,
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        self.run(Rc::new(ask), Rc::new(then));
    }

    fn run<T, F>(self, ask: Rc<dyn Fn() -> F>, then: Rc<dyn Fn(T)>)
    where
        T: 'static,
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        if self.stage.try_get_untracked().is_none_or(|stage| stage == Stage::Going) {
            return;
        }
        self.stage.set(Stage::Going);
        spawn_local(async move {
            let answer = ask().await;
            // The part of the page that asked may have left: then nobody wants to hear of it.
            match answer {
                Ok(answer) => {
                    drop(self.stage.try_set(Stage::Done));
                    then(answer);
                }
                Err(error) => {
                    let signed_out = error.signed_out();
                    drop(self.stage.try_set(Stage::Failed(error)));
                    if signed_out {
                        self.session.expire_with(move || self.run(Rc::clone(&ask), Rc::clone(&then)));
                    }
                }
            }
        });
    }

    /// It is on its way; tracked.
    #[must_use]
    pub fn going(self) -> bool {
        self.stage.with(|stage| *stage == Stage::Going)
    }

    /// It was done; tracked.
    #[must_use]
    pub fn done(self) -> bool {
        self.stage.with(|stage| *stage == Stage::Done)
    }

    /// Why it was not done; tracked.
    #[must_use]
    pub fn error(self) -> Option<ApiError> {
        self.stage.with(|stage| match stage {
            Stage::Failed(error) => Some(error.clone()),
            Stage::Idle | Stage::Going | Stage::Done => None,
        })
    }
}
