//! A server that is killed while it writes: whatever it acknowledged is there afterwards.
#![expect(clippy::unwrap_used, reason = "test code")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use server::accounts::{self, NewAccount, session};
use server::db::Db;
use server::transact;
use wire::{Language, Role};

use crate::support::postgres_url;

/// How often a server is killed on each engine.
const KILLS: u32 = 200;

/// Servers at a time, each with a database of its own.
const LANES: u32 = 4;

/// Acknowledged writes before a server is killed, in the middle of the next ones.
const WRITES: u32 = 6;

/// Devices that write to each server, each to an account of its own.
const WRITERS: usize = 4;

/// A database that outlives its servers.
struct Place {
    folder: tempfile::TempDir,
    url: Option<String>,
}

impl Place {
    async fn open(&self) -> Db {
        match &self.url {
            Some(url) => Db::connect(url).await.unwrap(),
            None => Db::open_file(&self.folder.path().join("evergreen.db")).await.unwrap(),
        }
    }

    fn serve(&self) -> Running {
        let mut command = Command::new(env!("CARGO_BIN_EXE_evergreen-server"));
        command.args(["serve", "--port", "0", "--data"]).arg(self.folder.path()).env_remove("DATABASE_URL");
        command.arg("--firm").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../firm"));
        if let Some(url) = &self.url {
            command.env("DATABASE_URL", url);
        }
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        let line = said.lines().map(Result::unwrap).find(|line| line.contains("listens on")).unwrap();
        let address = line.rsplit("http://").next().unwrap().to_owned();
        Running { child, address }
    }
}

struct Running {
    child: Child,
    address: String,
}

/// Writes a number into the draft that has the version before it; true once that is acknowledged.
fn write(address: &str, secret: &str, version: u32) -> bool {
    let body = format!("{{\"kept\":{{\"n\":\"{}\"}}}}", version + 1);
    let request = format!(
        "PUT /api/draft HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncookie: __Host-session={secret}\r\n\
         content-type: application/json\r\nif-match: \"{version}\"\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut answer = Vec::new();
    let done = TcpStream::connect(address).and_then(|mut stream| {
        stream.write_all(request.as_bytes()).and_then(|()| stream.read_to_end(&mut answer))
    });
    done.is_ok() && answer.starts_with(b"HTTP/1.1 200")
}

/// The account of one device, and the newest version that it has in hand.
struct Writer {
    account_id: String,
    secret: String,
    acknowledged: u32,
}

async fn writer(db: &Db, at: usize) -> Writer {
    let now_ms = server::clock::Clock::System.now_ms();
    let secret = server::token::secret().unwrap();
    let new = NewAccount {
        email: &format!("{at}@example.com"),
        name: "",
        language: Language::En,
        role: Role::Investor,
        password_hash: None,
        confirmed_ms: None,
    };
    let account_id = transact!(db, |tx| {
        let id = accounts::create(tx, &new, now_ms).await?;
        session::open(tx, &id, "", &secret, now_ms).await?;
        id
    })
    .unwrap();
    Writer { account_id, secret, acknowledged: 0 }
}

/// Lets every device write until the server is killed under it.
fn write_until_killed(running: Running, writers: &mut [Writer]) {
    let Running { mut child, address } = running;
    let written = AtomicU32::new(0);
    thread::scope(|scope| {
        for writer in writers.iter_mut() {
            let (address, written) = (&address, &written);
            scope.spawn(move || {
                while write(address, &writer.secret, writer.acknowledged) {
                    writer.acknowledged += 1;
                    written.fetch_add(1, Ordering::SeqCst);
                }
            });
        }
        // Killed in the middle of writes, not at a time.
        while written.load(Ordering::SeqCst) < WRITES {
            thread::sleep(Duration::from_millis(1));
        }
        child.kill().unwrap();
    });
    child.wait().unwrap();
}

/// One lane: kills servers on one database, and gives how many writes were acknowledged.
async fn lane(url: Option<String>) -> u32 {
    let place = Place { folder: tempfile::TempDir::new().unwrap(), url };
    let db = place.open().await;
    let mut writers = Vec::new();
    for at in 0..WRITERS {
        writers.push(writer(&db, at).await);
    }
    for _ in 0..KILLS / LANES {
        let running = place.serve();
        writers = tokio::task::spawn_blocking(move || {
            write_until_killed(running, &mut writers);
            writers
        })
        .await
        .unwrap();
        for writer in &mut writers {
            let stored = server::drafts::read(&db, &writer.account_id).await.unwrap();
            let version = u32::try_from(stored.version).unwrap();
            assert!(writer.acknowledged <= version, "{} of {}", version, writer.acknowledged);
            assert_eq!(stored.kept.get("n").map_or("0", String::as_str), version.to_string());
            // One more may be stored whose acknowledgement was lost.
            writer.acknowledged = version;
        }
    }
    writers.iter().map(|writer| writer.acknowledged).sum()
}

async fn kill_servers(urls: Vec<Option<String>>) {
    let lanes: Vec<_> = urls.into_iter().map(|url| tokio::spawn(lane(url))).collect();
    let mut written = 0;
    for lane in lanes {
        written += lane.await.unwrap();
    }
    println!("{KILLS} servers were killed, {written} acknowledged writes are there");
    assert!(KILLS * WRITES <= written, "{written}");
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_servers_lose_no_acknowledged_write_on_sqlite() {
    kill_servers((0..LANES).map(|_| None).collect()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_servers_lose_no_acknowledged_write_on_postgresql() {
    let mut urls = Vec::new();
    for _ in 0..LANES {
        urls.push(Some(postgres_url().await));
    }
    kill_servers(urls).await;
}
