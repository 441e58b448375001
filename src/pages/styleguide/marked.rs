//! Marks and notes.

use planner::firm::Class;
use planner::zone::Zone;

use super::Shelf;
use crate::charts::{code, track};
use crate::components::class_scale::{ClassRow, class_scale};
use crate::components::disclosure::disclosure;
use crate::components::hills::hills;
use crate::components::method_note::method_note;
use crate::components::phrased::phrased;
use crate::components::problem_note::problem_note;
use crate::components::progress_line::{Stretch, progress_line};
use crate::components::qr_code::qr_code;
use crate::components::section::{ruled_section, section};
use crate::components::state_mark::{State, state_mark};
use crate::components::update_note::update_note;
use crate::components::why_note::why_note;
use crate::components::zone_badge::zone_badge;
use crate::components::zone_track::zone_track;
use crate::node::el;
use crate::words::styleguide::{SENTENCE, WORD};
use crate::words::{Lang, method};

const ZONES: [Zone; 3] = [Zone::Red, Zone::Grey, Zone::Green];

pub(super) fn shelves(lang: Lang) -> Vec<Shelf> {
    let track = |zone| {
        let (from, to) = track::stretch(zone);
        let at = f64::midpoint(from, to);
        zone_track(lang, zone, &track::Place { at, whiskers: [at - 0.05, at + 0.05] }, None).into()
    };
    let class = |name, class, counts| ClassRow { name, class, counts, text: WORD };
    let classes =
        [class(WORD, Some(Class::C4), false), class(WORD, Some(Class::C2), true), class(WORD, None, false)];
    let states = [State::Done, State::Open, State::Ask, State::Idle];
    let code = code::code(WORD).map(|code| qr_code(WORD, code));
    let stretches = vec![Stretch { steps: 4, behind: 4 }, Stretch { steps: 6, behind: 2 }];
    vec![
        Shelf("zone_badge", ZONES.map(|zone| zone_badge(lang, zone).into()).into()),
        Shelf("zone_track", ZONES.map(track).into()),
        Shelf("state_mark", states.map(|state| state_mark(state, WORD).into()).into()),
        Shelf("class_scale", vec![class_scale(lang, classes).into()]),
        Shelf("progress_line", vec![progress_line(SENTENCE.to_owned(), stretches).into()]),
        Shelf("problem_note", vec![problem_note("guide-problem".to_owned(), SENTENCE).into()]),
        Shelf("why_note", vec![why_note(WORD, SENTENCE.to_owned()).into()]),
        Shelf("method_note", vec![method_note("guide-method", WORD, method::notes(lang, &[method::ZONE]))]),
        Shelf("disclosure", vec![disclosure("guide-fold", WORD, || el("p", "").text(SENTENCE).into())]),
        Shelf("phrased", vec![phrased(el("h3", ""), SENTENCE).into()]),
        Shelf("section", vec![section(WORD).into(), ruled_section(WORD).into()]),
        Shelf("update_note", vec![update_note(lang, || {}).into()]),
        Shelf("qr_code", vec![code.into()]),
        Shelf("hills", vec![hills(WORD).into()]),
    ]
}
