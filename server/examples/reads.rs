//! How fast signed-in reads are: beside a bare handler that gives the same bytes, and with a hundred
//! thousand accounts beside a thousand. Prints one JSON object; `cargo xtask bench` reads it.
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement, not the server")]

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::header;
use axum::routing::get;
use server::app::{App, Settings, Shared};
use server::db::Db;
use server::firm::Source;
use server::limits::Limits;
use server::site::Site;
use server::{token, transact, values};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Requests at a time.
const CLIENTS: usize = 16;

/// How long each measurement takes: short, so that what else the machine does falls on all of a round, and
/// long enough that sessions are looked up again as often as they would be without end.
const SPAN: Duration = Duration::from_secs(1);

/// Rounds; each gives a ratio, and the one in the middle counts.
const ROUNDS: usize = 11;

/// Accounts that are written in one transaction.
const BATCH: u64 = 1000;

/// A plan as large as a real one.
const PLAN_BYTES: usize = 40_000;

#[tokio::main]
async fn main() {
    let folder = tempfile::TempDir::new().unwrap();
    let (few, many) = (1000, 100_000);
    let small = stage(&folder.path().join("few.db"), few).await;
    let large = stage(&folder.path().join("many.db"), many).await;
    let body: String = plan_body();
    let bare = Router::new().route(
        "/api/plans/{id}",
        get(move || {
            let body = body.clone();
            async move { ([(header::CONTENT_TYPE, "application/json")], body) }
        }),
    );
    let bare = listen(bare).await;

    let stages = [(bare, few), (small, few), (large, many)];
    // The first round fills what a server keeps.
    round(stages).await;
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        rounds.push(round(stages).await);
    }
    let of = |figure: fn(&[f64; 3]) -> f64| median(rounds.iter().map(figure).collect());
    println!(
        "{}",
        serde_json::json!({
            "bare_reads_per_s": of(|[bare, _, _]| *bare),
            "reads_per_s_at_1k": of(|[_, few, _]| *few),
            "reads_per_s_at_100k": of(|[_, _, many]| *many),
            "read_over_bare": of(|[bare, few, _]| few / bare),
            // What a request costs, not how many there are.
            "read_100k_over_1k": of(|[_, few, many]| few / many),
        })
    );
}

/// Reads of each stage a second, one stage right after the other.
async fn round(stages: [(SocketAddr, u64); 3]) -> [f64; 3] {
    let mut reads = [0.0; 3];
    for (reads, (address, accounts)) in reads.iter_mut().zip(stages) {
        *reads = reads_per_s(address, accounts).await;
    }
    reads
}

/// The figure in the middle: no lucky round and no disturbed one moves it.
fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    *figures.get(figures.len() / 2).unwrap()
}

/// A server with so many accounts, each with a session and a plan.
async fn stage(file: &Path, accounts: u64) -> SocketAddr {
    let db = Db::open_file(file).await.unwrap();
    fill(&db, accounts).await;
    let firm = Path::new(env!("CARGO_MANIFEST_DIR")).join("../firm");
    let data = server::firm::load(&Source::Folder(firm)).unwrap();
    let settings = Settings { public_url: "http://localhost".to_owned(), behind_proxy: false };
    let mut app = App::new(db, data, settings).unwrap();
    app.limits = Limits::off();
    let app: Shared = Arc::new(app);
    listen(server::routes::router(&app, Site::default()).unwrap()).await
}

/// Plans of more than a thousand accounts are short: their rows are found, and none of them is read.
async fn fill(db: &Db, accounts: u64) {
    let now_ms = server::clock::Clock::System.now_ms();
    transact!(db, |tx| {
        tx.change("insert into firm_version (digest, created_ms, document) values ('0', 0, '{}')", values![])
            .await?;
    })
    .unwrap();
    let body = plan_body();
    for from in (0..accounts).step_by(usize::try_from(BATCH).unwrap()) {
        transact!(db, |tx| {
            for at in from..from + BATCH {
                let id = id_of(at, 1);
                tx.change(
                    "insert into account (id, email, name, language, role, created_ms)
                     values ($1, $2, '', 'zh', 'investor', 0)",
                    values![&id, format!("{at}@example.com")],
                )
                .await?;
                tx.change(
                    "insert into session
                         (id, account_id, token_hash, device, created_ms, proved_ms, seen_ms, expires_ms)
                     values ($1, $1, $2, '', 0, 0, $3, $4)",
                    values![&id, token::hash(&secret_of(at)), now_ms, now_ms + server::clock::DAY_MS],
                )
                .await?;
                let body = if is_read(at, accounts) { body.as_str() } else { "{}" };
                tx.change(
                    "insert into plan (id, account_id, number, created_ms, firm_digest, request, summary, body)
                     values ($1, $2, 1, 0, '0', '{}', '{}', $3)",
                    values![id_of(at, 2), &id, body],
                )
                .await?;
            }
        })
        .unwrap();
    }
}

/// A thousand accounts are read, spread over all of them.
fn is_read(at: u64, accounts: u64) -> bool {
    at.is_multiple_of(accounts / 1000)
}

fn plan_body() -> String {
    format!("{{\"plan\":\"{}\"}}", "x".repeat(PLAN_BYTES))
}

fn id_of(at: u64, kind: u64) -> String {
    format!("00000000-0000-7000-800{kind}-{at:012}")
}

fn secret_of(at: u64) -> String {
    format!("secret-{at}")
}

async fn listen(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await.unwrap();
    });
    address
}

#[expect(clippy::cast_precision_loss, reason = "a count of requests")]
async fn reads_per_s(address: SocketAddr, accounts: u64) -> f64 {
    let count = Arc::new(AtomicU64::new(0));
    let started = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| tokio::spawn(read_for(address, accounts, client as u64, started + SPAN, count.clone())))
        .collect();
    for client in clients {
        client.await.unwrap();
    }
    count.load(Ordering::Relaxed) as f64 / started.elapsed().as_secs_f64()
}

/// Reads plans of one account after the other on one connection.
async fn read_for(address: SocketAddr, accounts: u64, client: u64, until: Instant, count: Arc<AtomicU64>) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let mut buffer = vec![0; 64 * 1024];
    let mut step = client;
    while Instant::now() < until {
        step = (step + 617) % 1000;
        let at = step * (accounts / 1000);
        let request = format!(
            "GET /api/plans/{} HTTP/1.1\r\nhost: localhost\r\ncookie: __Host-session={}\r\n\r\n",
            id_of(at, 2),
            secret_of(at)
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        read_answer(&mut stream, &mut buffer).await;
        count.fetch_add(1, Ordering::Relaxed);
    }
}

/// Reads an answer to the end of its body, and no further.
async fn read_answer(stream: &mut TcpStream, buffer: &mut [u8]) {
    let mut read = 0;
    loop {
        read += stream.read(buffer.get_mut(read..).unwrap()).await.unwrap();
        let Some(head) = buffer.get(..read).unwrap().windows(4).position(|end| end == b"\r\n\r\n") else {
            continue;
        };
        let text = std::str::from_utf8(buffer.get(..head).unwrap()).unwrap().to_ascii_lowercase();
        assert!(text.starts_with("http/1.1 200"), "{text}");
        let length: usize =
            text.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap().parse().unwrap();
        let whole = head + 4 + length;
        if read < whole {
            stream.read_exact(buffer.get_mut(read..whole).unwrap()).await.unwrap();
        }
        return;
    }
}
