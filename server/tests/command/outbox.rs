use std::path::Path;
use std::process::{Command, Output};

use serde_json::json;
use server::db::Db;
use server::outbox::{self, Mail};
use server::{transact, values};
use wire::Language;

/// Runs an act of the outbox on the data of a folder.
fn run(act: &[&str], data: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evergreen-server"));
    command.arg("outbox").args(act).arg("--data").arg(data).env_remove("DATABASE_URL");
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A database with two mails that were given up.
async fn fill(data: &Path) {
    let db = Db::open_file(&data.join("evergreen.db")).await.unwrap();
    transact!(db, |tx| {
        for to in ["li@example.com", "wang@example.com"] {
            let mail = Mail { kind: "confirm_address", to, language: Language::Zh, payload: json!({}) };
            outbox::mail(tx, &mail, 0).await?;
        }
        tx.change(
            "update outbox set dead_ms = 1795579200000, attempts = 16, error = 'the mail server answered 550'",
            values![],
        )
        .await?;
    })
    .unwrap();
}

#[tokio::test]
async fn dead_letters_are_listed_and_revived_one_by_one_or_all() {
    let data = tempfile::tempdir().unwrap();
    fill(data.path()).await;

    let listed = said(&run(&["list"], data.path()));

    let lines: Vec<Vec<&str>> = listed.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 2, "{listed}");
    let expected = ["mail", "confirm_address", "2026-11-25T04:00:00Z", "16", "the mail server answered 550"];
    assert_eq!(lines[0][1..], expected);
    assert!(!listed.contains("example.com"), "addresses stay in the database");

    assert_eq!(said(&run(&["revive", lines[0][0]], data.path())), "1 will be delivered again\n");
    assert!(!run(&["revive", lines[0][0]], data.path()).status.success(), "it is no dead letter any more");
    assert_eq!(said(&run(&["revive", "all"], data.path())), "1 will be delivered again\n");
    assert_eq!(said(&run(&["list"], data.path())), "");
}
