use planner::answers::{Form, check};
use planner::firm::Class;
use planner::profile::{self, ClassReason, FlagEffect, Profile};

use crate::support::{TODAY, china, choose, firm};

/// Answers every scored item by its best or worst option.
fn extreme(best: bool) -> Form {
    let firm = firm();
    let mut form = china();
    for item in firm.risk.items.iter().filter(|item| item.dimension.is_some()) {
        let mut options: Vec<_> = item.options.iter().filter(|option| option.score.is_some()).collect();
        options.sort_by(|a, b| a.score.partial_cmp(&b.score).unwrap());
        let all: Vec<&str> =
            options.iter().filter(|option| !option.exclusive).map(|option| option.key.as_str()).collect();
        match (item.kind, best) {
            (planner::firm::ItemKind::Multi, true) => choose(&mut form, &item.id, &all),
            (_, true) => choose(&mut form, &item.id, &[&options[options.len() - 1].key]),
            (_, false) => choose(&mut form, &item.id, &[&options[0].key]),
        }
    }
    form
}

fn score(form: &Form) -> Profile {
    let firm = firm();
    profile::score(&check(form, &firm, TODAY).unwrap(), &firm)
}

fn flags(form: &Form) -> Vec<String> {
    score(form).flags.into_iter().map(|flag| flag.id).collect()
}

#[test]
fn best_answers_give_c5_and_worst_give_c1_without_a_gate() {
    assert_eq!(score(&extreme(true)).class, Class::C5);
    assert_eq!(score(&extreme(false)).class, Class::C1);
}

#[test]
fn a_gate_makes_the_lowest_class_and_is_named() {
    let mut form = extreme(true);
    choose(&mut form, "S2", &["y"]);
    let profile = score(&form);
    assert_eq!(profile.class, Class::C1Lowest);
    assert_eq!(profile.reasons.last(), Some(&ClassReason::Gate("S2".to_owned())));
}

#[test]
fn the_lower_of_ability_and_willingness_counts() {
    let profile = score(&china());
    assert_eq!(profile.class, profile.ability_class.min(profile.willingness_class));
}

#[test]
fn a_short_horizon_caps_the_class() {
    let mut form = extreme(true);
    choose(&mut form, "H1", &["b"]);
    assert_eq!(score(&form).class, Class::C2);
}

#[test]
fn an_objective_caps_what_is_recommended_but_not_the_class() {
    let mut form = extreme(true);
    choose(&mut form, "G1", &["b"]);
    let profile = score(&form);
    assert_eq!((profile.class, profile.recommended), (Class::C5, Class::C3));
    assert_eq!(profile.recommended_reasons, [ClassReason::Objective]);
}

#[test]
fn without_a_loss_ever_tolerance_alone_is_willingness() {
    let mut form = china();
    for item in ["C1", "C3"] {
        choose(&mut form, item, &["d"]);
    }
    let with_evidence = score(&form);
    choose(&mut form, "C2", &["e"]);
    let profile = score(&form);
    assert!(profile.composure.is_some_and(|composure| composure == 0.0));
    assert!(with_evidence.composure.unwrap() > 0.0);
}

#[test]
fn each_contradiction_is_flagged() {
    type Answers = &'static [(&'static str, &'static [&'static str])];
    let cases: [(&str, Answers); 9] = [
        ("X1", &[("T1", &["d"]), ("T2", &["e"])]),
        ("X2", &[("G2", &["e"]), ("T2", &["d"])]),
        ("X3", &[("C1", &["d"]), ("T2", &["c"])]),
        ("X4", &[("C1", &["a"]), ("C2", &["a"])]),
        ("X5", &[("H1", &["e"]), ("H2", &["d"])]),
        ("X6", &[("K1", &["a"]), ("K2", &["a", "c"])]),
        ("X7", &[("K2", &["a", "b", "c", "d"]), ("K3", &["a"]), ("K4", &["d"])]),
        ("X8", &[("S2", &["y"]), ("T2", &["c"])]),
        ("X9", &[("G1", &["a"]), ("G2", &["d"])]),
    ];
    assert_eq!(flags(&china()), Vec::<String>::new());
    for (id, answers) in cases {
        let mut form = china();
        for (item, keys) in answers {
            choose(&mut form, item, keys);
        }
        assert!(flags(&form).contains(&id.to_owned()), "{id}: {:?}", flags(&form));
    }
}

#[test]
fn an_open_contradiction_is_read_low() {
    let mut form = china();
    choose(&mut form, "C1", &["d"]);
    choose(&mut form, "T2", &["b"]);
    let profile = score(&form);
    assert!(profile.loss_limit <= 0.10, "{}", profile.loss_limit);
}

#[test]
fn two_open_contradictions_hold_what_is_recommended() {
    let mut form = extreme(true);
    for (item, key) in [("T1", "d"), ("T2", "e"), ("C1", "a"), ("C2", "a")] {
        choose(&mut form, item, &[key]);
    }
    let profile = score(&form);
    assert!(profile.provisional);
    assert_eq!(profile.recommended, Class::C2);
}

#[test]
fn the_same_position_everywhere_holds_the_result() {
    let firm = firm();
    for position in 0..4 {
        let mut form = china();
        for item in firm.risk.items.iter().filter(|item| item.dimension.is_some()) {
            choose(&mut form, &item.id, &[&item.options[position.min(item.options.len() - 1)].key]);
        }
        let profile = score(&form);
        assert!(profile.held, "position {position}");
        assert!(profile.flags.iter().any(|flag| flag.id == "X10" && flag.effect == FlagEffect::Retake));
        assert!(profile.class <= Class::C3, "position {position}");
    }
}

#[test]
fn haste_attempts_and_jumps_wait_for_the_advisor() {
    type Conduct = planner::answers::Conduct;
    for conduct in [
        Conduct { fast_items: 20, ..Conduct::default() },
        Conduct { attempts_today: 2, ..Conduct::default() },
        Conduct { last_class: Some(Class::C1), days_since_last: 30, ..Conduct::default() },
    ] {
        let form = Form { conduct, ..china() };
        assert_eq!(flags(&form), ["X11"], "{conduct:?}");
        assert!(score(&form).held);
    }
}

#[test]
fn a_wide_gap_opens_a_conversation() {
    let mut form = extreme(false);
    for (item, key) in [
        ("T1", "d"),
        ("T2", "a"),
        ("T3", "a"),
        ("T4", "a"),
        ("T5", "d"),
        ("C1", "a"),
        ("C2", "d"),
        ("C3", "a"),
    ] {
        choose(&mut form, item, &[key]);
    }
    assert!(flags(&form).contains(&"X12".to_owned()));
}

#[test]
fn the_investor_may_choose_a_lower_class_never_a_higher_one() {
    let lower = Form { lower_class: Some(Class::C2), ..china() };
    let higher = Form { lower_class: Some(Class::C5), ..china() };
    let assessed = score(&china()).class;
    assert_eq!((score(&lower).class, score(&lower).assessed), (Class::C2, assessed));
    assert_eq!(score(&higher).class, assessed);
}

#[test]
fn from_seventy_five_the_class_waits_for_a_meeting() {
    let mut form = extreme(true);
    form.you.birth_year = Some(1950.0);
    form.you.retired = Some(true);
    form.you.pension.known_month = Some(5000.0);
    let profile = score(&form);
    assert_eq!(profile.class, Class::C3);
    assert!(profile.reasons.contains(&ClassReason::Elder));
}
