//! The app: who may know what.

use crate::tree::{Source, check, file, files, has_word, is_word, lines_with};

/// Something that only some files may name.
struct Door {
    /// The words that give it away.
    words: &'static [&'static str],
    /// The files, or the beginnings of their paths, that may.
    open_to: &'static [&'static str],
    /// Why, and what to do instead.
    rule: &'static str,
}

const DOORS: [Door; 3] = [
    Door {
        words: &["gloo_net"],
        open_to: &["src/api.rs", "src/api/"],
        rule: "only api.rs speaks HTTP: add a function there",
    },
    Door {
        words: &["local_storage", "session_storage"],
        open_to: &["src/storage.rs", "src/storage/"],
        rule: "only storage.rs touches the browser's storage: add a function there",
    },
    Door {
        words: &["Worker"],
        open_to: &["src/compute.rs", "src/compute/"],
        rule: "only compute.rs knows where plans are computed: ask it",
    },
];

fn uses_past(door: &Door, sources: &[Source]) -> Vec<String> {
    let outside = |source: &&Source| !door.open_to.iter().any(|open| source.path.starts_with(open));
    let mut faults = Vec::new();
    for source in sources.iter().filter(outside) {
        faults.extend(lines_with(source, &source.code(), |line| {
            door.words.iter().find(|word| has_word(line, word, is_word)).map(|word| (*word).to_owned())
        }));
    }
    faults
}

#[test]
fn each_door_of_the_app_is_used_from_one_file() {
    let sources = files("src", &[".rs"]);
    for door in &DOORS {
        check(door.rule, &uses_past(door, &sources));
    }
}

#[test]
fn the_rule_of_doors_finds_a_back_door() {
    let bad = [
        Source::example("src/pages/plan.rs", "use gloo_net::http::Request;"),
        Source::example("src/state.rs", "let worker = Worker::new(\"/worker.js\");\nlet coworkers = 1;"),
        Source::example("src/storage.rs", "window.local_storage()"),
    ];
    let faults: Vec<String> = DOORS.iter().flat_map(|door| uses_past(door, &bad)).collect();
    assert_eq!(faults, ["src/pages/plan.rs:1: gloo_net", "src/state.rs:1: Worker"]);
}

fn lookups(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        faults.extend(lines_with(source, &source.code(), |line| {
            ["expect_context", "use_context", "use_navigate", "use_params", "use_query"]
                .into_iter()
                .find(|name| line.contains(name))
                .map(str::to_owned)
        }));
        let modules = source.modules_used().into_iter();
        let known = modules
            .filter(|module| ["api", "state", "storage", "compute", "pages"].contains(&module.as_str()));
        faults.extend(known.map(|module| format!("{}: crate::{module}", source.path)));
    }
    faults
}

#[test]
fn components_know_only_their_props() {
    check(
        "a component is handed what it shows and calls back: the page looks it up",
        &lookups(&files("src/components", &[".rs"])),
    );
}

#[test]
fn the_rule_of_components_finds_a_lookup() {
    let bad = Source::example(
        "src/components/badge.rs",
        "use crate::{state::Draft, words};\nlet x = expect_context();",
    );
    assert_eq!(
        lookups(&[bad]),
        ["src/components/badge.rs:2: expect_context", "src/components/badge.rs: crate::state"],
    );
}

/// Charts are drawn within figures; these are what all of them, or other components, are drawn with.
const DRAWN_WITH: [&str; 7] = ["canvas", "code", "frontier", "glide", "names", "scale", "track"];

/// What has no shelf in the guide.
fn unshelved(shown: &[Source], guide: &[Source]) -> Vec<String> {
    let guide = guide.iter().map(Source::code).collect::<String>();
    let guide = guide.split_whitespace().collect::<String>();
    let names = shown.iter().filter_map(|source| source.path.rsplit('/').next()?.strip_suffix(".rs"));
    names
        .filter(|name| !DRAWN_WITH.contains(name) && !guide.contains(&format!("Shelf(\"{name}\"")))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_component_and_chart_stands_in_the_style_guide() {
    let mut shown = files("src/components", &[".rs"]);
    shown.extend(files("src/charts", &[".rs"]));
    let guide = files("src/pages/styleguide", &[".rs"]);
    check("it needs a shelf in src/pages/styleguide/, in each of its states", &unshelved(&shown, &guide));
}

#[test]
fn the_rule_of_the_style_guide_finds_what_is_missing() {
    let shown = ["src/components/badge.rs", "src/components/card.rs"].map(|path| Source::example(path, ""));
    let guide = [Source::example("src/pages/styleguide/a.rs", "Shelf(\"card\", vec![]), \"badge\"")];
    assert_eq!(unshelved(&shown, &guide), ["badge"]);
}

fn inline_styles(sources: &[Source]) -> Vec<String> {
    let inline = |line: &str| {
        [" style=\"", " style=format", " style=move"]
            .into_iter()
            .find(|bad| line.contains(bad))
            .map(str::to_owned)
    };
    sources.iter().flat_map(|source| lines_with(source, &source.code(), inline)).collect()
}

#[test]
fn no_view_has_a_style_attribute() {
    let mut sources = files("src", &[".rs"]);
    sources.extend(files("index.html", &[".html"]));
    check(
        "the policy of the page blocks style attributes: use a class, or style:--name=… for a number",
        &inline_styles(&sources),
    );
}

#[test]
fn the_rule_of_style_attributes_finds_one() {
    let bad = Source::example(
        "src/a.rs",
        "view! { <p style=\"color:red\"></p> }\nview! { <p style:--share=x></p> }",
    );
    assert_eq!(inline_styles(&[bad]).len(), 1);
}

/// The explanations that no page shows.
fn unshown(explained: &str, pages: &[Source]) -> Vec<String> {
    let names =
        explained.lines().filter_map(|line| line.strip_prefix("pub const ")?.split_once(": Explained"));
    let shown = |name: &str| {
        let called = format!("method::{name}");
        pages.iter().any(|page| has_word(&page.code(), &called, is_word))
    };
    names.filter(|(name, _)| !shown(name)).map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_formula_is_explained_on_a_page() {
    let mut pages = files("src/pages", &[".rs"]);
    pages.retain(|page| !page.path.contains("styleguide"));
    let explained = file("src/words/method.rs").text;
    assert!(unshown(&explained, &[]).len() > 40, "the explanations are read");
    let rule = "a formula of docs/method.md is explained where its figure stands: pages/explained.rs";
    check(rule, &unshown(&explained, &pages));
}

#[test]
fn the_rule_of_explanations_finds_one_that_no_page_shows() {
    let explained = "pub const FEES: Explained = Explained {\npub const FEES_LATER: Explained = Explained {";
    let page = Source::example("src/pages/fees.rs", "explained(lang, &[method::FEES])");
    assert_eq!(unshown(explained, &[page]), ["FEES_LATER"]);
}
