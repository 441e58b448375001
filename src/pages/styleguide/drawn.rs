//! Charts with their sentences and tables.

use std::rc::Rc;

use super::Shelf;
use crate::charts::glide::Glide;
use crate::components::data_table::Table;
use crate::components::drawn_figure::Figure;
use crate::components::glossed::Glossed;
use crate::components::year_chart::YearChart;
use crate::format;
use crate::words::Lang;
use crate::words::styleguide::{SENTENCE, WORD};

pub(super) fn shelves(lang: Lang) -> Vec<Shelf> {
    let figure = Figure::new(SENTENCE.to_owned(), move |room| drawing(lang, room), Table::default);
    let years = YearChart {
        key: "guide-years",
        sentence: SENTENCE.to_owned(),
        last: 40,
        first: 20,
        drawing: Box::new(move |room| drawing(lang, room)),
        spoken: Box::new(|year| year.to_string()),
        reading: Box::new(|year| year.to_string()),
        hint: SENTENCE,
        table: Rc::new(Table::default),
    };
    let glossed = Glossed {
        key: "guide-glossed".to_owned(),
        html: format!("<p><button class=\"term\" data-term=\"guide\">{WORD}</button></p>"),
        meaning: Rc::new(|_| Some((WORD.to_owned(), SENTENCE.to_owned()))),
        all: ("/learn/glossary".to_owned(), WORD),
    };
    vec![
        Shelf("drawn_figure", vec![figure.show(lang).into()]),
        Shelf("year_chart", vec![years.show(lang)]),
        Shelf("glossed", vec![glossed.show()]),
    ]
}

fn drawing(lang: Lang, room: crate::charts::canvas::Room) -> String {
    let shares = (0..40_u32).map(|year| 0.6 - f64::from(year) * 0.01).collect();
    Glide { shares, age: 45, retire_in: 15 }.draw(room, WORD, |share| format::percent(lang, share, 0))
}
