//! What there is to read and to hear: articles, the glossary, talks.

use serde::{Deserialize, Serialize};

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bilingual {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Where something applies, as ISO 3166 has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
pub enum Country {
    /// Mainland China.
    Cn,
    /// Canada.
    Ca,
}

/// What an article is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Subject {
    RiskAndReturn,
    Diversification,
    Inflation,
    Allocation,
    Behaviour,
    Zones,
    Pensions,
    Reserve,
    Insurance,
    EducationSaving,
    Loans,
    Estate,
    Fees,
    ProductSheets,
    Suitability,
    Fraud,
}

impl Subject {
    /// Every subject, in the order of the library.
    pub const ALL: [Self; 16] = [
        Self::RiskAndReturn,
        Self::Diversification,
        Self::Inflation,
        Self::Allocation,
        Self::Behaviour,
        Self::Zones,
        Self::Pensions,
        Self::Reserve,
        Self::Insurance,
        Self::EducationSaving,
        Self::Loans,
        Self::Estate,
        Self::Fees,
        Self::ProductSheets,
        Self::Suitability,
        Self::Fraud,
    ];
}

/// The stage of life that an article suits, as in the item `stage` of the life-goal questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Stage {
    Single,
    Couple,
    YoungChildren,
    Teenagers,
    IndependentChildren,
    Retired,
}

impl Stage {
    /// Every stage, in the order of a life.
    pub const ALL: [Self; 6] = [
        Self::Single,
        Self::Couple,
        Self::YoungChildren,
        Self::Teenagers,
        Self::IndependentChildren,
        Self::Retired,
    ];

    /// Its option in the questionnaire, and its name in an address.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Couple => "couple",
            Self::YoungChildren => "young_children",
            Self::Teenagers => "teenagers",
            Self::IndependentChildren => "independent_children",
            Self::Retired => "retired",
        }
    }
}

/// What a reader lacks or faces, and what makes an article useful to them. The most pressing come
/// first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// The retirement is in the red zone.
    RedZone,
    /// Answers contradict each other.
    Contradictions,
    /// The reserve is smaller than it should be.
    ReserveShort,
    /// Somebody who lives on an income would lack money after a death.
    ProtectionGap,
    /// A long slump would pay too little.
    LongSlump,
    /// The retirement is in the grey zone.
    GreyZone,
    /// A child's study is not paid for.
    EducationGap,
    /// Loans take much of the income.
    LoanHeavy,
    /// Holdings are outside their bands.
    OutOfRange,
    /// Can bear less risk than they want.
    AbilityBelowWillingness,
    /// Wants less risk than they could bear.
    WillingnessBelowAbility,
    /// Acted, or would act, in haste when markets fell.
    ComposureLow,
    /// Knows little about investments.
    KnowledgeLow,
    /// Costs take much of the return.
    FeesHigh,
    /// A longer life would change the zone.
    LongLife,
    /// The zone changes with a little more or less return or life.
    NearBorder,
    /// Something about the estate is still open.
    EstateOpen,
    /// A home is to be bought.
    HomePlanned,
    /// Retires within ten years.
    NearRetirement,
    /// Is retired.
    Retired,
    /// Draws a state pension in China.
    PensionChina,
    /// Draws a state pension in Canada.
    PensionCanada,
    /// The class is one of the lower two.
    LowClass,
    /// The class is one of the upper two.
    HighClass,
    /// The retirement is in the green zone.
    GreenZone,
    /// Has no plan yet.
    NewHere,
}

/// Every article, as it stands in a list: `GET /api/articles`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ArticleIndex {
    /// The articles, by subject, then by address.
    pub articles: Vec<ArticleCard>,
}

/// An article in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ArticleCard {
    /// Its name in addresses: small Latin letters, digits and hyphens.
    pub slug: String,
    /// What it is about.
    pub subject: Subject,
    /// Whom it suits; at least one.
    pub stages: Vec<Stage>,
    /// What makes it useful; at least one.
    pub gaps: Vec<Gap>,
    /// Where it applies; at least one.
    pub regions: Vec<Country>,
    /// Its title.
    pub title: Bilingual,
    /// What a reader gets from it, in one sentence.
    pub lead: Bilingual,
    /// Minutes to read it: in Chinese, in English; at least 1.
    pub minutes: [u32; 2],
    /// Day of its figures, `YYYY-MM-DD`.
    pub dated: String,
}

/// An article in one language: `GET /api/articles/{slug}/{lang}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// What a list says of it.
    pub card: ArticleCard,
    /// The body as HTML of the server's making: headings, paragraphs, lists, tables, emphasis. A
    /// figure of the reader's plan is an empty `<span data-figure="key">`, a word of the glossary a
    /// `<button class="term" data-term="id">`.
    pub html: String,
    /// A question that the article answers.
    pub check: CheckQuestion,
    /// Where its figures come from.
    pub sources: Vec<SourceNote>,
}

/// A question with its answers, one of which is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckQuestion {
    /// The question.
    pub question: String,
    /// The answers; three or four.
    pub options: Vec<String>,
    /// The right one, by its place in `options`.
    pub right: usize,
    /// Why it is right.
    pub why: String,
}

/// A published text that an article rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceNote {
    /// What it is called, with its year.
    pub text: String,
    /// Its figures were read in the published text; others are still to be confirmed.
    pub confirmed: bool,
}

/// The bodies of all articles as plain text, to be searched: `GET /api/articles/text/{lang}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ArticleTexts {
    /// Name and text of each article, in the order of the index.
    pub texts: Vec<(String, String)>,
}

/// Everything there is to read in a language, to be kept on a device: `GET /api/articles/all/{lang}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ArticleBundle {
    /// Each article, in the order of the index.
    pub articles: Vec<Article>,
    /// Their bodies as plain text, to be searched.
    pub texts: ArticleTexts,
}

/// Words that are explained: `GET /api/glossary`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Glossary {
    /// The words, in the order of the firm's file.
    pub terms: Vec<Term>,
}

/// A word that is explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// Its name among the words.
    pub id: String,
    /// The word.
    pub name: Bilingual,
    /// What it means, in a sentence or two.
    pub text: Bilingual,
}

/// Talks and seminars, the earliest first: `GET /api/talks`. Those that are over stay listed: what
/// is over is for the reader's clock to say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Talks {
    /// The talks.
    pub talks: Vec<Talk>,
}

/// A talk or seminar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Talk {
    /// Its name in addresses: small Latin letters, digits and hyphens.
    pub id: String,
    /// What kind it is.
    pub kind: TalkKind,
    /// When it begins where it is held, with the offset: `2026-12-12T14:00:00+08:00`.
    pub start: String,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// How many can come.
    pub seats: u32,
    /// The language it is held in: `zh` or `en`.
    pub language: String,
    /// It is held online.
    pub online: bool,
    /// Its title.
    pub title: Bilingual,
    /// Where it is held, or held from.
    pub place: Bilingual,
    /// Who speaks.
    pub speaker: Bilingual,
    /// What it is about.
    pub about: Bilingual,
}

/// The seats of a talk, as an investor sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TalkSeat {
    /// The talk's name.
    pub talk: String,
    /// How many seats are free.
    pub left: u32,
    /// When the one who asks took theirs; none without a seat.
    pub taken_ms: Option<i64>,
}

/// What kind of talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TalkKind {
    /// Somebody speaks.
    Talk,
    /// Those who come work as well.
    Seminar,
}
