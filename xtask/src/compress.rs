//! Compresses the app's files once, so that the server never has to.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::stamp;

/// Files below this many bytes gain nothing.
const SMALLEST: usize = 256;

/// Kinds of files that are compressed already.
const COMPRESSED: [&str; 6] = ["br", "gz", "png", "webp", "jpg", "woff2"];

/// Writes `x.br` and `x.gz` beside every file `x` of a folder that gets smaller by it.
///
/// # Errors
///
/// When a file cannot be read or written.
pub(crate) fn compress(folder: &Path) -> anyhow::Result<()> {
    for path in stamp::files(folder)? {
        let kind = path.extension().unwrap_or_default();
        if COMPRESSED.into_iter().any(|compressed| kind == compressed) {
            continue;
        }
        let plain = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        if plain.len() < SMALLEST {
            continue;
        }
        write_if_smaller(&path, "br", &brotli(&plain)?, &plain)?;
        write_if_smaller(&path, "gz", &gzip(&plain)?, &plain)?;
    }
    Ok(())
}

fn write_if_smaller(path: &Path, suffix: &str, compressed: &[u8], plain: &[u8]) -> anyhow::Result<()> {
    if plain.len() <= compressed.len() {
        return Ok(());
    }
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{suffix}"));
    fs::write(&name, compressed).with_context(|| format!("writing {}", name.display()))
}

fn brotli(plain: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(plain).context("compressing")?;
    writer.flush().context("compressing")?;
    Ok(writer.into_inner())
}

fn gzip(plain: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(plain).context("compressing")?;
    writer.finish().context("compressing")
}
