//! Empty databases on both engines, and a server on one of them.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "test code")]
#![allow(dead_code, reason = "each folder of tests uses a part")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use server::accounts::password::Passwords;
use server::app::{App, Settings, Shared};
use server::clock::Clock;
use server::db::Db;
use server::firm::{FirmFiles, Source};
use server::site::Site;
use tempfile::TempDir;
use tower::ServiceExt;

/// 2026-11-25, 04:00 UTC.
pub(crate) const NOW_MS: i64 = 1_795_579_200_000;

/// An empty database, gone when this is dropped.
pub(crate) struct Fresh {
    pub(crate) db: Db,
    _file: Option<TempDir>,
}

/// Either engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

pub(crate) const ENGINES: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];

/// The address of a new, empty schema.
pub(crate) async fn postgres_url() -> String {
    let server = std::env::var("TEST_POSTGRES_URL").expect(
        "these tests need PostgreSQL: run them by `cargo xtask test --only unit`, or start one by \
         `cargo xtask postgres` and export the TEST_POSTGRES_URL that it prints",
    );
    let schema = format!("test_{}", server::token::id().replace('-', "_"));
    let pool = sqlx::PgPool::connect(&server).await.expect("PostgreSQL answers at TEST_POSTGRES_URL");
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!("create schema {schema}"))).execute(&pool).await.unwrap();
    pool.close().await;
    let join = if server.contains('?') { '&' } else { '?' };
    format!("{server}{join}options[search_path]={schema}")
}

impl Fresh {
    pub(crate) async fn on(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => {
                let folder = TempDir::new().unwrap();
                let db = Db::open_file(&folder.path().join("evergreen.db")).await.unwrap();
                Self { db, _file: Some(folder) }
            }
            Engine::Postgres => Self { db: Db::connect(&postgres_url().await).await.unwrap(), _file: None },
        }
    }
}

/// The repository's firm.
pub(crate) fn firm() -> FirmFiles {
    // Read once: reading, rendering and planning take a while.
    static FIRM: LazyLock<FirmFiles> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../firm");
        server::firm::load(&Source::Folder(folder)).unwrap()
    });
    FIRM.clone()
}

/// A small app.
pub(crate) fn site() -> Site {
    let files = [
        ("index.html", "<!doctype html><script type=\"module\">alert(1)</script>"),
        ("evergreen-0a1b2c3d4e5f6071.js", "export default 1"),
        ("evergreen-0a1b2c3d4e5f6071.js.br", "brotli"),
        ("evergreen-0a1b2c3d4e5f6071.js.gz", "gzip"),
        ("worker_loader.js", "import 1"),
    ];
    let files = files.map(|(name, content)| (name.to_owned(), Bytes::from_static(content.as_bytes())));
    Site::new(&BTreeMap::from(files))
}

/// A server with an empty database and a clock that is moved by hand.
pub(crate) struct Stage {
    pub(crate) app: Shared,
    pub(crate) router: Router,
    _fresh: Fresh,
}

impl Stage {
    pub(crate) async fn new() -> Self {
        Self::on(Engine::Sqlite).await
    }

    pub(crate) async fn on(engine: Engine) -> Self {
        let fresh = Fresh::on(engine).await;
        let app = app_on(fresh.db.clone());
        let router = server::routes::router(&app, site()).unwrap();
        Self { app, router, _fresh: fresh }
    }

    /// A guest in a browser of their own.
    pub(crate) fn browser(&self) -> Browser {
        Browser::of(self.router.clone())
    }

    /// A browser with the cookie of a session.
    pub(crate) fn browser_with(&self, secret: &str) -> Browser {
        Browser { router: self.router.clone(), cookie: Some(format!("__Host-session={secret}")) }
    }

