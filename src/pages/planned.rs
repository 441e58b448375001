//! A page that stands on the plan, or what stands in its place.

use std::sync::Arc;

use leptos::prelude::*;
use planner::firm::Firm;
use planner::{Moves, Plan};

use crate::node::{Node, kept};
use crate::pages::locked::{missing_answers, no_plan_yet};
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::language::Language;
use crate::words::Lang;

/// What a page of the plan is made from.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The language.
    pub lang: Lang,
    /// The plan of the answers; the last one while a new one is computed.
    pub plan: Arc<Plan>,
    /// The plan of what is tried; that of the answers where nothing is.
    pub trial: Arc<Plan>,
    /// What is tried.
    pub moves: Moves,
    /// The firm's data.
    pub firm: Arc<Firm>,
}

impl Planned {
    /// Something is being tried.
    #[must_use]
    pub fn trying(&self) -> bool {
        self.moves != Moves::default()
    }
}

/// Shows a page once there is a plan, and keeps it while later plans arrive, or while an answer is
/// being typed on the page itself and cannot be used yet.
#[must_use]
pub fn once_planned(page: fn(&Planned) -> Node) -> Node {
    kept(
        "planned",
        || StoredValue::new(None::<Planned>),
        move |before| {
            let lang = expect_context::<Language>().get();
            let (draft, current) = (expect_context::<Draft>(), expect_context::<CurrentPlan>());
            let lacking =
                expect_context::<FirmData>().get().is_some() && draft.answers().with(Result::is_err);
            let planned = if lacking { None } else { look_up(lang, current) };
            if let Some(planned) = planned {
                before.set_value(Some(planned.clone()));
                return page(&planned);
            }
            if draft.untouched() {
                // Answers that were erased are nobody's any more.
                before.set_value(None);
            }
            let failed = !lacking && current.failed().with(Option::is_some);
            match before.get_value().filter(|_| !failed) {
                Some(planned) => page(&Planned { lang, ..planned }),
                None if lacking => missing_answers(lang),
                None => no_plan_yet(lang),
            }
        },
    )
}

fn look_up(lang: Lang, current: CurrentPlan) -> Option<Planned> {
    Some(Planned {
        lang,
        plan: current.plan().get()?,
        trial: current.trial().get()?,
        moves: current.moves().get(),
        firm: expect_context::<FirmData>().get()?,
    })
}
