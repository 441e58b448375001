//! Rows, cards and tables.

use std::cmp::Ordering;
use std::rc::Rc;

use planner::zone::Zone;

use super::Shelf;
use crate::components::article_row::{ArticleRow, Mark};
use crate::components::assumptions_note::{AssumptionsWords, assumptions_note};
use crate::components::band_list::{Band, band_list};
use crate::components::bar_list::{Bar, bar_list};
use crate::components::data_table::{Table, data_table};
use crate::components::figure_table::{FigureRow, figure_table};
use crate::components::goal_row::GoalRow;
use crate::components::move_card::{MoveWords, move_card};
use crate::components::product_row::ProductRow;
use crate::components::scenario_card::ScenarioCard;
use crate::components::test_list::{Test, test_list};
use crate::components::waterfall::{Fall, waterfall};
use crate::components::zone_badge::zone_badge;
use crate::node::{El, Node, el};
use crate::words::Lang;
use crate::words::styleguide::{SENTENCE, WORD};

pub(super) fn shelves(lang: Lang) -> Vec<Shelf> {
    let figure = FigureRow { name: word(), value: "42%".to_owned(), note: SENTENCE.to_owned() };
    let bar = |share| Bar { name: WORD, share, value: "42%".to_owned(), note: SENTENCE.to_owned() };
    let test = |passed| Test { name: WORD, passed, outcome: WORD, reason: SENTENCE.to_owned() };
    let product = |warned| ProductRow {
        id: "guide".to_owned(),
        link: "/styleguide".to_owned(),
        name: word(),
        facts: vec![word(), word()],
        figure: ("1.20%".to_owned(), word()),
        warned,
    };
    let goal = GoalRow {
        name: word(),
        when: "2036".to_owned(),
        stands: zone_badge(lang, Zone::Grey),
        figures: vec![(WORD, "42%".to_owned())],
        section: "guide",
    };
    vec![
        Shelf("figure_table", vec![figure_table([figure.clone(), figure]).into()]),
        Shelf("data_table", vec![data_table(WORD, table()).into()]),
        Shelf("bar_list", vec![bar_list([bar(0.6), bar(0.2)]).into()]),
        Shelf(
            "band_list",
            vec![band_list(&[Ordering::Less, Ordering::Equal, Ordering::Greater].map(band)).into()],
        ),
        Shelf(
            "waterfall",
            vec![
                waterfall([
                    fall(0.0, 0.6, true),
                    fall(0.6, 0.8, false),
                    fall(0.8, 0.7, false),
                    fall(0.0, 0.7, true),
                ])
                .into(),
            ],
        ),
        Shelf("move_card", [false, true].map(|tried| row(move_card(moves(), tried, || {}))).into()),
        Shelf("scenario_card", [false, true].map(|tried| row(scenario(tried).show(lang))).into()),
        Shelf("goal_row", vec![row(goal.show(|_| {}))]),
        Shelf("product_row", [false, true].map(|warned| row(product(warned).show())).into()),
        Shelf("test_list", vec![test_list([test(true), test(false)]).into()]),
        Shelf(
            "article_row",
            [None, Some(Mark::Begun("40%".to_owned())), Some(Mark::Read(WORD))]
                .map(|mark| row(article(mark).show()))
                .into(),
        ),
        Shelf("assumptions_note", vec![assumptions_note(assumptions()).into()]),
    ]
}

/// What stands in a list.
fn row(item: El) -> Node {
    el("ul", "").attr("role", "list").with(item).into()
}

fn word() -> String {
    WORD.to_owned()
}

fn table() -> Table {
    Table { columns: vec![word(), word()], rows: vec![vec![word(), "42%".to_owned()]], prose_columns: 0 }
}

fn band(side: Ordering) -> Band {
    let share = match side {
        Ordering::Less => 0.1,
        Ordering::Equal => 0.3,
        Ordering::Greater => 0.5,
    };
    Band {
        name: word(),
        words: SENTENCE.to_owned(),
        side,
        standing: WORD,
        share,
        target: 0.3,
        range: [0.2, 0.4],
    }
}

fn fall(from: f64, to: f64, end: bool) -> Fall {
    Fall { name: WORD, span: [from, to], value: "42%".to_owned(), end }
}

fn moves() -> MoveWords {
    MoveWords { title: word(), change: SENTENCE.to_owned(), cost: SENTENCE.to_owned(), button: WORD }
}

fn scenario(tried: bool) -> ScenarioCard {
    ScenarioCard {
        name: word(),
        zone: Some(Zone::Green),
        note: SENTENCE,
        figures: vec![(WORD, "42%".to_owned())],
        tried,
        address: "/styleguide".to_owned(),
        on_toggle: Rc::new(|| {}),
        on_rename: None,
        on_forget: None,
    }
}

fn article(mark: Option<Mark>) -> ArticleRow {
    let row = ArticleRow {
        path: "/styleguide".to_owned(),
        title: word(),
        lead: SENTENCE.to_owned(),
        minutes: word(),
        mark,
        saved: Some(WORD),
        reason: None,
        below: None,
    };
    row.because(SENTENCE).with_lead()
}

fn assumptions() -> AssumptionsWords {
    AssumptionsWords {
        title: WORD,
        set: word(),
        draft: Some(WORD),
        paragraphs: vec![SENTENCE.to_owned()],
        every: WORD,
        table: Box::new(table),
        digest: word(),
    }
}
