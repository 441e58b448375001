//! Documents of a file or of standard input, one a line, worked on by all cores and written in the
//! order they came in.
//!
//! However many lines there are, only a fixed number is in memory: the reader waits until the writer
//! has caught up.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::thread;

use anyhow::Context;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

/// The longest line that is read, in bytes. A plan with its request takes about a hundredth.
const MOST_BYTES: u64 = 8 << 20;

/// Lines that are in memory, for each thread.
const WAITING: usize = 8;

/// Where lines come from and go to.
#[derive(Clone, Debug, Args)]
pub(super) struct Lines {
    /// The file to read, one JSON document a line, or a single one over many lines; standard input
    /// without it.
    file: Option<PathBuf>,
    /// The file to write, instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Threads that work; as many as there are cores without it.
    #[arg(long, value_name = "COUNT")]
    threads: Option<NonZero<usize>>,
}

/// What became of a line: what is written about it, and whether all was well.
pub(super) struct Done {
    pub(super) line: String,
    pub(super) well: bool,
}

/// How many lines went well, and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) well: u64,
    pub(super) not_well: u64,
}

/// A document with the number of its first line, from 1; none where the line is too long.
struct Document {
    number: u64,
    text: Option<Vec<u8>>,
}

/// A document on its way to a thread, and where the writer waits for what becomes of it.
type Ticket = (Document, Sender<Done>);

impl Lines {
    /// Works on every line. Each thread makes its own worker, which is handed the number of a line
    /// and its bytes; none where the line is too long to be read.
    ///
    /// # Errors
    ///
    /// When a file cannot be opened, read or written.
    pub(super) fn work<W>(&self, worker: impl Fn() -> W + Sync) -> anyhow::Result<Tally>
    where
        W: FnMut(u64, Option<&[u8]>) -> Done,
    {
        let (input, bytes) = self.input()?;
        let mut output = self.output()?;
        let progress = progress(bytes);
        let input = BufReader::new(progress.wrap_read(input));
        let threads = self.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);

        let (tickets, taken) = mpsc::sync_channel::<Ticket>(threads);
        let (order, ordered) = mpsc::sync_channel::<Receiver<Done>>(threads * WAITING);
        let taken = Mutex::new(taken);
        let tally = thread::scope(|scope| {
            let reader = scope.spawn(move || hand_out(input, &tickets, &order));
            for _ in 0..threads {
                scope.spawn(|| serve(&taken, worker()));
            }
            let written = write(&ordered, &mut output, &progress);
            // A reader that waits for a writer that is gone has to be told.
            drop(ordered);
            let read = reader.join().unwrap_or_else(|_| Err(io::Error::other("the reader stopped")));
            read.context("reading").and(written.context("writing"))
        })?;
        progress.finish_and_clear();
        Ok(tally)
    }

    /// What is read, and its size in bytes where that is known.
    fn input(&self) -> anyhow::Result<(Box<dyn Read + Send>, Option<u64>)> {
        let Some(path) = &self.file else { return Ok((Box::new(io::stdin()), None)) };
        let file = File::open(path).with_context(|| format!("opening {}", path.display()))?;
        let bytes = file.metadata().ok().map(|about| about.len());
        Ok((Box::new(file), bytes))
    }

    fn output(&self) -> anyhow::Result<BufWriter<Box<dyn Write>>> {
        let create = |path: &Path| File::create(path).with_context(|| format!("making {}", path.display()));
        Ok(BufWriter::new(match &self.out {
            Some(path) => Box::new(create(path)?),
            None => Box::new(io::stdout()),
        }))
    }
}

