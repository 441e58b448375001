//! What there is to read and to hear: articles, glossary, talks, and sample households.

use std::collections::BTreeSet;

use planner::figures::{Sample, SampleFile};
use planner::firm::{Firm, Region, Text};
use planner::{Inputs, Moves, Request};
use serde::Deserialize;
use wire::{
    Article, ArticleCard, ArticleIndex, ArticleTexts, Bilingual, CheckQuestion, Country, Gap, Glossary,
    SourceNote, Stage, Subject, Talk, TalkKind, Talks, Term,
};

use super::sheet::Sheet;
use super::{Fault, Folder};

mod markdown;
mod terms;

use markdown::{Body, Tongue};
use terms::Marker;

/// What there is to read and to hear, after its check, as it is sent.
#[derive(Clone, Debug)]
pub struct Library {
    /// Every article, as it stands in a list.
    pub index: ArticleIndex,
    /// Each article in Chinese and in English, in the order of the index.
    pub articles: Vec<[Article; 2]>,
    /// The bodies as plain text, in Chinese and in English.
    pub texts: [ArticleTexts; 2],
    /// Words that are explained.
    pub glossary: Glossary,
    /// Talks and seminars, the earliest first.
    pub talks: Talks,
    /// One household for each region.
    pub samples: Samples,
}

/// Sample households, checked and not planned yet: a plan takes a core for a while, and a server is to
/// start at once.
#[derive(Clone, Debug, Default)]
pub struct Samples(Vec<(Text, Inputs)>);

impl Samples {
    /// Plans every household, as a client's would be.
    #[must_use]
    pub fn plan(&self, firm: &Firm) -> Vec<Sample> {
        let planned =
            |(name, inputs): &(Text, Inputs)| Sample::of(name.clone(), &planner::plan(inputs, firm), firm);
        self.0.iter().map(planned).collect()
    }
}

/// The library's files as they were read: anything in them may be absurd.
pub(super) struct Parts {
    articles: Vec<ArticleParts>,
    glossary: GlossaryFile,
    talks: TalksFile,
    samples: Vec<(String, SampleFile)>,
}

/// The three files of an article.
struct ArticleParts {
    slug: String,
    file: ArticleFile,
    /// In Chinese, in English.
    bodies: [String; 2],
}

/// `articles/<slug>/article.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArticleFile {
    schema: u32,
    dated: String,
    subject: Subject,
    stages: Vec<Stage>,
    gaps: Vec<Gap>,
    regions: Vec<Country>,
    title: Text,
    lead: Text,
    check: CheckFile,
    source: Vec<SourceFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckFile {
    question: Text,
    option: Vec<OptionFile>,
    why: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionFile {
    zh: String,
    en: String,
    #[serde(default)]
    right: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    zh: String,
    en: String,
    confirmed: bool,
}

/// `glossary.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GlossaryFile {
    schema: u32,
    dated: String,
    term: Vec<TermFile>,
}

/// A word that is explained, and the forms in which texts have it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TermFile {
    id: String,
    name: Text,
    text: Text,
    aliases_zh: Vec<String>,
    aliases_en: Vec<String>,
    /// The only forms that are marked in articles, where name and aliases have other meanings too.
    #[serde(default)]
    marked_zh: Option<Vec<String>>,
    #[serde(default)]
    marked_en: Option<Vec<String>>,
}

/// `talks.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TalksFile {
    schema: u32,
    talk: Vec<TalkFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TalkFile {
    id: String,
    kind: TalkKind,
    start: String,
    minutes: u32,
    seats: u32,
    language: String,
    online: bool,
    title: Text,
    place: Text,
    speaker: Text,
    about: Text,
}

/// Names that addresses under `/api/articles` and `/learn` have for themselves.
const RESERVED: [&str; 5] = ["all", "text", "glossary", "talks", "saved"];

/// Reads every file of the library, though an earlier one may have a fault.
pub(super) fn take(folder: &mut Folder) -> Option<Parts> {
    let slugs: BTreeSet<String> = folder
        .names("articles/")
        .filter_map(|name| Some(name.strip_prefix("articles/")?.split_once('/')?.0.to_owned()))
        .collect();
    let mut articles = Vec::new();
    for slug in slugs {
        let file = folder.take(&format!("articles/{slug}/article.toml"));
        let [zh, en] = ["zh", "en"].map(|lang| folder.take_text(&format!("articles/{slug}/{lang}.md")));
        if let (Some(file), Some(zh), Some(en)) = (file, zh, en) {
            articles.push(ArticleParts { slug, file, bodies: [zh, en] });
        }
    }
    let glossary = folder.take("glossary.toml");
    let talks = folder.take("talks.toml");
    let names: Vec<String> = folder.names("samples/").map(str::to_owned).collect();
    let samples = names.into_iter().filter_map(|name| Some((name.clone(), folder.take(&name)?))).collect();
    Some(Parts { articles, glossary: glossary?, talks: talks?, samples })
}

