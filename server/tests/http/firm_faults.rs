//! Broken copies of the repository's firm.
#![expect(clippy::unwrap_used, reason = "test code")]

use std::fs;
use std::path::Path;

use server::firm::{Fault, Source, load};
use tempfile::TempDir;

/// A copy of the repository's firm that a test may break.
struct Copy(TempDir);

impl Copy {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../firm"), folder.path());
        Self(folder)
    }

    #[track_caller]
    fn change(&self, file: &str, change: impl FnOnce(&mut toml::Table)) {
        let path = self.0.path().join(file);
        let mut table: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        change(&mut table);
        fs::write(path, table.to_string()).unwrap();
    }

    fn faults(&self) -> Vec<Fault> {
        load(&Source::Folder(self.0.path().to_owned())).err().unwrap_or_default()
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let copied = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&copied).unwrap();
            copy(&entry.path(), &copied);
        } else {
            fs::copy(entry.path(), copied).unwrap();
        }
    }
}

#[track_caller]
fn check(faults: &[Fault], file: &str, key: &str, reason: &str) {
    let found = faults.iter().find(|fault| fault.file == file && fault.key == key);
    assert!(
        found.is_some_and(|fault| fault.reason.contains(reason)),
        "{file}: {key}: {reason}, in {faults:#?}"
    );
}

#[test]
fn the_firm_of_the_repository_has_no_fault() {
    assert_eq!(Copy::new().faults(), []);
}

#[test]
fn the_built_in_firm_has_no_fault() {
    assert_eq!(load(&Source::Embedded).err().unwrap_or_default(), []);
}

#[test]
fn an_unknown_key_is_named_with_its_file() {
    let copy = Copy::new();
    copy.change("firm.toml", |firm| {
        firm.insert("slogan".to_owned(), "onwards".into());
    });

    check(&copy.faults(), "firm.toml", "slogan", "not a key");
}

#[test]
fn a_missing_language_is_named_with_its_place() {
    let copy = Copy::new();
    copy.change("questionnaires/risk.toml", |risk| {
        risk["items"][2]["text"].as_table_mut().unwrap().remove("zh");
    });

    check(&copy.faults(), "questionnaires/risk.toml", "items[2].text.zh", "is missing");
}

#[test]
fn a_value_of_the_wrong_type_is_named() {
    let copy = Copy::new();
    copy.change("policy.toml", |policy| {
        policy["zone"].as_table_mut().unwrap().insert("green_success".to_owned(), "high".into());
    });

    check(&copy.faults(), "policy.toml", "zone.green_success", "string \"high\"");
}

#[test]
fn a_value_outside_its_range_is_named() {
    let copy = Copy::new();
    copy.change("policy.toml", |policy| {
        policy["zone"].as_table_mut().unwrap().insert("green_success".to_owned(), 85.0.into());
    });

    check(&copy.faults(), "policy.toml", "zone.green_success", "85");
}

#[test]
fn the_faults_of_every_file_are_reported_at_once() {
    let copy = Copy::new();
    copy.change("firm.toml", |firm| drop(firm.remove("phone")));
    copy.change("questionnaires/goals.toml", |goals| drop(goals.insert("extra".to_owned(), 1.into())));
    fs::remove_file(copy.0.path().join("policy.toml")).unwrap();
    fs::write(copy.0.path().join("polcy.toml"), "").unwrap();

    let faults = copy.faults();

    check(&faults, "firm.toml", "phone", "is missing");
    check(&faults, "policy.toml", "", "is missing");
    check(&faults, "questionnaires/goals.toml", "extra", "not a key");
    check(&faults, "polcy.toml", "", "not a file");
    assert_eq!(faults.len(), 4, "{faults:#?}");
}

#[test]
fn a_product_that_promises_is_named_with_its_word() {
    let copy = Copy::new();
    copy.change("products.toml", |products| {
        let product = products["product"][0].as_table_mut().unwrap();
        product["name"].as_table_mut().unwrap().insert("zh".to_owned(), "保本基金".into());
    });

    check(&copy.faults(), "products.toml", "product.cn-money-1.name.zh", "保本");
}

#[test]
fn a_fault_of_the_shelf_is_named_with_its_place() {
    let copy = Copy::new();
    copy.change("stress.toml", |stress| {
        stress["scenario"][0].as_table_mut().unwrap().remove("text");
    });
    copy.change("fees.toml", |fees| drop(fees.insert("tip".to_owned(), 0.1.into())));
    fs::remove_file(copy.0.path().join("upkeep.toml")).unwrap();

    let faults = copy.faults();

    check(&faults, "stress.toml", "scenario[0].text", "is missing");
    check(&faults, "fees.toml", "tip", "not a key");
    check(&faults, "upkeep.toml", "", "is missing");
    assert_eq!(faults.len(), 3, "{faults:#?}");
}