    /// The newest mail of a kind: to whom, and what it speaks of.
    pub(crate) async fn mail(&self, kind: &str) -> Option<(String, serde_json::Value)> {
        let row: Option<(String, String)> = self
            .app
            .db
            .first(
                "select recipient, payload
                 from outbox
                 where channel = 'mail' and kind = $1
                 order by id desc
                 limit 1",
                server::values![kind],
            )
            .await
            .unwrap();
        row.map(|(to, payload)| (to, serde_json::from_str(&payload).unwrap()))
    }
}

/// The state of a server on a database, with quick passwords.
pub(crate) fn app_on(db: Db) -> Shared {
    let settings = Settings { public_url: "http://localhost:8080".to_owned(), behind_proxy: false };
    let mut app = App::new(db, firm(), settings).unwrap();
    app.clock = Clock::at(NOW_MS);
    app.passwords = Passwords::quick();
    Arc::new(app)
}

/// One browser: it keeps the cookie that it was given.
pub(crate) struct Browser {
    pub(crate) router: Router,
    pub(crate) cookie: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Reply {
    #[track_caller]
    pub(crate) fn header(&self, name: impl header::AsHeaderName) -> &str {
        self.headers.get(name).unwrap().to_str().unwrap()
    }

    /// The body, when the request was granted.
    #[track_caller]
    pub(crate) fn json<T: DeserializeOwned>(&self) -> T {
        assert!(self.status.is_success(), "{} {}", self.status, String::from_utf8_lossy(&self.body));
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The problem, when it was refused with this status.
    #[track_caller]
    pub(crate) fn problem(&self, status: StatusCode) -> wire::Problem {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.body));
        assert_eq!(self.header(header::CONTENT_TYPE), wire::Problem::MEDIA_TYPE);
        serde_json::from_slice(&self.body).unwrap()
    }
}

impl Browser {
    /// A guest of a server.
    pub(crate) fn of(router: Router) -> Self {
        Self { router, cookie: None }
    }

    pub(crate) async fn get(&mut self, address: &str) -> Reply {
        self.send(Method::GET, address, &[], None).await
    }

    pub(crate) async fn post(&mut self, address: &str, body: &impl Serialize) -> Reply {
        self.send(Method::POST, address, &[], Some(serde_json::to_vec(body).unwrap())).await
    }

    pub(crate) async fn put(&mut self, address: &str, body: &impl Serialize) -> Reply {
        self.send(Method::PUT, address, &[], Some(serde_json::to_vec(body).unwrap())).await
    }

    pub(crate) async fn delete(&mut self, address: &str) -> Reply {
        self.send(Method::DELETE, address, &[], None).await
    }

    pub(crate) async fn send(
        &mut self,
        method: Method,
        address: &str,
        headers: &[(header::HeaderName, &str)],
        body: Option<Vec<u8>>,
    ) -> Reply {
        let mut request = Request::builder().method(method).uri(address);
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, format!("theme=dark; {cookie}"));
        }
        if body.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        let request = request.body(body.map_or_else(Body::empty, Body::from)).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        if let Some(set) = parts.headers.get(header::SET_COOKIE) {
            let pair = set.to_str().unwrap().split(';').next().unwrap().to_owned();
            self.cookie = Some(pair).filter(|pair| !pair.ends_with('='));
        }
        let body = body.collect().await.unwrap().to_bytes();
        Reply { status: parts.status, headers: parts.headers, body }
    }

    /// Opens an account and is signed in to it.
    pub(crate) async fn sign_up(&mut self, email: &str) -> wire::Account {
        let sent = wire::SignUp {
            email: email.to_owned(),
            password: PASSWORD.to_owned(),
            name: String::new(),
            language: wire::Language::En,
        };
        let session: wire::Session = self.post("/api/account", &sent).await.json();
        session.account.unwrap()
    }

    pub(crate) async fn sign_in(&mut self, email: &str, password: &str) -> Reply {
        let sent = wire::SignIn { email: email.to_owned(), password: password.to_owned() };
        self.post("/api/session", &sent).await
    }
}

pub(crate) const PASSWORD: &str = "four plain words here";
