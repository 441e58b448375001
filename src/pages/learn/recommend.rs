//! Which articles suit a reader, and why.

use wire::{ArticleCard, Country, Gap, Stage};

/// What is known of the reader.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    /// Their gaps, the most pressing first.
    pub(super) gaps: Vec<Gap>,
    /// Their stage of life, if they said so.
    pub(super) stage: Option<Stage>,
    /// Where they retire, if they said so.
    pub(super) country: Option<Country>,
}

/// An article and the gap it is recommended for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pick<'a> {
    /// The article.
    pub(super) card: &'a ArticleCard,
    /// The gap.
    pub(super) gap: Gap,
}

/// The articles to read first: for each gap in turn the article that suits the reader most, so that
/// one gap does not fill the list. What was read already, or applies elsewhere, is left out.
pub(super) fn pick<'a>(
    articles: &'a [ArticleCard],
    reader: &Reader,
    read: impl Fn(&str) -> bool,
    most: usize,
) -> Vec<Pick<'a>> {
    let open: Vec<&ArticleCard> =
        articles.iter().filter(|card| here(card, reader) && !read(&card.slug)).collect();
    let mut picks: Vec<Pick> = Vec::new();
    // A second round gives a second article to the most pressing gaps.
    for gap in reader.gaps.iter().chain(&reader.gaps).chain(&reader.gaps).chain(&reader.gaps) {
        let new = |card: &&&ArticleCard| !picks.iter().any(|pick| pick.card.slug == card.slug);
        let meets = |card: &&&ArticleCard| card.gaps.contains(gap);
        let fresh = |card: &&ArticleCard| !picks.iter().any(|pick| pick.card.subject == card.subject);
        let suits = |card: &&&ArticleCard| suits(card, reader, fresh(card));
        // The last of equals is taken: from the end it is the first one of the library.
        let best = open.iter().rev().filter(meets).filter(new).max_by_key(suits);
        if picks.len() < most {
            picks.extend(best.map(|card| Pick { card, gap: *gap }));
        }
    }
    picks
}

/// Whether an article applies where the reader is.
fn here(card: &ArticleCard, reader: &Reader) -> bool {
    reader.country.is_none_or(|country| card.regions.contains(&country))
}

/// How well an article suits a reader: by their gaps that it meets, then by the stage of life, then
/// for a subject of its own among those picked.
fn suits(card: &ArticleCard, reader: &Reader, fresh: bool) -> (usize, bool, bool) {
    let met = card.gaps.iter().filter(|gap| reader.gaps.contains(gap)).count();
    let stage = reader.stage.is_some_and(|stage| card.stages.contains(&stage));
    (met, stage, fresh)
}

#[cfg(test)]
mod tests {
    use wire::Subject;

    use super::*;

    fn card(slug: &str, gaps: &[Gap], regions: &[Country]) -> ArticleCard {
        ArticleCard {
            slug: slug.to_owned(),
            subject: Subject::Zones,
            stages: vec![Stage::Single],
            gaps: gaps.to_vec(),
            regions: regions.to_vec(),
            title: wire::Bilingual::default(),
            lead: wire::Bilingual::default(),
            minutes: [2, 3],
            dated: "2026-11-25".to_owned(),
        }
    }

    const EVERYWHERE: [Country; 2] = [Country::Cn, Country::Ca];

    #[track_caller]
    fn check(articles: &[ArticleCard], gaps: &[Gap], read: &str, picked: &[(&str, Gap)]) {
        let reader = Reader { gaps: gaps.to_vec(), stage: None, country: Some(Country::Cn) };
        let picks = pick(articles, &reader, |slug| slug == read, 3);
        let found: Vec<(&str, Gap)> = picks.iter().map(|pick| (pick.card.slug.as_str(), pick.gap)).collect();
        assert_eq!(found, picked);
    }

    #[test]
    fn each_gap_has_its_article_before_one_has_two() {
        let articles = [
            card("a", &[Gap::RedZone], &EVERYWHERE),
            card("b", &[Gap::RedZone], &EVERYWHERE),
            card("c", &[Gap::FeesHigh], &EVERYWHERE),
        ];
        let gaps = [Gap::RedZone, Gap::FeesHigh];
        check(&articles, &gaps, "", &[("a", Gap::RedZone), ("c", Gap::FeesHigh), ("b", Gap::RedZone)]);
    }

    #[test]
    fn the_article_that_meets_more_gaps_comes_first() {
        let articles =
            [card("a", &[Gap::RedZone], &EVERYWHERE), card("b", &[Gap::RedZone, Gap::Retired], &EVERYWHERE)];
        check(&articles, &[Gap::RedZone, Gap::Retired], "", &[("b", Gap::RedZone), ("a", Gap::RedZone)]);
    }

    #[test]
    fn what_was_read_or_applies_elsewhere_is_left_out() {
        let articles = [
            card("a", &[Gap::RedZone], &EVERYWHERE),
            card("b", &[Gap::RedZone], &[Country::Ca]),
            card("c", &[Gap::RedZone], &[Country::Cn]),
        ];
        check(&articles, &[Gap::RedZone], "a", &[("c", Gap::RedZone)]);
    }
}
