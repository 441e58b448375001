//! The look: where colours live, and which sheets the page links.

use std::collections::BTreeSet;

use crate::tree::{Source, check, file, files, has_word, lines_with};

const TOKENS: &str = "style/tokens.css";

/// Functions that make a colour out of numbers.
const COLOUR_FUNCTIONS: [&str; 10] =
    ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];

/// Colours by name, as far as anybody would use them.
const COLOUR_NAMES: [&str; 10] =
    ["black", "white", "red", "green", "blue", "grey", "gray", "orange", "yellow", "gold"];

fn colours(sources: &[Source]) -> Vec<String> {
    let outside = sources.iter().filter(|source| source.path != TOKENS);
    outside.flat_map(|source| lines_with(source, &without_comments(&source.text), colour_in)).collect()
}

fn colour_in(line: &str) -> Option<String> {
    let hex = line.split('#').skip(1).find(|rest| is_hex_colour(rest)).map(|_| "#…");
    let joins = |letter: char| letter.is_alphanumeric() || letter == '-';
    let function = COLOUR_FUNCTIONS.into_iter().find(|name| {
        line.match_indices(name).any(|(at, _)| !line.get(..at).unwrap_or_default().ends_with(joins))
    });
    let value = line.split_once(':').map_or("", |(_, value)| value);
    let name = COLOUR_NAMES.into_iter().find(|name| value.contains(';') && has_word(value, name, joins));
    hex.or(function).or(name).map(str::to_owned)
}

fn is_hex_colour(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
    let ends =
        !rest.chars().nth(digits).is_some_and(|next| next.is_alphanumeric() || next == '-' || next == '_');
    ends && [3, 4, 6, 8].contains(&digits)
}

/// The text with comments blanked out, line by line as it was.
fn without_comments(css: &str) -> String {
    let mut kept = String::new();
    for (at, part) in css.split("/*").enumerate() {
        let (comment, rest) = if at == 0 { ("", part) } else { part.split_once("*/").unwrap_or((part, "")) };
        kept.extend(comment.chars().filter(|letter| *letter == '\n'));
        kept.push_str(rest);
    }
    kept
}

#[test]
fn colours_are_only_in_the_tokens() {
    check(
        "a colour is a token with the name of its use: add it to style/tokens.css, for light and for dark",
        &colours(&files("style", &[".css"])),
    );
}

#[test]
fn the_rule_of_colours_finds_each_kind() {
    let bad = Source::example(
        "style/components/badge.css",
        ".a { color: #1a7f37; }\n.a {\n  color: white;\n  fill: oklch(0.5 0 0);\n  color: var(--zone-green);\n}\n\
         /* #fff */\n.b { background: color-mix(in oklab, var(--ink) 8%, transparent); }",
    );
    assert_eq!(
        colours(&[bad]),
        [
            "style/components/badge.css:1: #…",
            "style/components/badge.css:3: white",
            "style/components/badge.css:4: oklch(",
        ],
    );
}

fn forced(sources: &[Source]) -> Vec<String> {
    let forced = |line: &str| line.contains("!important").then(|| "!important".to_owned());
    sources.iter().flat_map(|source| lines_with(source, &without_comments(&source.text), forced)).collect()
}

#[test]
fn no_style_is_forced() {
    check("order the rules or the sheets so that the right one is last", &forced(&files("style", &[".css"])));
}

#[test]
fn the_rule_of_forced_styles_finds_one() {
    assert_eq!(forced(&[Source::example("a.css", ".a { margin: 0 !important; }")]).len(), 1);
}

/// The sheets of a page, in their order.
fn linked(page: &str) -> Vec<String> {
    let links = page.split("<link").skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    links
        .filter(|tag| tag.contains("rel=\"css\""))
        .filter_map(|tag| Some(tag.split_once("href=\"")?.1.split_once('"')?.0.to_owned()))
        .collect()
}

fn links_astray(page: &str, sheets: &[Source]) -> Vec<String> {
    let linked = linked(page);
    let mut faults = Vec::new();
    for sheet in sheets.iter().filter(|sheet| !linked.contains(&sheet.path)) {
        faults.push(format!("index.html does not link {}", sheet.path));
    }
    for link in linked.iter().filter(|link| !sheets.iter().any(|sheet| sheet.path == **link)) {
        faults.push(format!("index.html links {link}, which is not there"));
    }
    if linked.first().is_some_and(|first| first != TOKENS) {
        faults.push(format!("index.html does not link {TOKENS} first"));
    }
    faults
}

#[test]
fn the_page_links_every_sheet_and_the_tokens_first() {
    check(
        "the list of links is the cascade",
        &links_astray(&file("index.html").text, &files("style", &[".css"])),
    );
}

