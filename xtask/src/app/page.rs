//! The page that every visit begins with.

use std::fs;
use std::path::Path;

use anyhow::Context;

use crate::places;
use crate::shell::{self, Output};

/// The style sheet of the first page.
pub(crate) const FIRST: &str = "styles.css";

/// The style sheet of the pages that come on demand.
pub(crate) const LATER: &str = "pages.css";

/// When a style sheet is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// With the first page.
    First,
    /// With the first page that comes on demand.
    Later,
}

/// `index.html`, which is written for Trunk.
#[derive(Debug)]
pub(crate) struct Page {
    text: String,
    /// What stands there until the app does.
    opening: String,
}

impl Page {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub(crate) fn read() -> anyhow::Result<Self> {
        let read = |path: &str| {
            let path = places::root().join(path);
            fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
        };
        Ok(Self { text: read("index.html")?, opening: read("opening/page.html")? })
    }

    /// Joins the style sheets, in their order, into the one of the first page and the one of those
    /// that come on demand: one for each component is good to work on, and forty requests before the
    /// first paint.
    ///
    /// # Errors
    ///
    /// When a sheet cannot be read, or a joined one cannot be written.
    pub(crate) fn join_sheets(&self, output: &Output, into: &Path) -> anyhow::Result<()> {
        for (name, when) in [(FIRST, When::First), (LATER, When::Later)] {
            let mut joined = String::new();
            for sheet in self.sheets(when) {
                let path = places::root().join(sheet);
                joined +=
                    &fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            }
            let path = into.join(name);
            fs::write(&path, joined).with_context(|| format!("writing {}", path.display()))?;
            let mut command =
                shell::node_program("esbuild", &["--minify", "--log-level=error", "--allow-overwrite"]);
            output.run(command.arg(&path).arg(format!("--outfile={}", path.display())))?;
        }
        Ok(())
    }

    fn sheets(&self, when: When) -> impl Iterator<Item = &str> {
        let links = self.text.lines().filter(|line| line.contains("data-trunk rel=\"css\""));
        let links = links.filter(move |line| line.contains("data-later") == (when == When::Later));
        links.filter_map(|line| Some(line.split_once("href=\"")?.1.split_once('"')?.0))
    }

    /// The page as it is sent: what was written for Trunk gives way to links into a folder of the
    /// site, and comments and indents are gone.
    pub(crate) fn linked_to(&self, folder: &str) -> String {
        let links = format!(
            "<link rel=\"stylesheet\" href=\"/{folder}/{FIRST}\">\n\
             <link rel=\"preload\" href=\"/{folder}/evergreen_bg.wasm\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
             <link rel=\"preload\" href=\"/api/firm.bin\" as=\"fetch\" crossorigin>\n\
             <script type=\"module\" src=\"/{folder}/evergreen.js\"></script>\n\
             <script type=\"module\" src=\"/{folder}/offline.js\"></script>\n"
        );
        // It runs where it stands: before the first paint, with all it chooses from above it.
        let opening = format!("{}<script src=\"/{folder}/opening.js\"></script>\n", self.opening);
        let mut page = String::new();
        for line in self.text.lines().map(str::trim) {
            let comment = line.starts_with("<!--") || line.ends_with("-->");
            if line.is_empty() || comment || line.contains("data-trunk") {
                continue;
            }
            match line {
                "</head>" => page += &links,
                "</body>" => page += &opening,
                _ => {}
            }
            page += line;
            page.push('\n');
        }
        page
    }
}

/// Writes a script of the page, as short as it can be; its format is that of esbuild.
///
/// # Errors
///
/// When it cannot be read or written.
pub(crate) fn write_script(output: &Output, from: &str, format: &str, into: &Path) -> anyhow::Result<()> {
    let mut command = shell::node_program("esbuild", &["--minify", "--log-level=error"]);
    command.arg(places::root().join(from)).arg(format!("--format={format}"));
    output.run(command.arg(format!("--outfile={}", into.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page {
        let text = "<head>\n  <!-- In order,\n  always. -->\n  <link data-trunk rel=\"css\" href=\"style/a.css\">\n\
                    <link data-trunk rel=\"css\" href=\"style/c.css\" data-later>\n\
                    <link data-trunk rel=\"css\" href=\"style/b.css\">\n\
                    <link data-trunk rel=\"rust\" href=\"Cargo.toml\">\n\n  </head>\n<body>\n</body>";
        Page { text: text.to_owned(), opening: "<template></template>\n".to_owned() }
    }

    #[test]
    fn the_sheets_keep_their_order() {
        assert_eq!(page().sheets(When::First).collect::<Vec<_>>(), ["style/a.css", "style/b.css"]);
        assert_eq!(page().sheets(When::Later).collect::<Vec<_>>(), ["style/c.css"]);
    }

    #[test]
    fn a_page_that_is_sent_links_what_was_built_and_nothing_of_trunk() {
        let sent = page().linked_to("app-1");

        let links = ["styles.css", "evergreen_bg.wasm", "evergreen.js", "offline.js", "opening.js"];
        let links = links.map(|file| format!("\"/app-1/{file}\""));
        assert!(links.iter().all(|link| sent.matches(link.as_str()).count() == 1), "{sent}");
        assert!(sent.starts_with("<head>\n<link rel=\"stylesheet\""), "{sent}");
        let opens = "<body>\n<template></template>\n<script src=\"/app-1/opening.js\"></script>\n</body>\n";
        assert!(sent.ends_with(&["</script>\n</head>\n", opens].concat()), "{sent}");
        assert!(!sent.contains("trunk"), "{sent}");
    }
}
