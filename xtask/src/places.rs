//! Where things lie on this machine.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context;

/// The top folder of the repository.
pub(crate) fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// Cargo's folder of built things.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Our own folder in there: stamps and logs. Made when it is missing.
///
/// # Errors
///
/// When it cannot be made.
pub(crate) fn scratch() -> anyhow::Result<PathBuf> {
    let folder = target().join("xtask");
    std::fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    Ok(folder)
}

/// The data of servers that we start: made-up clients, and mail that is not sent.
///
/// # Errors
///
/// When its folder cannot be made.
pub(crate) fn data() -> anyhow::Result<PathBuf> {
    Ok(scratch()?.join("data"))
}

/// The built app.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The built server.
pub(crate) fn server_binary() -> PathBuf {
    target().join("server").join(executable("evergreen-server"))
}

/// Where tools are installed, outside the repository so that every checkout shares them.
pub(crate) fn tools() -> PathBuf {
    cache().join("evergreen").join("tools")
}

/// The programs of installed npm packages.
pub(crate) fn node_bin() -> PathBuf {
    root().join("node_modules").join(".bin")
}

/// The platform's folder for things that can be made again.
pub(crate) fn cache() -> PathBuf {
    if let Some(cache) = env::var_os("XDG_CACHE_HOME") {
        return PathBuf::from(cache);
    }
    if let Some(local) = env::var_os("LOCALAPPDATA").filter(|_| cfg!(windows)) {
        return PathBuf::from(local);
    }
    let home = env::home_dir().unwrap_or_else(env::temp_dir);
    if cfg!(target_os = "macos") { home.join("Library").join("Caches") } else { home.join(".cache") }
}

/// The file name of a program on this platform.
pub(crate) fn executable(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// A program by its name, if it is on the path that child processes get.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    search_path().into_iter().map(|folder| folder.join(executable(name))).find(|path| path.is_file())
}

/// Folders where child processes look for programs, our own tools first.
pub(crate) fn search_path() -> Vec<PathBuf> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let mut folders = vec![tools().join("bin"), node_bin()];
    folders.extend(env::split_paths(&inherited));
    folders
}