#[test]
fn the_rule_of_links_finds_what_is_missing() {
    let page =
        "<link data-trunk rel=\"css\" href=\"style/old.css\"><link rel=\"css\" href=\"style/tokens.css\">";
    let sheets = [Source::example("style/tokens.css", ""), Source::example("style/base.css", "")];
    assert_eq!(
        links_astray(page, &sheets),
        [
            "index.html does not link style/base.css",
            "index.html links style/old.css, which is not there",
            "index.html does not link style/tokens.css first",
        ],
    );
}

/// What the first page of a visit is made of, before any part of the program comes on demand.
const FIRST_PAGE: [&str; 8] = [
    "src/app.rs",
    "src/places.rs",
    "src/pages/home.rs",
    "src/pages/not_found.rs",
    "src/pages/locked.rs",
    "src/pages/planned.rs",
    "src/pages/discover",
    "src/pages/asking",
];

/// Sheets that come with the pages on demand, although the first page has an element of theirs.
fn too_late(page: &str, sheets: &[Source], code: &[Source]) -> Vec<String> {
    let code = drawn_first(code);
    let later = page.lines().filter(|line| line.contains("data-later")).flat_map(linked);
    let mut faults = Vec::new();
    for sheet in sheets.iter().filter(|sheet| later.clone().any(|later| later == sheet.path)) {
        for block in blocks(&sheet.text) {
            let shown = ["\"", " ", "__", "--"].map(|end| format!(", \"{block}{end}"));
            let found = code.iter().find(|source| shown.iter().any(|shown| source.code().contains(shown)));
            faults.extend(
                found.map(|found| format!("{} comes later, and {} needs .{block}", sheet.path, found.path)),
            );
        }
    }
    faults
}

/// The sources of the first page, with the components they are made of.
fn drawn_first(code: &[Source]) -> Vec<&Source> {
    let mut first: Vec<&Source> =
        code.iter().filter(|source| FIRST_PAGE.iter().any(|path| source.path.starts_with(path))).collect();
    let mut at = 0;
    while let Some(source) = first.get(at) {
        let text = source.code();
        let used = |other: &&Source| {
            let name = other.path.strip_prefix("src/components/").and_then(|file| file.strip_suffix(".rs"));
            name.is_some_and(|name| text.contains(&format!("components::{name}::")))
        };
        let new: Vec<&Source> = code
            .iter()
            .filter(used)
            .filter(|other| !first.iter().any(|known| known.path == other.path))
            .collect();
        first.extend(new);
        at += 1;
    }
    first
}

/// The blocks that a sheet is about: the first word of each class at the beginning of a line.
fn blocks(css: &str) -> BTreeSet<&str> {
    let classes = css.lines().filter_map(|line| line.strip_prefix('.'));
    classes
        .filter_map(|class| class.split([' ', ':', ',', '{', '.', '>']).next())
        .map(|class| class.split("__").next().unwrap_or(class))
        .map(|class| class.split("--").next().unwrap_or(class))
        .filter(|block| *block != "page")
        .collect()
}

#[test]
fn the_first_page_waits_for_no_sheet_of_the_others() {
    check(
        "take data-later off its link in index.html",
        &too_late(&file("index.html").text, &files("style", &[".css"]), &files("src", &[".rs"])),
    );
}

#[test]
fn the_rule_of_later_sheets_finds_a_component_of_a_component() {
    let page = "<link data-trunk rel=\"css\" href=\"style/dot.css\" data-later>\n\
                <link data-trunk rel=\"css\" href=\"style/far.css\" data-later>";
    let sheets =
        [Source::example("style/dot.css", ".dot__mark {\n}"), Source::example("style/far.css", ".far {\n}")];
    let code = [
        Source::example("src/pages/home.rs", "use crate::components::card::card;\nplace(\"far\")"),
        Source::example("src/components/card.rs", "use crate::components::dot::dot;"),
        Source::example("src/components/dot.rs", "el(\"i\", \"dot__mark\")"),
        Source::example("src/pages/far.rs", "el(\"i\", \"far\")"),
    ];
    assert_eq!(
        too_late(page, &sheets, &code),
        ["style/dot.css comes later, and src/components/dot.rs needs .dot"]
    );
}

fn strangers(sources: &[Source]) -> Vec<String> {
    let stranger = |line: &str| {
        let own = line.replace("http://www.w3.org/", "");
        ["http://", "https://", "//cdn"].into_iter().find(|start| own.contains(start)).map(str::to_owned)
    };
    sources.iter().flat_map(|source| lines_with(source, &source.text, stranger)).collect()
}

#[test]
fn the_page_loads_nothing_from_strangers() {
    let mut sources = files("style", &[".css"]);
    sources.push(file("index.html"));
    check("everything the page loads comes from its own server", &strangers(&sources));
}

#[test]
fn the_rule_of_strangers_finds_one() {
    let bad = Source::example(
        "a.css",
        "src: url(https://fonts.example/a.woff2);\nurl(data:image/svg+xml,http://www.w3.org/2000/svg)",
    );
    assert_eq!(strangers(&[bad]), ["a.css:1: https://"]);
}
