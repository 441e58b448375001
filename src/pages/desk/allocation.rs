//! A client's allocation: confirmed as proposed, adjusted within the limits, or tilted for a while.

use std::collections::BTreeMap;

use leptos::prelude::*;
use planner::firm::Region;
use wire::{ClientFile, Decide, NewTilt};

use super::client::File;
use super::written::written;
use crate::api::desk::{self as api, Proposed};
use crate::components::data_table::{Table, data_table};
use crate::components::disclosure::disclosure;
use crate::components::entry_field::EntryField;
use crate::components::section::ruled_section;
use crate::format::{self, moment};
use crate::node::{El, Node, el, kept, nothing};
use crate::pages::meetings::refusal::refusal;
use crate::pages::remote::once_here;
use crate::state::call::Call;
use crate::state::firm_data::FirmData;
use crate::state::remote::Remote;
use crate::state::unsent::Unsent;
use crate::words::{self, Lang};

/// The allocation of the newest plan, and what was agreed on; nothing without a plan.
pub(super) fn allocation(lang: Lang, file: File, known: &ClientFile) -> Node {
    let (Some(digest), id) = (known.digest.clone(), known.client.id.clone()) else { return nothing() };
    let (session, known) = (file.desk.session, known.clone());
    let asked = id.clone();
    // Another plan has other weights.
    let key = ["allocation-", &digest].concat();
    kept(
        key,
        move || Remote::new(session, move || api::proposed(asked.clone())),
        move |weights| {
            let (id, digest, known) = (id.clone(), digest.clone(), known.clone());
            ruled_section(words::desk::allocation(lang))
                .with(standing(lang, &known, &digest))
                .with(once_here(weights, move |lang, weights| {
                    shown(lang, file, (&id, &digest), &known, &weights).into()
                }))
                .into()
        },
    )
}

/// What was agreed on, by whom, when and why.
fn standing(lang: Lang, known: &ClientFile, digest: &str) -> El {
    let zone = moment::own_zone();
    let said = |sentence: String, reason: &str| {
        el("div", "stack stack--tight")
            .with(el("p", "").text(sentence))
            .with(el("p", "muted").text(reason.to_owned()))
    };
    let decision = known.agreed.decision.as_ref();
    let decided = match decision {
        None => el("p", "").text(words::desk::proposed(lang)),
        Some(decision) => {
            let day = moment::long_day(lang, &zone, decision.at_ms);
            let sentence =
                words::desk::decided(lang, &decision.by, &day, decision.adjusted, decision.digest == digest);
            said(sentence, &decision.reason)
        }
    };
    let tilt =
        known.agreed.tilt.as_ref().map(|tilt| {
            said(words::desk::tilted(lang, &tilt.by, &format::day(lang, &tilt.until)), &tilt.reason)
        });
    el("div", "stack").with(decided).with(tilt)
}

fn shown(lang: Lang, file: File, of: (&str, &str), known: &ClientFile, weights: &[Proposed]) -> El {
    let agreed = &known.agreed;
    let decided = agreed.decision.as_ref().filter(|decision| decision.digest == of.1);
    let share = |weights: Option<&BTreeMap<String, f64>>, asset: &str| {
        let share = weights.map(|weights| weights.get(asset).copied().unwrap_or(0.0));
        share.map_or_else(|| "–".to_owned(), |share| format::percent(lang, share, 1))
    };
    let row = |weight: &Proposed| {
        vec![
            asset_name(lang, &weight.asset),
            format::percent(lang, weight.share, 1),
            share(decided.map(|decision| &decision.weights), &weight.asset),
            share(agreed.tilt.as_ref().map(|tilt| &tilt.weights), &weight.asset),
        ]
    };
    let table = Table {
        columns: words::desk::weight_columns(lang).map(str::to_owned).into(),
        rows: weights.iter().map(row).collect(),
        prose_columns: 0,
    };
    let base = decided.map_or_else(
        || weights.iter().map(|weight| (weight.asset.clone(), weight.share)).collect(),
        |decision| decision.weights.clone(),
    );
    let part = el("div", "stack").with(data_table(words::desk::allocation(lang), table));
    if known.client.deputy {
        return part;
    }
    let (id, digest) = (of.0.to_owned(), of.1.to_owned());
    let (session, tilted) = (file.desk.session, agreed.tilt.is_some());
    let entered = weights.iter().map(|weight| weight.asset.clone()).collect::<Vec<_>>();
    let form = {
        let (id, entered, base) = (id.clone(), entered.clone(), base.clone());
        move || decision_form(lang, file, (id.clone(), digest.clone()), entered.clone(), base.clone())
    };
    let tilt = decided.is_some().then(|| {
        let (id, entered) = (id.clone(), entered.clone());
        disclosure("tilt", words::desk::tilt(lang), move || {
            tilt_form(lang, file, id.clone(), entered.clone())
        })
    });
    let end = tilted.then(|| {
        kept(
            "end-tilt",
            move || Call::new(session),
            move |call| {
                let id = id.clone();
                let button = el("button", "button")
                    .attr("type", "button")
                    .flag("disabled", call.going())
                    .on_click(move || {
                        let id = id.clone();
                        call.start(move || api::end_tilt(id.clone()), move |known| file.known.set(known));
                    })
                    .text(words::desk::end_tilt(lang));
                el("div", "").with(button).with(refusal(lang, call.error().as_ref())).into()
            },
        )
    });
    part.with(end).with(disclosure("decide", words::desk::decide(lang), form)).with(tilt)
}

