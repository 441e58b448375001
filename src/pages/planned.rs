//! A page that stands on the plan, or what stands in its place.

use std::sync::Arc;

use leptos::prelude::*;
use planner::Plan;
use planner::firm::Firm;

use crate::pages::locked::{MissingAnswers, NoPlanYet};
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;

/// The plan and the firm's data, as long as the page is shown.
#[derive(Clone, Copy, Debug)]
pub struct Planned {
    /// The plan of the answers; the last one while a new one is computed.
    pub plan: Signal<Arc<Plan>>,
    /// The plan of what is tried; that of the answers where nothing is.
    pub trial: Signal<Arc<Plan>>,
    /// The firm's data.
    pub firm: Signal<Arc<Firm>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Missing,
    Waiting,
    There,
}

/// Shows a page once there is a plan, and keeps it while later plans arrive.
pub fn once_planned(page: fn(Planned) -> AnyView) -> impl IntoView {
    let current = expect_context::<CurrentPlan>();
    let draft = expect_context::<Draft>();
    let firm = expect_context::<FirmData>();
    let stage = Memo::new(move |_| {
        if firm.get().is_none() {
            Stage::Waiting
        } else if draft.answers().with(Result::is_err) {
            Stage::Missing
        } else if current.plan().with(Option::is_none) {
            Stage::Waiting
        } else {
            Stage::There
        }
    });
    move || match (stage.get(), look_up(current, firm)) {
        (Stage::There, Some(planned)) => page(planned),
        (Stage::Missing, _) => view! { <MissingAnswers /> }.into_any(),
        (Stage::Waiting | Stage::There, _) => view! { <NoPlanYet /> }.into_any(),
    }
}

fn look_up(current: CurrentPlan, firm: FirmData) -> Option<Planned> {
    Some(Planned {
        plan: lasting(current.plan())?,
        trial: lasting(current.trial())?,
        firm: lasting(Signal::derive(move || firm.get()))?,
    })
}

/// A signal that is never without a value: in the moment before the page is taken away, its first.
fn lasting<T: Send + Sync + 'static>(signal: Signal<Option<Arc<T>>>) -> Option<Signal<Arc<T>>> {
    let first = signal.get_untracked()?;
    Some(Signal::derive(move || signal.get().unwrap_or_else(|| Arc::clone(&first))))
}
