//! The details of the life goals, each asked where the goal stands.

use std::rc::Rc;

use leptos::prelude::*;
use planner::answers::{
    ChildForm, Document, EstateForm, Field, Form, FormError, HeirForm, HomeForm, LifeField, ParentForm,
    Reason, Relation, Repayment,
};
use planner::firm::Region;

use super::Desk;
use crate::components::choice_card::Choice;
use crate::node::{El, Node, el, live};
use crate::pages::asking::Asking;
use crate::pages::asking::choices::{Manner, Offer, label, list, offer, one_of};
use crate::pages::asking::lists::{self, PRIORITIES};
use crate::pages::asking::rows::{Rows, folded, numbers};
use crate::pages::focus::focus_later;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::life::{Part, adults};
use crate::words::{self, Lang};

/// The button that opens the details of a part, what of them is not counted yet, and the details.
pub(super) fn editor(lang: Lang, desk: Desk, part: Part) -> El {
    let open = desk.open(part);
    let id = format!("edit-{}", part.name());
    let spoken = el("span", "visually-hidden").text(words::goals::part(lang, part));
    let button = el("button", "button")
        .attr("type", "button")
        .attr("aria-expanded", if open { "true" } else { "false" })
        .attr("aria-controls", id.clone())
        .on_click(move || desk.toggle(part))
        .text(if open { words::goals::done(lang) } else { words::goals::edit(lang) })
        .with(spoken);
    let details = open.then(|| live(move || details(lang, part)));
    el("div", "goals__edit")
        .with(button)
        .with(live(move || left_out(lang, part)))
        .with(el("div", "goals__details").attr("id", id).with(details))
}

/// What is not counted until it is complete, each with the reason.
fn left_out(lang: Lang, part: Part) -> Node {
    let draft = expect_context::<Draft>();
    let region = draft.form().with(|form| form.region).unwrap_or(Region::China);
    let problems = draft.left_out(part);
    let sentence = |error: &FormError| {
        // What cannot be read says so in its box.
        let missing = draft.text(&error.field).is_some() && error.reason == Reason::Missing;
        let text = if missing {
            words::problems::unreadable(lang, words::fields::unit(&error.field)).to_owned()
        } else {
            words::problems::sentence(lang, region, error)
        };
        el("li", "").text(text)
    };
    let note = || {
        el("div", "caution")
            .attr("role", "status")
            .with(el("p", "caution__title").text(words::goals::not_counted(lang)))
            .with(el("ul", "").with_all(problems.iter().map(sentence)))
    };
    (!problems.is_empty()).then(note).into()
}

fn details(lang: Lang, part: Part) -> Node {
    let Some(firm) = expect_context::<FirmData>().get() else { return crate::node::nothing() };
    let draft = expect_context::<Draft>();
    let form = draft.form().get();
    let asking = Rc::new(Asking {
        draft,
        region: form.region.unwrap_or(Region::China),
        form,
        firm,
        lang,
        tried: false,
        wide: true,
        visit: None,
    });
    let place = el("div", "question");
    match part {
        Part::Reserve => place.with(life_numbers(&asking, &[LifeField::ReserveMonths])),
        Part::Cover => cover(&asking, place),
        Part::Parents => parents(&asking.form).show(&asking, place),
        Part::Children => children(&asking.form).show(&asking, place),
        Part::Home => home(&asking, place),
        Part::Debts => lists::debts(&asking.form, true).show(&asking, place),
        Part::Projects => lists::projects(&asking.form, true).show(&asking, place),
        Part::Estate => estate(&asking, place),
    }
    .into()
}

fn life_numbers(asking: &Asking, fields: &[LifeField]) -> El {
    numbers(asking, fields.iter().copied().map(Field::Life).collect())
}

fn life_folded(asking: &Asking, fields: &[LifeField]) -> El {
    folded(asking, fields.iter().copied().map(Field::Life).collect())
}

const SHORT: Manner = Manner { short: true, many: false, alone: false };

fn short_list(asking: &Asking, field: LifeField, offer: Offer) -> [El; 2] {
    let field = Field::Life(field);
    list(asking, &field, label(asking, &field), offer, SHORT)
}

fn cover(asking: &Asking, place: El) -> El {
    let fields: Vec<_> = adults(&asking.form)
        .iter()
        .flat_map(|who| [LifeField::CoverLife(*who), LifeField::CoverIllness(*who)])
        .collect();
    place.with(life_numbers(asking, &fields))
}

fn parents(form: &Form) -> Rows {
    Rows {
        len: form.life.parents.len(),
        add: |form| form.life.parents.push(ParentForm::default()),
        remove: |form, idx| {
            form.life.parents.remove(idx);
        },
        list: "life.parents.",
        none: words::goals::no_parents,
        add_word: words::goals::add_parent,
        row_word: words::goals::parent,
        row: |asking, idx, row| {
            row.with(life_numbers(
                asking,
                &[LifeField::ParentSupportMonth(idx), LifeField::ParentUntilYear(idx)],
            ))
        },
    }
}

fn children(form: &Form) -> Rows {
    Rows {
        len: form.life.children.len(),
        add: |form| form.life.children.push(ChildForm::default()),
        remove: |form, idx| {
            form.life.children.remove(idx);
        },
        list: "life.children.",
        none: words::goals::no_children,
        add_word: words::goals::add_child,
        row_word: words::goals::child,
        row: child,
    }
}