/// The name of an asset class; its identifier while the firm's data load.
fn asset_name(lang: Lang, id: &str) -> String {
    let firm = expect_context::<FirmData>().get();
    let regions = [Region::China, Region::Canada];
    let found = firm.as_ref().and_then(|firm| {
        let mut assets = regions.iter().flat_map(|region| firm.assumptions_of(*region).asset.iter());
        assets.find(|asset| asset.id == id).map(|asset| lang.of(&asset.name).to_owned())
    });
    found.unwrap_or_else(|| id.to_owned())
}

/// What is typed about weights.
#[derive(Clone, Copy, Debug)]
struct Typing {
    /// Percentages by asset class, as typed.
    shares: RwSignal<BTreeMap<String, String>>,
    reason: Unsent,
    until: RwSignal<String>,
    tried: RwSignal<bool>,
    call: Call,
}

impl Typing {
    /// What is typed about an act on a client.
    fn begin(file: File, about: String) -> Self {
        Self {
            shares: RwSignal::new(BTreeMap::new()),
            reason: file.desk.unsent(about),
            until: RwSignal::new(String::new()),
            tried: RwSignal::new(false),
            call: Call::new(file.desk.session),
        }
    }

    /// The percentages that were typed, as fractions; none where one cannot be read.
    fn read(self) -> Option<BTreeMap<String, f64>> {
        let typed = self.shares.get_untracked();
        let typed = typed.into_iter().filter(|(_, text)| !text.trim().is_empty());
        typed.map(|(asset, text)| Some((asset, signed_percent(&text)?))).collect()
    }

    /// The boxes of the asset classes; what the server says of one stands right under it.
    fn fields(
        self,
        lang: Lang,
        name: &'static str,
        assets: &[String],
        base: Option<&BTreeMap<String, f64>>,
    ) -> El {
        let shares = self.shares.get();
        let error = self.call.error();
        let field = |asset: &String| {
            let usual = base.and_then(|base| base.get(asset)).map(|share| percent_text(*share));
            let text = shares.get(asset).cloned().or(usual).unwrap_or_default();
            let fault = error.as_ref().and_then(|error| error.fault(&[name, ".", asset].concat()));
            let unreadable = !text.trim().is_empty() && signed_percent(&text).is_none();
            let problem = match fault {
                Some(fault) => words::refusal::fault(lang, fault),
                None if unreadable => words::desk::no_percent(lang).to_owned(),
                None => String::new(),
            };
            let key = asset.clone();
            EntryField {
                name: [name, "-", asset].concat(),
                label: asset_name(lang, asset).into(),
                kind: "text",
                text,
                problem,
                on_type: Box::new(move |text| {
                    self.shares.update(|shares| drop(shares.insert(key.clone(), text)));
                }),
            }
            .show()
        };
        el("div", "columns").with_all(assets.iter().map(field))
    }

    fn reason_field(self, lang: Lang, name: &'static str) -> El {
        let missing = self.tried.get() && self.reason.blank();
        let problem = if missing { words::desk::no_reason(lang) } else { "" };
        written(name, words::desk::reason(lang), self.reason, problem)
    }

    /// It was done: the next act begins anew.
    fn done(self, file: File, known: ClientFile) {
        self.reason.sent();
        self.shares.try_set(BTreeMap::new());
        self.until.try_set(String::new());
        self.tried.try_set(false);
        file.known.set(known);
    }
}

