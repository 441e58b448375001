//! Listens until the process is told to stop.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use tokio::net::TcpListener;

use crate::app::{App, Settings, Shared};
use crate::command::{Limiting, Serve, print_faults};
use crate::courier::Courier;
use crate::firm::{self, Source};
use crate::limits::Limits;
use crate::logs;
use crate::mail::Mailer;
use crate::routes;
use crate::site::Site;
use crate::webhook::Webhook;

/// Serves until SIGINT or SIGTERM; open requests are answered first.
///
/// # Errors
///
/// When the built app cannot be read, or the address cannot be listened on.
pub(crate) fn serve(options: &Serve) -> anyhow::Result<ExitCode> {
    logs::start(options.log);
    let source = options.firm.clone().map_or(Source::Embedded, Source::Folder);
    let data = match firm::load(&source) {
        Ok(data) => data,
        Err(faults) => {
            print_faults(&faults);
            return Ok(ExitCode::FAILURE);
        }
    };
    let site = match &options.dist {
        Some(dist) => Site::read(dist).with_context(|| format!("reading the app in {}", dist.display()))?,
        None => Site::embedded(),
    };
    if site.is_empty() {
        tracing::warn!("there is no built app: only /api answers; run `cargo xtask build`");
    }
    let runtime = tokio::runtime::Runtime::new().context("starting the runtime")?;
    runtime.block_on(async {
        let db = options.storage.open().await?;
        let listener = listen((options.host, options.port).into()).await?;
        let mut app =
            App::new(db, data, settings(options, &listener)?).context("preparing the firm's data")?;
        if options.limits == Limiting::Off {
            app.limits = Limits::off();
        }
        let app = Arc::new(app);
        // It ends with the process: what it holds at that moment is delivered by the next one.
        tokio::spawn(courier(options, &app)?.run());
        run(listener, routes::router(&app, site).context("preparing the firm's data")?).await
    })?;
    Ok(ExitCode::SUCCESS)
}

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("listening on {address}"))
}

fn settings(options: &Serve, listener: &TcpListener) -> anyhow::Result<Settings> {
    let port = listener.local_addr().context("asking for the own address")?.port();
    let own = || format!("http://localhost:{port}");
    let public_url = options.url.clone().unwrap_or_else(own).trim_end_matches('/').to_owned();
    Ok(Settings { public_url, behind_proxy: options.behind_proxy })
}

/// Delivers mail and events beside the requests.
fn courier(options: &Serve, app: &Shared) -> anyhow::Result<Courier> {
    let delivery = &options.delivery;
    let folder = options.storage.data.join("mail");
    let mailer = Mailer::new(delivery.smtp_url.as_deref(), &folder)?;
    if delivery.smtp_url.is_none() {
        tracing::info!("mail is written to {}: set EVERGREEN_SMTP_URL to send it", folder.display());
    }
    let secret = delivery.webhook_secret.as_deref().unwrap_or_default();
    let webhook = delivery.webhook_url.as_deref().map(|url| Webhook::new(url, secret)).transpose()?;
    Ok(Courier { app: app.clone(), mailer, webhook })
}

async fn run(listener: TcpListener, router: axum::Router) -> anyhow::Result<()> {
    let address = listener.local_addr().context("asking for the own address")?;
    // On standard output and in this form: `cargo xtask` and the browser tests wait for it.
    println!("Evergreen listens on http://{address}");
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(told_to_stop()).await.context("serving")
}

/// Resolves at the first SIGINT or SIGTERM.
async fn told_to_stop() {
    let interrupt = async {
        // Without a handler the process is ended by the signal itself.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupt => {}
        () = terminate() => {}
    }
    tracing::info!("stopping");
}

#[cfg(unix)]
async fn terminate() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminate() {
    std::future::pending().await
}
