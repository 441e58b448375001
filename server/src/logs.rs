//! The log, on standard error: one line a request, one a failure.

use std::io::IsTerminal;

/// The form of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum LogForm {
    /// For people.
    Text,
    /// For programs: one JSON object a line.
    Json,
}

/// Starts the log.
pub(crate) fn start(form: LogForm) {
    let log = tracing_subscriber::fmt().with_target(false).with_writer(std::io::stderr);
    match form {
        LogForm::Text => log.with_ansi(std::io::stderr().is_terminal()).init(),
        LogForm::Json => log.json().flatten_event(true).with_current_span(true).with_span_list(false).init(),
    }
}
