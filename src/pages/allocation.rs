//! `/allocation`: the suggested mix, why, and what it may bring.

use std::sync::Arc;

use leptos::prelude::*;
use planner::Plan;

use crate::charts::glide::Glide;
use crate::components::assumptions_note::AssumptionsNote;
use crate::components::data_table::{DataTable, Table};
use crate::components::disclosure::Disclosure;
use crate::components::drawn_figure::{Drawing, DrawnFigure};
use crate::components::figure_table::{FigureRow, FigureTable};
use crate::format;
use crate::live;
use crate::pages::planned::{Planned, once_planned};
use crate::pages::{assessment, assumptions};
use crate::routes::Route;
use crate::state::language::Language;
use crate::words::allocation::Figure;
use crate::words::{self, Lang};

mod mix;

/// `/allocation`: the suggested mix, why, and what it may bring.
#[component]
pub fn AllocationPage() -> impl IntoView {
    once_planned(page)
}

fn page(planned: Planned) -> AnyView {
    let lang = expect_context::<Language>().signal();
    let Planned { plan, firm, .. } = planned;
    let note = Signal::derive(move || assumptions::note(lang.get(), &plan.get(), &firm.get()));
    view! {
        <article class="page allocation">
            <header class="page__head">
                <p class="allocation__state">{live::text(move || words::allocation::proposal(lang.get()))}</p>
                <h1 class="page__answer">{live::text(move || sentence(lang.get(), &plan.get()))}</h1>
                <p>{live::text(move || words::allocation::proposal_note(lang.get()))}</p>
                {assessment::standing(lang, plan)}
                {live::part(move || plain_words(lang.get(), &plan.get()))}
            </header>
            {mix::mix(lang, planned)}
            {why(lang, plan)}
            {range(lang, plan)}
            {needed(lang, plan)}
            {glide(lang, plan)}
            <AssumptionsNote text=note />
        </article>
    }
    .into_any()
}

fn sentence(lang: Lang, plan: &Plan) -> String {
    let growth = mix::family_share(plan, planner::firm::Family::Growth);
    if growth < 0.005 {
        words::allocation::sentence_without_growth(lang).to_owned()
    } else {
        words::allocation::sentence(lang, &format::percent(lang, growth, 0))
    }
}

/// What has to be said plainly of a mix that does not keep up with prices.
fn plain_words(lang: Lang, plan: &Plan) -> impl IntoView + use<> {
    let real = plan.allocation.figures.real_net;
    // What reads as 0.0% does not grow either.
    let flat = real < 0.0005;
    flat.then(|| {
        let text = words::allocation::loses_to_prices(lang, &format::percent_signed(lang, real, 1));
        view! { <div class="caution"><p>{text}</p></div> }
    })
}

/// The limit that decided the growth share, and all the others.
fn why(lang: Signal<Lang>, plan: Signal<Arc<Plan>>) -> impl IntoView {
    let sentence = move || {
        let plan = plan.get();
        let growth = format::percent(lang.get(), plan.allocation.growth_share, 0);
        words::allocation::binding(lang.get(), plan.allocation.binding, &growth, plan.profile.recommended)
    };
    let floor = move || {
        let floor = plan.get().allocation.cash_floor;
        (floor >= 0.005)
            .then(|| words::allocation::cash_floor(lang.get(), &format::percent(lang.get(), floor, 0)))
    };
    let title = Signal::derive(move || words::allocation::all_limits(lang.get()).to_owned());
    let table = Signal::derive(move || limits(lang.get(), &plan.get()));
    view! {
        <section class="section section--ruled">
            <h2>{live::text(move || words::allocation::why(lang.get()))}</h2>
            <p>{live::text(sentence)}</p>
            {live::part(move || floor().map(|text| view! { <p>{text}</p> }))}
            <Disclosure title>
                <DataTable label=title table />
            </Disclosure>
        </section>
    }
}

fn limits(lang: Lang, plan: &Plan) -> Table {
    let row = |limit: &planner::allocation::LimitValue| {
        let decided =
            if limit.limit == plan.allocation.binding { words::allocation::decided(lang) } else { "" };
        let share = format::percent(lang, limit.share, 0);
        vec![words::allocation::limit(lang, limit.limit).to_owned(), share, decided.to_owned()]
    };
    Table {
        columns: words::allocation::limit_columns(lang).map(str::to_owned).to_vec(),
        rows: plan.allocation.limits.iter().map(row).collect(),
        prose_columns: 1,
    }
}

/// What a year may bring in the client's own money.
fn range(lang: Signal<Lang>, plan: Signal<Arc<Plan>>) -> impl IntoView {
    let sentence = move || {
        let plan = plan.get();
        let money = plan.allocation.money;
        let result = |amount| words::allocation::result(lang.get(), plan.region, amount);
        let wealth = format::money_short(lang.get(), plan.region, money.wealth);
        words::allocation::range_sentence(lang.get(), &wealth, &result(money.bad), &result(money.good))
    };
    let years = move || {
        let plan = plan.get();
        let money = plan.allocation.money;
        let names = words::allocation::range_years(lang.get());
        let year = |(name, amount)| {
            view! {
                <li class="allocation__year">
                    <span class="allocation__result">{words::allocation::result(lang.get(), plan.region, amount)}</span>
                    <span>{name}</span>
                </li>
            }
        };
        names.into_iter().zip([money.bad, money.median, money.good]).map(year).collect_view()
    };
    let rows = Signal::derive(move || figures(lang.get(), &plan.get()));
    view! {
        <section class="section section--ruled">
            <h2>{live::text(move || words::allocation::range(lang.get()))}</h2>
            <p>{live::text(sentence)}</p>
            <ul class="allocation__years" role="list">{live::part(years)}</ul>
            <FigureTable rows />
        </section>
    }
}

