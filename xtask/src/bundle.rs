//! Joins the page's style sheets into one.
//!
//! One sheet a component is good to work on, and thirty requests before the first paint.

use std::fs;
use std::path::Path;

use anyhow::Context;
use sha2::{Digest, Sha256};

/// Joins the sheets that a built page links, in their order, and links the whole instead.
///
/// # Errors
///
/// When the page or a sheet cannot be read or written.
pub(crate) fn bundle_styles(dist: &Path) -> anyhow::Result<()> {
    let page_path = dist.join("index.html");
    let page = fs::read_to_string(&page_path).with_context(|| format!("reading {}", page_path.display()))?;
    let links = style_links(&page);
    let mut joined = String::new();
    for link in &links {
        let path = dist.join(link.file);
        joined.push_str(&fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?);
        joined.push('\n');
        fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))?;
    }
    let name = format!("styles-{:016x}.css", digest(&joined));
    fs::write(dist.join(&name), joined).with_context(|| format!("writing {name}"))?;
    fs::write(&page_path, linked_once(&page, &links, &name)).context("writing the page")
}

/// A link to a style sheet, as it stands in a page.
#[derive(Debug, PartialEq, Eq)]
struct StyleLink<'a> {
    tag: &'a str,
    file: &'a str,
}

fn style_links(page: &str) -> Vec<StyleLink<'_>> {
    let starts = page.match_indices("<link").filter_map(|(at, _)| page.get(at..));
    let tags = starts.filter_map(|rest| rest.get(..=rest.find('>')?));
    tags.filter(|tag| tag.contains("stylesheet"))
        .filter_map(|tag| Some(StyleLink { tag, file: href(tag)?.trim_start_matches('/') }))
        .collect()
}

/// The address of a link; its quotes are gone where the page was minified.
fn href(tag: &str) -> Option<&str> {
    let value = tag.split_once("href=")?.1.trim_start_matches('"');
    value.split(['"', ' ', '>']).next()
}

fn linked_once(page: &str, links: &[StyleLink], name: &str) -> String {
    let mut page = page.to_owned();
    for (at, link) in links.iter().enumerate() {
        let instead =
            if at == 0 { format!("<link rel=\"stylesheet\" href=\"/{name}\">") } else { String::new() };
        page = page.replacen(link.tag, &instead, 1);
    }
    page
}

fn digest(text: &str) -> u64 {
    Sha256::digest(text).first_chunk().copied().map_or(0, u64::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_links_of_a_page_become_one() {
        let page = "<link href=/i.svg rel=icon><link href=/a-1.css rel=stylesheet>\n\
                    <link rel=\"stylesheet\" href=\"/b-2.css\" integrity=\"x\"><script></script>";

        let links = style_links(page);

        assert_eq!(links.iter().map(|link| link.file).collect::<Vec<_>>(), ["a-1.css", "b-2.css"]);
        assert_eq!(
            linked_once(page, &links, "all.css"),
            "<link href=/i.svg rel=icon><link rel=\"stylesheet\" href=\"/all.css\">\n<script></script>",
        );
    }
}