/// Checks the library and renders its articles.
///
/// # Errors
///
/// Every fault of every file.
pub(super) fn check(parts: Parts, firm: &Firm) -> Result<Library, Vec<Fault>> {
    let Parts { mut articles, glossary, talks, samples } = parts;
    let mut faults = check_glossary(&glossary);
    faults.extend(check_talks(&talks));
    let markers =
        [Marker::new(forms(&glossary, Tongue::Chinese)), Marker::new(forms(&glossary, Tongue::English))];
    articles.sort_by_key(|article| article.file.subject);

    let mut library = Library {
        index: ArticleIndex::default(),
        articles: Vec::new(),
        texts: Default::default(),
        glossary: sent_glossary(glossary),
        talks: sent_talks(talks),
        samples: Samples::default(),
    };
    for article in articles {
        faults.extend(check_article(&article));
        let [chinese, english] = &article.bodies;
        let bodies = [
            markdown::render(chinese, Tongue::Chinese, &markers[0]),
            markdown::render(english, Tongue::English, &markers[1]),
        ];
        for (lang, body) in ["zh", "en"].into_iter().zip(&bodies) {
            let mut sheet = Sheet::new(&format!("articles/{}/{lang}.md", article.slug));
            for fault in &body.faults {
                sheet.fault("", fault);
            }
            faults.extend(sheet.faults);
        }
        library.add(article, bodies);
    }
    match check_samples(samples, firm) {
        Ok(samples) => library.samples = samples,
        Err(found) => faults.extend(found),
    }
    if faults.is_empty() { Ok(library) } else { Err(faults) }
}

impl Library {
    fn add(&mut self, article: ArticleParts, bodies: [Body; 2]) {
        let ArticleParts { slug, file, .. } = article;
        let card = ArticleCard {
            slug: slug.clone(),
            subject: file.subject,
            stages: file.stages,
            gaps: file.gaps,
            regions: file.regions,
            title: both(file.title),
            lead: both(file.lead),
            minutes: [bodies[0].minutes, bodies[1].minutes],
            dated: file.dated,
        };
        let right = file.check.option.iter().position(|option| option.right).unwrap_or(0);
        let tongues = [Tongue::Chinese, Tongue::English];
        let [chinese, english] = bodies;
        for (texts, body) in self.texts.iter_mut().zip([&chinese, &english]) {
            texts.texts.push((slug.clone(), body.text.clone()));
        }
        let mut html = [chinese.html, english.html].into_iter();
        self.articles.push(tongues.map(|tongue| {
            Article {
                card: card.clone(),
                html: html.next().unwrap_or_default(),
                check: CheckQuestion {
                    question: tongue.of(&file.check.question).to_owned(),
                    options: file
                        .check
                        .option
                        .iter()
                        .map(|it| tongue.pick(&it.zh, &it.en).to_owned())
                        .collect(),
                    right,
                    why: tongue.of(&file.check.why).to_owned(),
                },
                sources: file
                    .source
                    .iter()
                    .map(|it| SourceNote {
                        text: tongue.pick(&it.zh, &it.en).to_owned(),
                        confirmed: it.confirmed,
                    })
                    .collect(),
            }
        }));
        self.index.articles.push(card);
    }
}

fn both(text: Text) -> Bilingual {
    Bilingual { zh: text.zh, en: text.en }
}

fn check_article(article: &ArticleParts) -> Vec<Fault> {
    let ArticleParts { slug, file, bodies } = article;
    let mut sheet = Sheet::new(&format!("articles/{slug}/article.toml"));
    sheet.schema(file.schema);
    sheet.address("", slug);
    if RESERVED.contains(&slug.as_str()) {
        sheet.fault("", "no article may be called so");
    }
    sheet.day("dated", &file.dated);
    sheet.some("stages", &file.stages);
    sheet.some("gaps", &file.gaps);
    sheet.some("regions", &file.regions);
    sheet.text("title", &file.title);
    sheet.text("lead", &file.lead);
    sheet.text("check.question", &file.check.question);
    sheet.text("check.why", &file.check.why);
    sheet.count("check.option", file.check.option.len(), 3..=4);
    if file.check.option.iter().filter(|option| option.right).count() != 1 {
        sheet.fault("check.option", "exactly one must be right");
    }
    for (place, option) in file.check.option.iter().enumerate() {
        sheet.filled(&format!("check.option[{place}].zh"), &option.zh);
        sheet.filled(&format!("check.option[{place}].en"), &option.en);
    }
    sheet.count("source", file.source.len(), 1..=6);
    for (place, source) in file.source.iter().enumerate() {
        sheet.filled(&format!("source[{place}].zh"), &source.zh);
        sheet.filled(&format!("source[{place}].en"), &source.en);
    }
    for (lang, body) in ["zh", "en"].into_iter().zip(bodies) {
        if body.trim().is_empty() {
            sheet.fault("", &format!("{lang}.md must not be empty"));
        }
    }
    sheet.faults
}