#[test]
fn how_clients_are_looked_after_is_checked_too() {
    let copy = Copy::new();
    copy.change("service.toml", |service| {
        service["tier"][0].as_table_mut().unwrap().insert("contact_days".to_owned(), 1.into());
        service["tier"][1]["promise"].as_table_mut().unwrap().insert("zh".to_owned(), "保证收益".into());
        service["meeting"].as_table_mut().unwrap().insert("minutes".to_owned(), 40.into());
        service["advisor"].as_table_mut().unwrap().insert("time_zone".to_owned(), "Mars/Base".into());
        service["advisor"]["hours"][0].as_table_mut().unwrap().insert("until".to_owned(), "09:00".into());
    });

    let faults = copy.faults();

    check(&faults, "service.toml", "tier[0].contact_days", "must be from 7 to 731, is 1");
    check(&faults, "service.toml", "tier[1].promise.zh", "保证收益");
    check(&faults, "service.toml", "meeting.minutes", "multiple of 15");
    check(&faults, "service.toml", "advisor.time_zone", "Mars/Base");
    check(&faults, "service.toml", "advisor.hours[0].until", "must be after from");
    assert_eq!(faults.len(), 5, "{faults:#?}");
}

#[test]
fn an_expert_of_each_field_is_needed_and_known_topics() {
    let copy = Copy::new();
    copy.change("experts.toml", |experts| {
        let experts = experts["expert"].as_array_mut().unwrap();
        experts.retain(|expert| expert["kind"].as_str() != Some("law"));
        let topics = toml::Value::from(vec!["astrology"]);
        experts[0].as_table_mut().unwrap().insert("topics".to_owned(), topics);
    });

    let faults = copy.faults();

    check(&faults, "experts.toml", "expert", "kind law");
    check(&faults, "experts.toml", "expert[0].topics", "astrology does not exist");
    assert_eq!(faults.len(), 2, "{faults:#?}");
}

#[test]
fn a_folder_that_is_not_there_is_a_fault() {
    let faults = load(&Source::Folder("no-such-folder".into())).err().unwrap_or_default();

    check(&faults, "no-such-folder", "", "cannot be read");
}

#[test]
fn an_article_without_one_of_its_files_is_named() {
    let copy = Copy::new();
    fs::remove_file(copy.0.path().join("articles/the-reserve/en.md")).unwrap();
    fs::write(copy.0.path().join("articles/the-reserve/fr.md"), "").unwrap();

    let faults = copy.faults();

    check(&faults, "articles/the-reserve/en.md", "", "is missing");
    check(&faults, "articles/the-reserve/fr.md", "", "not a file");
    assert_eq!(faults.len(), 2, "{faults:#?}");
}

#[test]
fn every_fault_of_an_article_is_named_at_once() {
    let copy = Copy::new();
    copy.change("articles/the-reserve/article.toml", |article| {
        article.insert("dated".to_owned(), "soon".into());
        article.insert("stages".to_owned(), toml::Value::Array(Vec::new()));
        for option in article["check"]["option"].as_array_mut().unwrap() {
            option.as_table_mut().unwrap().insert("right".to_owned(), true.into());
        }
    });
    let body = "# 标题\n\n{{luck}}，[这里](https://example.com)，肯定涨";
    fs::write(copy.0.path().join("articles/the-reserve/zh.md"), body).unwrap();

    let faults = copy.faults();

    check(&faults, "articles/the-reserve/article.toml", "dated", "a day such as");
    check(&faults, "articles/the-reserve/article.toml", "stages", "must not be empty");
    check(&faults, "articles/the-reserve/article.toml", "check.option", "exactly one");
    check(&faults, "articles/the-reserve/zh.md", "line 3", "肯定");
    for kind in ["heading", "link", "no figure luck"] {
        check_any(&faults, "articles/the-reserve/zh.md", kind);
    }
}

#[track_caller]
fn check_any(faults: &[Fault], file: &str, reason: &str) {
    let found = faults.iter().any(|fault| fault.file == file && fault.reason.contains(reason));
    assert!(found, "{file}: {reason}, in {faults:#?}");
}

#[test]
fn an_unknown_subject_or_gap_is_named() {
    let copy = Copy::new();
    copy.change("articles/the-reserve/article.toml", |article| {
        article.insert("subject".to_owned(), "luck".into());
    });
    copy.change("articles/spotting-fraud/article.toml", |article| {
        article.insert("gaps".to_owned(), toml::Value::Array(vec!["greedy".into()]));
    });

    let faults = copy.faults();

    check(&faults, "articles/the-reserve/article.toml", "subject", "luck");
    check_any(&faults, "articles/spotting-fraud/article.toml", "greedy");
}

#[test]
fn a_talk_without_a_time_is_named() {
    let copy = Copy::new();
    copy.change("talks.toml", |talks| {
        let talk = talks["talk"][0].as_table_mut().unwrap();
        talk.insert("start".to_owned(), "2026-12-12 14:00".into());
    });

    check(&copy.faults(), "talks.toml", "talk.first-plan-shanghai.start", "a time such as");
}

#[test]
fn a_sample_household_that_cannot_be_planned_is_named() {
    let copy = Copy::new();
    copy.change("samples/china.toml", |sample| {
        sample["form"]["you"].as_table_mut().unwrap().remove("birth_year");
    });

    check(&copy.faults(), "samples/china.toml", "form.you.birth_year", "has no answer");
}

#[test]
fn a_promise_is_named_in_whatever_file_it_stands() {
    let copy = Copy::new();
    copy.change("firm.toml", |firm| {
        firm["motto"].as_table_mut().unwrap().insert("zh".to_owned(), "稳赚不赔".into());
    });

    check(&copy.faults(), "firm.toml", "motto.zh", "稳赚");
}
