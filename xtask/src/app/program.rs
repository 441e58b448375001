//! From Rust to what a browser runs: compiled, divided, bound to JavaScript, optimised.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, anyhow};
use wasm_split_cli_support::{Options, transform};

use super::fresh;
use super::page::{FIRST, LATER};
use crate::places;
use crate::shell::{self, Output};
use crate::tools::{self, WASM};

/// A program of the browser.
#[derive(Debug)]
pub(crate) struct Program {
    package: &'static str,
    /// Names its files.
    name: &'static str,
    profile: &'static str,
    /// How hard wasm-opt tries, and for what.
    optimise: &'static str,
    /// Whether it is divided where `src/chunks.rs` says.
    divided: bool,
}

/// The page's program.
pub(crate) const APP: Program =
    Program { package: "evergreen", name: "evergreen", profile: "web", optimise: "-Oz", divided: true };

/// The program that makes plans.
pub(crate) const WORKER: Program = Program {
    package: "evergreen-worker",
    name: "worker",
    profile: "web-worker",
    optimise: "-Os",
    divided: false,
};

/// What the page loads before it shows anything; every other part of its program comes on demand.
pub(crate) const EAGER: [&str; 4] = ["evergreen.js", "evergreen_bg.wasm", "opening.js", FIRST];

/// Builds a program into a folder: `name.js`, which starts it, `name_bg.wasm`, and its other parts.
///
/// # Errors
///
/// When a tool fails, or a file cannot be read or written.
pub(crate) fn build(output: &Output, program: &Program, into: &Path) -> anyhow::Result<()> {
    let folder = fresh(places::scratch()?.join("parts"))?;
    let compiled = compile(output, program)?;
    let (main, parts) =
        if program.divided { divide(program, &compiled, &folder)? } else { (compiled, vec![]) };
    bind(output, program, &main, &folder)?;
    let main = folder.join(format!("{}_bg.wasm", program.name));
    for part in std::iter::once(&main).chain(&parts) {
        optimise(output, program, part, into)?;
    }
    write_script(output, program, &folder, into)
}

fn compile(output: &Output, program: &Program) -> anyhow::Result<PathBuf> {
    let Program { package, name, profile, divided, .. } = program;
    let mut words = vec![
        "rustc",
        "--locked",
        "--target",
        WASM,
        "--package",
        package,
        "--bin",
        name,
        "--profile",
        profile,
    ];
    if *divided {
        // Where the parts refer to each other is in the linker's notes.
        words.extend(["--features", "split", "--", "-Clink-arg=--emit-relocs"]);
    }
    output.run(&mut without_panic_texts(shell::without_flags(shell::cargo(&words))))?;
    Ok(places::target().join(WASM).join(profile).join(format!("{name}.wasm")))
}

/// Builds the standard library too, so that a panic ends the program without words: nobody reads
/// them in a browser, and they are a tenth of the app. The compiler calls this unstable; what it
/// could break is the build, not the program.
fn without_panic_texts(mut cargo: Command) -> Command {
    if tools::has_rust_source() {
        cargo
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            // Sorting alone was a twentieth of the worker; no list that is sorted is long.
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true")
            .env("CARGO_PROFILE_WEB_PANIC", "immediate-abort")
            .env("CARGO_PROFILE_WEB_WORKER_PANIC", "immediate-abort");
    }
    cargo
}

/// Divides a program into the part that starts, and the parts that are loaded on demand.
fn divide(program: &Program, compiled: &Path, folder: &Path) -> anyhow::Result<(PathBuf, Vec<PathBuf>)> {
    let whole = fs::read(compiled).with_context(|| format!("reading {}", compiled.display()))?;
    let main = folder.join(format!("{}.wasm", program.name));
    let script = format!("./{}.js", program.name);
    let mut options = Options::new(&whole);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = &script;
    options.link_name = "./parts.js";
    let divided = transform(options).map_err(|error| anyhow!("dividing the program: {error:#}"))?;
    let loader = folder.join("parts.js");
    let script = fs::read_to_string(&loader).with_context(|| format!("reading {}", loader.display()))?;
    let script = loading(&script).context("no part of the program waits for what it depends on")?;
    fs::write(&loader, script).with_context(|| format!("writing {}", loader.display()))?;
    Ok((main, divided.split_modules))
}