/// A fraction as a percentage with what digits it has, to be changed by hand.
fn percent_text(share: f64) -> String {
    ((share * 1e6).round() / 1e4).to_string()
}

/// Reads a percentage that may have a sign.
fn signed_percent(text: &str) -> Option<f64> {
    let text = text.trim();
    let (sign, bare) = match text.strip_prefix(['-', '−']) {
        Some(bare) => (-1.0, bare),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    format::parse_percent(bare).map(|share| sign * share)
}

fn decision_form(
    lang: Lang,
    file: File,
    (id, digest): (String, String),
    assets: Vec<String>,
    base: BTreeMap<String, f64>,
) -> Node {
    let about = ["decision/", &id].concat();
    kept(
        "decision",
        move || Typing::begin(file, about),
        move |typing| {
            let (id, digest, base_now) = (id.clone(), digest.clone(), base.clone());
            let send = el("button", "button button--primary")
                .attr("type", "button")
                .flag("disabled", typing.call.going())
                .on_click(move || {
                    typing.tried.set(true);
                    let reason = typing.reason.get_untracked();
                    let Some(typed) = typing.read().filter(|_| !reason.trim().is_empty()) else { return };
                    // What nobody touched is confirmed as it stands.
                    let weights =
                        (!typed.is_empty()).then(|| base_now.clone().into_iter().chain(typed).collect());
                    let (id, sent) = (id.clone(), Decide { digest: digest.clone(), weights, reason });
                    let ask = move || api::decide(id.clone(), sent.clone());
                    typing.call.start(ask, move |known| typing.done(file, known));
                })
                .text(words::desk::decide_now(lang));
            el("div", "stack desk__form")
                .with(el("p", "muted").text(words::desk::decide_lead(lang)))
                .with(typing.fields(lang, "weights", &assets, Some(&base)))
                .with(typing.reason_field(lang, "decision-reason"))
                .with(refusal(lang, typing.call.error().as_ref()))
                .with(el("p", "").with(send))
                .into()
        },
    )
}

fn tilt_form(lang: Lang, file: File, id: String, assets: Vec<String>) -> Node {
    let about = ["tilt/", &id].concat();
    kept(
        "tilting",
        move || Typing::begin(file, about),
        move |typing| {
            let id = id.clone();
            let until = typing.until.get();
            let no_day = typing.tried.get() && until.is_empty();
            let day = EntryField {
                name: "tilt-until".to_owned(),
                label: words::desk::last_day(lang).into(),
                kind: "date",
                text: until,
                problem: if no_day { words::desk::no_day(lang).to_owned() } else { String::new() },
                on_type: Box::new(move |text| typing.until.set(text)),
            };
            let send = el("button", "button button--primary")
                .attr("type", "button")
                .flag("disabled", typing.call.going())
                .on_click(move || {
                    typing.tried.set(true);
                    let (reason, until) = (typing.reason.get_untracked(), typing.until.get_untracked());
                    let complete = !reason.trim().is_empty() && !until.is_empty();
                    let Some(shifts) = typing.read().filter(|_| complete) else { return };
                    let (id, sent) = (id.clone(), NewTilt { reason, until, shifts });
                    let ask = move || api::set_tilt(id.clone(), sent.clone());
                    typing.call.start(ask, move |known| typing.done(file, known));
                })
                .text(words::desk::tilt_now(lang));
            el("div", "stack desk__form")
                .with(el("p", "muted").text(words::desk::tilt_lead(lang)))
                .with(typing.fields(lang, "shifts", &assets, None))
                .with(day.show())
                .with(typing.reason_field(lang, "tilt-reason"))
                .with(refusal(lang, typing.call.error().as_ref()))
                .with(el("p", "").with(send))
                .into()
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_read_with_and_without_a_sign() {
        assert_eq!(signed_percent("+5%"), Some(0.05));
        assert_eq!(signed_percent("-5"), Some(-0.05));
        assert_eq!(signed_percent("−5 %"), Some(-0.05));
        assert_eq!(signed_percent("much"), None);
    }

    #[test]
    fn a_weight_is_typed_without_the_dust_of_its_division() {
        assert_eq!(percent_text(0.142), "14.2");
        assert_eq!(percent_text(0.1 + 0.2), "30");
    }
}
