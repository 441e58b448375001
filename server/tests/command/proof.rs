use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// A request for the stored household, with few lifetimes, for speed.
fn request(seed: u64) -> Value {
    let form = include_str!("../../../planner/tests/fixtures/form_v1_china.json");
    let form: Value = serde_json::from_str(form).unwrap();
    json!({ "form": form, "today": "2026-11", "seed": seed, "lifetimes": 200 })
}

/// A line for each seed.
fn requests(seeds: impl IntoIterator<Item = u64>) -> String {
    let lines: Vec<String> = seeds.into_iter().map(|seed| request(seed).to_string()).collect();
    lines.join("\n")
}

/// Runs an act with some lines on standard input.
fn run(act: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_evergreen-server"))
        .args(act)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn said(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap().trim()
}

#[test]
fn many_requests_are_planned_in_their_order() {
    let input = requests(1..=40);

    let output = run(&["plan"], &input);

    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(said(&output), "40 planned, 0 refused");
    let seeds: Vec<u64> =
        lines(&output).iter().map(|plan| plan["plan"]["projection"]["seed"].as_u64().unwrap()).collect();
    assert_eq!(seeds, (1..=40).collect::<Vec<u64>>());
}

#[test]
fn one_request_may_stand_over_many_lines() {
    let output = run(&["plan"], &serde_json::to_string_pretty(&request(1)).unwrap());

    assert!(output.status.success());
    assert_eq!(lines(&output).len(), 1);
}

#[test]
fn a_plan_does_not_depend_on_the_threads() {
    let input = requests((1..=9).map(|seed| seed / 3));

    let one = run(&["plan", "--threads", "1"], &input);
    let many = run(&["plan", "--threads", "5"], &input);

    assert!(one.status.success() && one.stdout == many.stdout);
}

#[test]
fn a_bad_line_has_its_own_errors_and_the_others_are_planned() {
    let mut absurd = request(1);
    absurd["form"]["you"]["birth_year"] = json!(1800);
    let mut misspelt = request(1);
    misspelt["form"]["you"]["birthyear"] = json!(1986);
    let input = format!("{}\n\n{absurd}\n{misspelt}\nnonsense\n{}\n", request(1), request(2));

    let output = run(&["plan"], &input);

    assert!(!output.status.success());
    assert_eq!(said(&output), "2 planned, 3 refused");
    let [first, absurd, misspelt, nonsense, last] = lines(&output).try_into().unwrap();
    assert!(first["plan"].is_object() && last["plan"].is_object());
    assert_eq!(absurd["line"], 3);
    let error = &absurd["errors"][0];
    assert_eq!(error["field"], "you.birth_year");
    let [least, most] = [0, 1].map(|end| error["range"][end].as_f64().unwrap());
    assert_eq!(error["reason"], format!("must be from {least} to {most}, is 1800"));
    assert_eq!(
        (&misspelt["line"], &misspelt["errors"][0]["field"]),
        (&json!(4), &json!("form.you.birthyear"))
    );
    assert_eq!((&nonsense["line"], &nonsense["errors"][0]["field"]), (&json!(5), &json!("")));
}

#[test]
fn a_stored_plan_is_equal_when_it_is_made_again() {
    let stored = run(&["plan"], &format!("{}\n{}\n", request(1), request(2)));

    let output = run(&["verify"], std::str::from_utf8(&stored.stdout).unwrap());

    assert!(output.status.success());
    assert_eq!(said(&output), "2 equal, 0 not");
    for (verdict, stored) in lines(&output).iter().zip(lines(&stored)) {
        assert_eq!(verdict["equal"], true);
        assert_eq!(verdict["digest"], stored["plan"]["digest"]);
    }
}

#[test]
fn a_plan_that_was_changed_is_told_where() {
    let mut stored = lines(&run(&["plan"], &request(1).to_string())).remove(0);
    stored["plan"]["standing"]["success"] = json!(0.99);
    stored["plan"]["engine"] = json!("0.0.1");

    let output = run(&["verify"], &format!("{stored}\n"));

    assert!(!output.status.success());
    assert_eq!(said(&output), "0 equal, 1 not");
    let verdict = lines(&output).remove(0);
    let fields: Vec<&Value> =
        verdict["differences"].as_array().unwrap().iter().map(|found| &found["field"]).collect();
    assert_eq!(fields, ["engine", "standing.success"]);
    assert_eq!(verdict["differences"][0]["stored"], "0.0.1");
}

#[test]
fn a_request_that_was_changed_no_longer_gives_its_plan() {
    let mut stored = lines(&run(&["plan"], &request(1).to_string())).remove(0);
    stored["request"]["form"]["money"]["saving_year"] = json!(61_000);

    let verdict = lines(&run(&["verify"], &format!("{stored}\n"))).remove(0);

    assert_eq!(verdict["equal"], false);
    assert_eq!(verdict["differences"][0]["field"], "digest");
}

#[test]
fn a_stored_plan_of_a_newer_version_is_refused() {
    let mut stored = lines(&run(&["plan"], &request(1).to_string())).remove(0);
    stored["schema"] = json!(99);

    let output = run(&["verify"], &format!("{stored}\n"));

    assert!(!output.status.success());
    assert_eq!(lines(&output)[0]["errors"][0]["reason"], "was written by a newer version");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let output = run(&["plan", "no-such-file"], "");

    assert!(!output.status.success());
    assert!(said(&output).starts_with("error: opening no-such-file"), "{}", said(&output));
}
