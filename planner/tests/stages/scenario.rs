use planner::Moves;
use planner::scenario::Scenario;

const MOVES: Moves = Moves {
    retire_age: Some(62),
    saving_year: None,
    wished_year: None,
    one_off: None,
    growth_share: None,
    goal: None,
};

#[test]
fn a_name_has_one_to_forty_characters() {
    assert_eq!(Scenario::check(" 晚两年退休 ", MOVES).unwrap().name(), "晚两年退休");
    assert!(Scenario::check(&"退".repeat(40), MOVES).is_ok());
    for (name, chars) in [("", 0), ("  ", 0), (&*"退".repeat(41), 41)] {
        let error = Scenario::check(name, MOVES).unwrap_err();
        assert_eq!(error.to_string(), format!("name: must be from 1 to 40, is {chars}"));
    }
}

#[test]
fn a_stored_scenario_is_checked_when_it_is_read() {
    let scenario = Scenario::check("later", MOVES).unwrap();
    let text = serde_json::to_string(&scenario).unwrap();
    assert_eq!(serde_json::from_str::<Scenario>(&text).unwrap(), scenario);
    assert_eq!(scenario.moves(), MOVES);
    assert!(serde_json::from_str::<Scenario>(&text.replace("later", " ")).is_err());
}