fn check_glossary(glossary: &GlossaryFile) -> Vec<Fault> {
    let mut sheet = Sheet::new("glossary.toml");
    sheet.schema(glossary.schema);
    sheet.day("dated", &glossary.dated);
    sheet.unique("term", glossary.term.iter().map(|term| term.id.as_str()));
    for term in &glossary.term {
        let key = format!("term.{}", term.id);
        sheet.filled("term.id", &term.id);
        sheet.text(&format!("{key}.name"), &term.name);
        sheet.text(&format!("{key}.text"), &term.text);
        let forms = term.aliases_zh.iter().chain(&term.aliases_en);
        for form in forms.chain(term.marked_zh.iter().flatten()).chain(term.marked_en.iter().flatten()) {
            sheet.filled(&key, form);
        }
    }
    sheet.faults
}

fn check_talks(talks: &TalksFile) -> Vec<Fault> {
    let mut sheet = Sheet::new("talks.toml");
    sheet.schema(talks.schema);
    sheet.unique("talk", talks.talk.iter().map(|talk| talk.id.as_str()));
    for talk in &talks.talk {
        let key = format!("talk.{}", talk.id);
        sheet.address(&key, &talk.id);
        if crate::calendar::moment_ms(&talk.start).is_none() {
            let reason = format!("must be a time such as 2026-12-12T14:00:00+08:00, is {}", talk.start);
            sheet.fault(&format!("{key}.start"), &reason);
        }
        sheet.count(&format!("{key}.minutes"), talk.minutes as usize, 15..=600);
        sheet.count(&format!("{key}.seats"), talk.seats as usize, 1..=100_000);
        if !["zh", "en"].contains(&talk.language.as_str()) {
            sheet.fault(&format!("{key}.language"), "must be zh or en");
        }
        for (name, text) in [
            ("title", &talk.title),
            ("place", &talk.place),
            ("speaker", &talk.speaker),
            ("about", &talk.about),
        ] {
            sheet.text(&format!("{key}.{name}"), text);
        }
    }
    sheet.faults
}

/// The forms under which each word is marked in a language.
fn forms(glossary: &GlossaryFile, tongue: Tongue) -> Vec<(String, String)> {
    let forms_of = |term: &TermFile| {
        let (aliases, marked) = match tongue {
            Tongue::Chinese => (&term.aliases_zh, &term.marked_zh),
            Tongue::English => (&term.aliases_en, &term.marked_en),
        };
        let usual =
            || [tongue.of(&term.name).to_owned()].into_iter().chain(aliases.iter().cloned()).collect();
        let forms: Vec<String> = marked.clone().unwrap_or_else(usual);
        let id = term.id.clone();
        forms.into_iter().map(move |form| (form, id.clone()))
    };
    glossary.term.iter().flat_map(forms_of).collect()
}

fn sent_glossary(glossary: GlossaryFile) -> Glossary {
    let sent = |term: TermFile| Term { id: term.id, name: both(term.name), text: both(term.text) };
    Glossary { terms: glossary.term.into_iter().map(sent).collect() }
}

fn sent_talks(talks: TalksFile) -> Talks {
    let sent = |talk: TalkFile| Talk {
        id: talk.id,
        kind: talk.kind,
        start: talk.start,
        minutes: talk.minutes,
        seats: talk.seats,
        language: talk.language,
        online: talk.online,
        title: both(talk.title),
        place: both(talk.place),
        speaker: both(talk.speaker),
        about: both(talk.about),
    };
    let mut talks: Vec<Talk> = talks.talk.into_iter().map(sent).collect();
    talks.sort_by_key(|talk| crate::calendar::moment_ms(&talk.start));
    Talks { talks }
}

/// Checks every sample household as a client's answers are.
fn check_samples(files: Vec<(String, SampleFile)>, firm: &Firm) -> Result<Samples, Vec<Fault>> {
    let mut samples: Vec<(Text, Inputs)> = Vec::new();
    let mut faults = Vec::new();
    for (name, file) in files {
        let mut sheet = Sheet::new(&name);
        sheet.schema(file.schema);
        sheet.day("dated", &file.dated);
        sheet.text("name", &file.name);
        if let Some(today) = file.dated.get(..7).and_then(|month| month.parse().ok()) {
            // The seed of a first visit, so that a reader who copies the household sees the same.
            let request =
                Request { form: file.form, moves: Moves::default(), today, seed: SEED, lifetimes: None };
            match Inputs::check(&request, firm) {
                Ok(inputs) => samples.push((file.name, inputs)),
                Err(errors) => {
                    for error in errors {
                        sheet.fault(&format!("form.{}", error.field), &error.reason.to_string());
                    }
                }
            }
        }
        faults.extend(sheet.faults);
    }
    for region in Region::ALL {
        if faults.is_empty() && !samples.iter().any(|(_, inputs)| inputs.answers().region == region) {
            let mut sheet = Sheet::new("samples");
            sheet.fault("", &format!("no household in {region:?}"));
            faults.extend(sheet.faults);
        }
    }
    if faults.is_empty() { Ok(Samples(samples)) } else { Err(faults) }
}

/// The seed of the app's plans.
const SEED: u64 = 20_261_122;