fn figures(lang: Lang, plan: &Plan) -> Vec<FigureRow> {
    let mix = plan.allocation.figures;
    let loss = |share: f64| format::percent(lang, -share, 1);
    let figures = [
        (Figure::RealNet, format::percent_signed(lang, mix.real_net, 1)),
        (Figure::Compound, format::percent_signed(lang, mix.compound, 1)),
        (Figure::Volatility, format::percent(lang, mix.volatility, 1)),
        (Figure::LossProbability, format::percent(lang, mix.loss_probability, 0)),
        (Figure::Loss95, loss(mix.loss_95)),
        (Figure::MeanLossWorst, loss(mix.mean_loss_worst)),
        (Figure::Fee, format::percent(lang, mix.fee, 2)),
    ];
    let row = |(figure, value)| {
        let (name, note) = words::allocation::figure(lang, figure);
        FigureRow { name: name.to_owned(), value, note: note.to_owned() }
    };
    figures.into_iter().map(row).collect()
}

/// The real return that the goal needs, against the one that the mix expects.
fn needed(lang: Signal<Lang>, plan: Signal<Arc<Plan>>) -> impl IntoView {
    let sentence = move || {
        let plan = plan.get();
        let expected = plan.allocation.figures.real_net;
        let Some(needed) = plan.allocation.needed.real_return else {
            return words::allocation::needed_none(lang.get()).to_owned();
        };
        let percent = |value| format::percent_signed(lang.get(), value, 1);
        words::allocation::needed_sentence(
            lang.get(),
            &percent(needed),
            &percent(expected),
            expected >= needed,
        )
    };
    view! {
        <section class="section section--ruled">
            <h2>{live::text(move || words::allocation::needed(lang.get()))}</h2>
            <p>{live::text(sentence)}</p>
            <p>
                <a class="button" href=Route::Retirement.path()>{live::text(move || words::allocation::to_retirement(lang.get()))}</a>
            </p>
        </section>
    }
}

/// How the growth share changes with age.
fn glide(lang: Signal<Lang>, plan: Signal<Arc<Plan>>) -> impl IntoView {
    let sentence = Signal::derive(move || glide_sentence(lang.get(), &glide_of(&plan.get())));
    let drawing: Drawing = Arc::new(move |room| {
        let lang = lang.get();
        let glide = glide_of(&plan.get());
        let retire = words::charts::retire_at(lang, glide.age + glide.retire_in);
        glide.draw(room, &retire, |share| format::percent(lang, share, 0))
    });
    let table = Signal::derive(move || {
        let lang = lang.get();
        let glide = glide_of(&plan.get());
        let row = |(age, share): (u32, &f64)| vec![age.to_string(), format::percent(lang, *share, 0)];
        Table {
            columns: vec![
                words::charts::age(lang).to_owned(),
                words::allocation::growth_share(lang).to_owned(),
            ],
            rows: (glide.age..).zip(&glide.shares).map(row).collect(),
            prose_columns: 0,
        }
    });
    let shape = Memo::new(move |_| {
        let glide = glide_of(&plan.get());
        (glide.shares.iter().any(|share| *share > 0.0), glide.is_flat())
    });
    live::part(move || {
        let drawing = Arc::clone(&drawing);
        let (there, flat) = shape.get();
        there.then(|| {
            view! {
                <section class="section section--ruled">
                    <h2>{live::text(move || words::allocation::glide(lang.get()))}</h2>
                    {if flat {
                        view! { <p>{sentence}</p> }.into_any()
                    } else {
                        view! { <DrawnFigure lang sentence drawing table /> }.into_any()
                    }}
                </section>
            }
        })
    })
}

fn glide_of(plan: &Plan) -> Glide {
    let household = &plan.household;
    Glide { shares: plan.allocation.glide.clone(), age: household.age, retire_in: household.retire_in }
}

fn glide_sentence(lang: Lang, glide: &Glide) -> String {
    let percent = |share| format::percent(lang, share, 0);
    match glide.turning_points().as_slice() {
        [(_, now), ..] if glide.is_flat() => words::allocation::glide_flat(lang, &percent(*now)),
        [(_, now), (age, then), (last_age, last)] => words::allocation::glide_sentence(
            lang,
            &percent(*now),
            *age,
            &percent(*then),
            *last_age,
            &percent(*last),
        ),
        [(_, now), .., (last_age, last)] => {
            words::allocation::glide_from_to(lang, &percent(*now), *last_age, &percent(*last))
        }
        _ => String::new(),
    }
}
