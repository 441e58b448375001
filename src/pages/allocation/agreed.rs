//! What investor and advisor agreed on about the allocation, and where it stands by that.

use std::sync::Arc;

use leptos::prelude::*;
use planner::day::Day;
use planner::rebalance::State;
use wire::{AllocationStanding, Decision};

use crate::api;
use crate::clock;
use crate::format;
use crate::node::{El, Node, el, kept};
use crate::pages::assessment::{Validity, validity};
use crate::pages::planned::Planned;
use crate::routes::Route;
use crate::state::draft::Draft;
use crate::state::outside;
use crate::state::remote::{Found, Remote};
use crate::state::session::Session;
use crate::state::shared;
use crate::state::shelf::ShelfData;
use crate::state::standing::{self, Facts, Standing};
use crate::words::{self, Lang};

/// What the server knows of the allocation.
#[derive(Clone, Debug)]
pub(in crate::pages) enum Agreed {
    /// Nothing: no investor is signed in.
    Guest,
    /// It is being asked.
    Asking,
    /// It cannot be asked now.
    Unknown(Remote<AllocationStanding>),
    /// This.
    Known(Arc<AllocationStanding>),
}

/// Shows a part that stands on what was agreed on; the server is asked where an investor is signed in.
pub(in crate::pages) fn with_agreed(show: impl Fn(&Agreed) -> Node + 'static) -> Node {
    let session = expect_context::<Session>();
    let investor = session.investor();
    kept(
        if investor { "of-an-investor" } else { "of-a-guest" },
        move || investor.then(|| Remote::new(session, api::records::allocation)),
        move |remote| {
            show(&match remote.map(|remote| (remote, remote.get())) {
                None => Agreed::Guest,
                Some((_, Found::Loading)) => Agreed::Asking,
                Some((remote, Found::Failed(_))) => Agreed::Unknown(remote),
                Some((_, Found::Ready(known))) => Agreed::Known(known),
            })
        },
    )
}

impl Agreed {
    /// What the server answered.
    fn known(&self) -> Option<&AllocationStanding> {
        match self {
            Self::Known(known) => Some(known),
            Self::Guest | Self::Asking | Self::Unknown(_) => None,
        }
    }

    /// Where the allocation stands; none where there is no day to say it of.
    pub(in crate::pages) fn standing(&self, planned: &Planned) -> Option<Standing> {
        let draft = expect_context::<Draft>();
        let months = planned.firm.policy.suitability.assessment_valid_months;
        let expired = matches!(validity(draft.confirmed(), draft.today(), months), Validity::Expired(_));
        let shelf = shared(ShelfData::new).get();
        let today = clock::today()?;
        Some(draft.answers().with(|answers| {
            standing::of(&Facts {
                plan: &planned.plan,
                answers: answers.as_ref().ok(),
                assets: &planned.firm.assumptions_of(planned.plan.region).asset,
                bands: shelf.as_deref().map(|shelf| &shelf.upkeep.band),
                assessed: !expired,
                agreed: self.known(),
                today,
            })
        }))
    }

    /// Where the allocation stands, in a line.
    pub(in crate::pages) fn line(&self, lang: Lang, standing: Option<&Standing>) -> String {
        match (self, standing) {
            (Self::Asking, _) => words::upkeep::asking(lang).to_owned(),
            (Self::Unknown(_), _) => words::upkeep::unknown(lang).to_owned(),
            (Self::Guest | Self::Known(_), standing) => {
                let state = standing.map_or(State::Proposed, |standing| standing.state);
                let since = standing.and_then(since).map(|day| told(lang, day));
                words::upkeep::state(lang, &state, since.as_deref())
            }
        }
    }

    /// By whom, when and why it was agreed on; what has to be done before it can be. Nothing for a guest.
    pub(super) fn story(&self, lang: Lang, standing: Option<&Standing>) -> Option<El> {
        let known = match self {
            Self::Guest | Self::Asking => return None,
            Self::Unknown(remote) => {
                let remote = *remote;
                let button = el("button", "button")
                    .attr("type", "button")
                    .on_click(move || remote.retry())
                    .text(words::app::retry(lang));
                return Some(el("p", "").with(button));
            }
            Self::Known(known) => known,
        };
        let decision = known.agreed.decision.as_ref();
        let counts = decision.is_some_and(|decision| Some(&decision.digest) == known.digest.as_ref());
        let decided = decision.map(|decision| decided(lang, decision, counts));
        let tilt = known.agreed.tilt.as_ref().filter(|_| counts).map(|tilt| {
            let until = format::day(lang, &tilt.until);
            said(words::upkeep::tilted(lang, &tilt.by, &until), lang, &tilt.reason)
        });
        let moved_on = standing
            .is_some_and(|standing| standing.moved_on)
            .then(|| el("p", "").text(words::upkeep::moved_on(lang)));
        let unstored = known.digest.is_none().then(|| {
            let way = el("a", "").attr("href", Route::Account.path()).text(words::upkeep::to_plans(lang));
            el("p", "").text(words::upkeep::not_stored(lang)).text(" ").with(way)
        });
        Some(el("div", "stack").with(decided).with(tilt).with(moved_on).with(unstored))
    }
}

/// Since when holdings are out of range, where they are.
pub(super) fn since(standing: &Standing) -> Option<Day> {
    outside::since(standing.outside, clock::today()?)
}

fn told(lang: Lang, day: Day) -> String {
    format::day(lang, &day.to_string())
}

fn decided(lang: Lang, decision: &Decision, counts: bool) -> El {
    let day = format::day_of(lang, decision.at_ms);
    let sentence = words::upkeep::decided(lang, &decision.by, &day, decision.adjusted, counts);
    said(sentence, lang, &decision.reason)
}

/// A sentence with the advisor's reason under it.
fn said(sentence: String, lang: Lang, reason: &str) -> El {
    let reason = (!reason.is_empty())
        .then(|| el("p", "muted").text(words::upkeep::reason(lang)).text(reason.to_owned()));
    el("div", "stack stack--tight").with(el("p", "").text(sentence)).with(reason)
}