fn child(asking: &Asking, idx: usize, row: El) -> El {
    let child = asking.form.life.children.get(idx).cloned().unwrap_or_default();
    let draft = asking.draft;
    let write = move |form: &mut Form, change: &dyn Fn(&mut ChildForm)| {
        if let Some(child) = form.life.children.get_mut(idx) {
            change(child);
        }
    };
    let places = asking.firm.policy.life.places.iter().map(|place| (&place.id, &place.name, false));
    let place = offer(asking.lang, places, child.place.into_iter().collect(), move |chosen| {
        draft.edit(|form| write(form, &|child| child.place = chosen.first().cloned()));
    });
    let priority =
        one_of(asking, PRIORITIES, words::fields::priority, child.priority, move |form, priority| {
            write(form, &|child| child.priority = Some(priority));
        });
    let study = Field::Life(LifeField::ChildPlace(idx));
    row.with(life_numbers(asking, &[LifeField::ChildBirthYear(idx)]))
        .with_all(list(asking, &study, label(asking, &study), place, Manner::default()))
        .with_all(short_list(asking, LifeField::ChildPriority(idx), priority))
        .with(life_folded(
            asking,
            &[
                LifeField::ChildCostYear(idx),
                LifeField::ChildStartAge(idx),
                LifeField::ChildStudyYears(idx),
                LifeField::ChildWaitYears(idx),
                LifeField::ChildShrinkShare(idx),
            ],
        ))
}

fn home(asking: &Asking, place: El) -> El {
    let (draft, lang) = (asking.draft, asking.lang);
    let Some(home) = &asking.form.life.home else {
        let add = el("button", "button question__add")
            .attr("type", "button")
            .attr("id", "life.home.add")
            .on_click(move || {
                draft.edit(|form| form.life.home = Some(HomeForm::default()));
                focus_later("[id='life.home.price']");
            })
            .text(words::goals::add_home(lang));
        return place.with(add);
    };
    let write = |form: &mut Form, change: &dyn Fn(&mut HomeForm)| {
        if let Some(home) = &mut form.life.home {
            change(home);
        }
    };
    let repayments = &[Repayment::EqualPayment, Repayment::EqualPrincipal];
    let repayment =
        one_of(asking, repayments, words::fields::repayment, home.repayment, move |form, repayment| {
            write(form, &|home| home.repayment = Some(repayment));
        });
    let priority =
        one_of(asking, PRIORITIES, words::fields::priority, home.priority, move |form, priority| {
            write(form, &|home| home.priority = Some(priority));
        });
    let repaid = Field::Life(LifeField::HomeRepayment);
    let remove = el("button", "button button--quiet")
        .attr("type", "button")
        .on_click(move || {
            draft.remove_row("life.home.", |form| form.life.home = None);
            focus_later("[id='life.home.add']");
        })
        .text(words::goals::remove_home(lang));
    place
        .with(life_numbers(asking, &[LifeField::HomePrice, LifeField::HomeYear, LifeField::HomeDownShare]))
        .with_all(list(asking, &repaid, label(asking, &repaid), repayment, Manner::default()))
        .with_all(short_list(asking, LifeField::HomePriority, priority))
        .with(life_folded(
            asking,
            &[
                LifeField::HomeLoanRate,
                LifeField::HomeLoanYears,
                LifeField::HomeRentMonth,
                LifeField::HomeWaitYears,
                LifeField::HomeShrinkShare,
            ],
        ))
        .with(el("p", "").with(remove))
}

fn estate(asking: &Rc<Asking>, place: El) -> El {
    let (draft, lang) = (asking.draft, asking.lang);
    let estate = &asking.form.life.estate;
    let chosen = asking.form.goals.get("documents").cloned().unwrap_or_default();
    let has = |document: &Document| match &estate.documents {
        Some(documents) => documents.contains(document),
        None => chosen.iter().any(|key| key == document.key()),
    };
    let documents = Offer {
        choices: Document::ALL
            .map(|document| Choice::new(document.key(), words::fields::document(lang, document)))
            .to_vec(),
        chosen: Document::ALL
            .iter()
            .filter(|document| has(document))
            .map(|document| document.key().to_owned())
            .collect(),
        on_choose: Rc::new(move |keys| {
            let exists = |document: &Document| keys.iter().any(|key| key == document.key());
            let documents = Document::ALL.into_iter().filter(exists).collect();
            draft.edit(|form| form.life.estate.documents = Some(documents));
        }),
    };
    let met = one_of(asking, &[true, false], words::goals::lawyer_met, estate.lawyer_met, |form, met| {
        form.life.estate.lawyer_met = Some(met);
    });
    let field = Field::Life(LifeField::Documents);
    let many = Manner { many: true, ..SHORT };
    let place = place
        .with(life_numbers(asking, &[LifeField::Property]))
        .with_all(list(asking, &field, label(asking, &field), documents, many))
        .with_all(short_list(asking, LifeField::LawyerMet, met))
        .with(el("h4", "question__subtitle").text(words::goals::heirs(lang)));
    heirs(estate).show(asking, place)
}

fn heirs(estate: &EstateForm) -> Rows {
    Rows {
        len: estate.heirs.len(),
        add: |form| form.life.estate.heirs.push(HeirForm::default()),
        remove: |form, idx| {
            form.life.estate.heirs.remove(idx);
        },
        list: "life.estate.heirs.",
        none: words::goals::no_heirs,
        add_word: words::goals::add_heir,
        row_word: words::goals::heir,
        row: |asking, idx, row| {
            let relations = &[Relation::Spouse, Relation::Child, Relation::Parent, Relation::Other];
            let chosen = asking.form.life.estate.heirs.get(idx).and_then(|heir| heir.relation);
            let relation =
                one_of(asking, relations, words::fields::relation, chosen, move |form, relation| {
                    if let Some(heir) = form.life.estate.heirs.get_mut(idx) {
                        heir.relation = Some(relation);
                    }
                });
            row.with_all(short_list(asking, LifeField::HeirRelation(idx), relation))
                .with(life_numbers(asking, &[LifeField::HeirShare(idx)]))
        },
    }
}
