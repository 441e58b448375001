//! Finds or installs Chromium and its driver.
//!
//! Looked for in this order: the variable `CHROME` or `CHROMEDRIVER`, the path, the usual places,
//! the browsers of Playwright. Installed, where nothing is found: Debian's packages when we may,
//! otherwise the download of Playwright (the browser) or of Puppeteer (the driver).

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::places;
use crate::shell::{self, Output};

/// The browser, installed if need be.
///
/// # Errors
///
/// When there is none and none can be installed.
pub(crate) fn ensure_chrome() -> anyhow::Result<PathBuf> {
    if let Some(chrome) = find_chrome() {
        return Ok(chrome);
    }
    if !installed_by_apt()? {
        println!("tools: installing Chromium by Playwright");
        Output::Screen
            .run(&mut shell::node_program("npx", &["playwright", "install", "chromium"]))
            .context("install Chromium or Chrome, or name one in the variable CHROME")?;
    }
    find_chrome().context("Chromium was installed but is not found: name it in the variable CHROME")
}

/// The browser's driver, installed if need be.
///
/// # Errors
///
/// When there is none and none can be installed.
pub(crate) fn ensure_driver() -> anyhow::Result<PathBuf> {
    if let Some(driver) = find_driver() {
        return Ok(driver);
    }
    if !installed_by_apt()? {
        install_driver()?;
    }
    find_driver().context("chromedriver is not found: name it in the variable CHROMEDRIVER")
}

fn find_chrome() -> Option<PathBuf> {
    named_by("CHROME")
        .or_else(|| CHROME_NAMES.into_iter().find_map(places::find_program))
        .or_else(|| CHROME_PLACES.into_iter().map(PathBuf::from).find(|path| path.is_file()))
        .or_else(find_chrome_of_playwright)
}

const CHROME_NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const CHROME_PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

fn find_chrome_of_playwright() -> Option<PathBuf> {
    find_below(&places::cache().join("ms-playwright"), 6, &|path| {
        let name = path.file_name().unwrap_or_default();
        ["chrome", "chrome.exe", "Chromium", "Google Chrome for Testing"]
            .into_iter()
            .any(|known| name == known)
    })
}

fn find_driver() -> Option<PathBuf> {
    named_by("CHROMEDRIVER").or_else(|| places::find_program("chromedriver")).or_else(|| {
        let name = places::executable("chromedriver");
        find_below(&drivers(), 4, &|path| path.file_name().is_some_and(|found| found == name.as_str()))
    })
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

/// The first file in a folder, or so many folders below it, that is what is looked for.
fn find_below(folder: &Path, depth: u32, wanted: &dyn Fn(&Path) -> bool) -> Option<PathBuf> {
    let mut paths: Vec<PathBuf> =
        folder.read_dir().ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    // The newest version has the highest number.
    paths.sort();
    paths.into_iter().rev().find_map(|path| {
        if path.is_file() {
            wanted(&path).then_some(path)
        } else {
            depth.checked_sub(1).and_then(|depth| find_below(&path, depth, wanted))
        }
    })
}

/// Installs browser, driver and Chinese letters from Debian's packages, where we may.
fn installed_by_apt() -> anyhow::Result<bool> {
    // Ubuntu's package of this name only asks for a snap.
    let system = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    if places::find_program("apt-get").is_none() || !system.lines().any(|line| line == "ID=debian") {
        return Ok(false);
    }
    let Some(become_root) = way_to_root() else { return Ok(false) };
    println!("tools: installing chromium by apt-get");
    for arguments in [
        ["update", "-q"].as_slice(),
        &["install", "-q", "-y", "--no-install-recommends", "chromium", "chromium-driver", "fonts-noto-cjk"],
    ] {
        let words: Vec<&str> = become_root.iter().chain(&["apt-get"]).chain(arguments).copied().collect();
        let Some((name, rest)) = words.split_first() else { return Ok(false) };
        let mut command = shell::program(name, rest);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        Output::Screen.run(&mut command)?;
    }
    Ok(true)
}

/// The words before a command that needs root; none when we may not become root.
fn way_to_root() -> Option<&'static [&'static str]> {
    if shell::read(&mut shell::program("id", &["-u"]))?.trim() == "0" {
        return Some(&[]);
    }
    shell::read(&mut shell::program("sudo", &["-n", "true"])).map(|_| ["sudo", "-n"].as_slice())
}

/// Fetches the driver of the browser's own version.
fn install_driver() -> anyhow::Result<()> {
    let chrome = ensure_chrome()?;
    let said = shell::read(&mut shell::program(&chrome, &["--version"])).unwrap_or_default();
    let version = said.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    let Some(version) = version else {
        bail!("{} does not tell its version: name its driver in the variable CHROMEDRIVER", chrome.display());
    };
    let wanted = format!("chromedriver@{version}");
    println!("tools: installing {wanted}");
    let mut command =
        shell::node_program("npx", &["--yes", "@puppeteer/browsers@2", "install", &wanted, "--path"]);
    command.arg(drivers());
    Output::Screen
        .run(&mut command)
        .context("install the driver of your Chromium, or name it in the variable CHROMEDRIVER")
}

fn drivers() -> PathBuf {
    places::tools().join("drivers")
}

/// Writes the description of the browser that wasm-bindgen's test runner reads.
///
/// # Errors
///
/// When there is no browser, or the file cannot be written.
pub(crate) fn write_capabilities() -> anyhow::Result<PathBuf> {
    let capabilities = serde_json::json!({
        "goog:chromeOptions": {
            "binary": ensure_chrome()?,
            "args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        }
    });
    let path = places::scratch()?.join("webdriver.json");
    std::fs::write(&path, capabilities.to_string()).with_context(|| format!("writing {}", path.display()))?;
    Ok(path)
}
