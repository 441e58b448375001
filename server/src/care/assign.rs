//! Which advisor a new client gets: with room, who speaks the language, the least busy.

use sqlx::FromRow;
use wire::Language;

use super::advisor::languages_of;
use crate::db::Tx;
use crate::values;

/// An advisor who could take a client.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Candidate {
    /// The account.
    pub account_id: String,
    /// Languages, with commas between them.
    pub languages: String,
    /// Most clients.
    pub capacity: i64,
    /// Clients now.
    pub clients: i64,
}

/// The advisor with room who speaks the language and has the fewest clients for their capacity; of
/// equals, the one who has been with the firm longer (the earlier key).
///
/// The same candidates give the same advisor, in whatever order they come.
#[must_use]
pub fn choose(candidates: &[Candidate], language: Language) -> Option<&Candidate> {
    let fits = |candidate: &&Candidate| {
        candidate.clients < candidate.capacity && languages_of(&candidate.languages).contains(&language)
    };
    candidates.iter().filter(fits).min_by(|one, other| {
        // One's clients / one's capacity, compared without dividing.
        let load = |a: &Candidate, b: &Candidate| i128::from(a.clients) * i128::from(b.capacity);
        load(one, other).cmp(&load(other, one)).then_with(|| one.account_id.cmp(&other.account_id))
    })
}

/// Every advisor with their number of clients.
///
/// # Errors
///
/// When the database fails.
pub async fn candidates(tx: &mut Tx) -> Result<Vec<Candidate>, sqlx::Error> {
    tx.all(
        "select advisor.account_id, advisor.languages, advisor.capacity, count(client.account_id) as clients
         from advisor
         join account on account.id = advisor.account_id
         left join client on client.advisor_id = advisor.account_id
         where account.erased_ms is null and account.role = 'advisor'
         group by advisor.account_id, advisor.languages, advisor.capacity",
        values![],
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(id: &str, languages: &str, clients: i64, capacity: i64) -> Candidate {
        Candidate { account_id: id.to_owned(), languages: languages.to_owned(), capacity, clients }
    }

    #[track_caller]
    fn check(candidates: &[Candidate], language: Language, expected: Option<&str>) {
        let mut turned = candidates.to_vec();
        turned.reverse();
        for candidates in [candidates, &turned] {
            let chosen = choose(candidates, language).map(|candidate| candidate.account_id.as_str());
            assert_eq!(chosen, expected, "{candidates:?}");
        }
    }

    #[test]
    fn the_least_busy_for_their_capacity_is_chosen() {
        check(
            &[candidate("a", "zh,en", 10, 20), candidate("b", "zh", 40, 100), candidate("c", "zh", 5, 10)],
            Language::Zh,
            Some("b"),
        );
    }

    #[test]
    fn only_those_who_speak_the_language_are_asked() {
        check(&[candidate("a", "zh", 0, 20), candidate("b", "zh,en", 19, 20)], Language::En, Some("b"));
        check(&[candidate("a", "zh", 0, 20)], Language::En, None);
    }

    #[test]
    fn nobody_gets_more_than_they_can_take() {
        check(&[candidate("a", "zh", 20, 20), candidate("b", "zh", 0, 0)], Language::Zh, None);
    }

    #[test]
    fn of_equals_the_one_who_came_first_is_chosen() {
        check(&[candidate("b", "zh", 1, 10), candidate("a", "zh", 2, 20)], Language::Zh, Some("a"));
    }
}