/// The loader of the parts. It waits for the style sheet of their pages too, which comes once; where it
/// cannot be had, the part is as good as missing, and the next attempt asks for both. And it asks for a few
/// parts at a time, and lets the browser have its turn: two dozen at once keep a phone for a sixth of a second.
fn loading(loader: &str) -> Option<String> {
    const ASKS: &str = "const parallelStuff = deps.map(d => d());";
    const BEGINS: &str = "const instantiate = fetcher();";
    let (before, rest) = loader.split_once(ASKS)?;
    let (between, after) = rest.split_once(BEGINS)?;
    let own = format!(
        "let sheet;\n\
         function styles() {{\n\
             return sheet ??= new Promise((there, missed) => {{\n\
                 const link = document.createElement(\"link\");\n\
                 link.rel = \"stylesheet\";\n\
                 link.href = new URL(\"./{LATER}\", import.meta.url);\n\
                 link.onload = there;\n\
                 link.onerror = () => {{ sheet = undefined; link.remove(); missed(new Error(\"no styles\")); }};\n\
                 document.head.append(link);\n\
             }});\n\
         }}\n\
         async function asked(parts) {{\n\
             const begun = [];\n\
             for (const part of parts) {{\n\
                 const coming = part();\n\
                 // Whoever waits for all of them hears of it.\n\
                 coming.catch(() => {{}});\n\
                 begun.push(coming);\n\
                 if (begun.length % 3 === 0) {{\n\
                     await (globalThis.scheduler?.yield?.() ?? new Promise((go) => setTimeout(go)));\n\
                 }}\n\
             }}\n\
             return begun;\n\
         }}\n"
    );
    let asks = "const parallelStuff = await asked([styles, ...deps]);";
    Some([&own, before, between, BEGINS, "\n", asks, after].concat())
}

fn bind(output: &Output, program: &Program, main: &Path, folder: &Path) -> anyhow::Result<()> {
    let mut command = shell::program("wasm-bindgen", &["--target", "web", "--no-typescript", "--out-name"]);
    command.arg(program.name).arg("--out-dir").arg(folder);
    if program.divided {
        // The table of functions: the parts call each other through it.
        command.arg("--keep-lld-exports");
    }
    output.run(command.arg(main))
}

fn optimise(output: &Output, program: &Program, part: &Path, into: &Path) -> anyhow::Result<()> {
    let mut command = shell::node_program("wasm-opt", &[program.optimise]);
    command.args(["--quiet", "--strip-producers", "--strip-target-features"]);
    command.args(FEATURES.map(|feature| format!("--enable-{feature}")));
    output.run(command.arg(part).arg("-o").arg(into.join(part.file_name().unwrap_or_default())))
}

/// What rustc's code for the browser uses, with the vectors of `.cargo/config.toml`.
const FEATURES: [&str; 8] = [
    "bulk-memory",
    "bulk-memory-opt",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
    "simd",
];

/// Joins the scripts of a program into one, which starts it.
fn write_script(output: &Output, program: &Program, folder: &Path, into: &Path) -> anyhow::Result<()> {
    let name = program.name;
    let start = folder.join("start.js");
    fs::write(&start, format!("import init from \"./{name}.js\";\ninit();\n")).context("writing a script")?;
    let mut command = shell::node_program("esbuild", &["--bundle", "--minify", "--format=esm"]);
    // The binding imports the loader of the parts once for each function it has.
    command.args(["--log-level=error", "--log-override:duplicate-object-key=silent"]);
    output.run(command.arg(start).arg(format!("--outfile={}", into.join(format!("{name}.js")).display())))
}