/// A bar of the bytes read, or a count of lines; nothing where standard error is no terminal.
fn progress(bytes: Option<u64>) -> ProgressBar {
    let (bar, template) = match bytes {
        Some(bytes) => (ProgressBar::new(bytes), "{wide_bar} {percent}% {msg} {eta} left"),
        None => (ProgressBar::new_spinner(), "{spinner} {msg} {elapsed}"),
    };
    let style = ProgressStyle::with_template(template);
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Reads documents and hands each to whichever thread is free, and its place to the writer.
fn hand_out(
    mut input: impl BufRead,
    tickets: &SyncSender<Ticket>,
    order: &SyncSender<Receiver<Done>>,
) -> io::Result<()> {
    let mut number = 0;
    while let Some(document) = next(&mut input, &mut number)? {
        let (done, place) = mpsc::channel();
        // Whoever is gone has nothing to do with it any more.
        if order.send(place).is_err() || tickets.send((document, done)).is_err() {
            break;
        }
    }
    Ok(())
}

/// The next document; `number` counts the lines read. A first line that ends in the middle of a
/// document begins one that takes the whole input.
fn next(input: &mut impl BufRead, number: &mut u64) -> io::Result<Option<Document>> {
    while let Some(document) = line(input, number)? {
        match &document.text {
            Some(text) if *number == 1 && ends_in_the_middle(text) => {
                return Ok(Some(Document { text: rest(input, text)?, ..document }));
            }
            Some(text) if text.iter().all(u8::is_ascii_whitespace) => {}
            _ => return Ok(Some(document)),
        }
    }
    Ok(None)
}

fn ends_in_the_middle(text: &[u8]) -> bool {
    let begun = text.iter().any(|byte| !byte.is_ascii_whitespace());
    begun && serde_json::from_slice::<serde::de::IgnoredAny>(text).is_err_and(|error| error.is_eof())
}

/// The next line; one that is too long is read past.
fn line(input: &mut impl BufRead, number: &mut u64) -> io::Result<Option<Document>> {
    let mut text = Vec::new();
    if input.by_ref().take(MOST_BYTES).read_until(b'\n', &mut text)? == 0 {
        return Ok(None);
    }
    *number += 1;
    let whole = text.ends_with(b"\n") || (text.len() as u64) < MOST_BYTES;
    if !whole {
        input.skip_until(b'\n')?;
    }
    Ok(Some(Document { number: *number, text: whole.then_some(text) }))
}

/// A document that began with some text, to the end of the input; none where it is too long.
fn rest(input: &mut impl BufRead, begun: &[u8]) -> io::Result<Option<Vec<u8>>> {
    let mut text = begun.to_vec();
    input.take(MOST_BYTES).read_to_end(&mut text)?;
    Ok(((text.len() as u64) < MOST_BYTES).then_some(text))
}

/// Works on documents until there are no more.
fn serve(taken: &Mutex<Receiver<Ticket>>, mut worker: impl FnMut(u64, Option<&[u8]>) -> Done) {
    // Not in the loop's head: there the lock would be held while the worker works.
    let next = || taken.lock().ok()?.recv().ok();
    while let Some((document, done)) = next() {
        // A writer that could not write is gone.
        let _ = done.send(worker(document.number, document.text.as_deref()));
    }
}

/// Writes what became of the lines, in their order.
fn write(
    ordered: &Receiver<Receiver<Done>>,
    output: &mut impl Write,
    progress: &ProgressBar,
) -> io::Result<Tally> {
    let mut tally = Tally::default();
    for place in ordered {
        let Ok(Done { line, well }) = place.recv() else {
            return Err(io::Error::other("a thread stopped before its line was done"));
        };
        writeln!(output, "{line}")?;
        let count = if well { &mut tally.well } else { &mut tally.not_well };
        *count += 1;
        progress.set_message((tally.well + tally.not_well).to_string());
    }
    output.flush()?;
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documents(text: &str) -> Vec<(u64, Option<String>)> {
        let (mut input, mut number, mut found) = (text.as_bytes(), 0, Vec::new());
        while let Some(Document { number, text }) = next(&mut input, &mut number).unwrap() {
            found.push((number, text.map(|text| String::from_utf8(text).unwrap().trim().to_owned())));
        }
        found
    }

    #[test]
    fn each_line_is_a_document_and_empty_ones_are_none() {
        let found = documents("{\"a\":1}\n\n  \nnonsense\n{\"b\":2}");
        let expected = [(1, "{\"a\":1}"), (4, "nonsense"), (5, "{\"b\":2}")];
        assert_eq!(found, expected.map(|(number, text)| (number, Some(text.to_owned()))));
    }

    #[test]
    fn a_document_over_many_lines_is_one() {
        let text = "{\n  \"a\": 1\n}";
        assert_eq!(documents(text), [(1, Some(text.to_owned()))]);
    }

    #[test]
    fn a_line_that_is_too_long_is_named_and_the_next_one_read() {
        let long = "1".repeat(usize::try_from(MOST_BYTES).unwrap() + 5);
        assert_eq!(documents(&format!("{long}\n2\n")), [(1, None), (2, Some("2".to_owned()))]);
    }

    #[test]
    fn lines_are_written_in_their_order_whoever_was_quicker() {
        let folder = tempfile::tempdir().unwrap();
        let (file, out) = (folder.path().join("in"), folder.path().join("out"));
        let text = (1..=500).map(|number: u32| number.to_string()).collect::<Vec<_>>().join("\n") + "\n";
        std::fs::write(&file, &text).unwrap();
        let lines = Lines { file: Some(file), out: Some(out.clone()), threads: NonZero::new(7) };

        let tally = lines.work(|| {
            |number: u64, text: Option<&[u8]>| {
                // Some lines take longer than others.
                let work: u64 = (0..(number * 7919 % 1_000) * 100).fold(0, u64::wrapping_add);
                std::hint::black_box(work);
                let line = String::from_utf8_lossy(text.unwrap_or_default()).trim().to_owned();
                Done { line, well: !number.is_multiple_of(5) }
            }
        });

        assert_eq!(tally.unwrap(), Tally { well: 400, not_well: 100 });
        assert_eq!(std::fs::read_to_string(out).unwrap(), text);
    }
}
