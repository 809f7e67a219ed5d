//! What is not told, so that nobody can be found in a figure: a count below the least, and
//! every count from which such a one could be computed. How many files went through a step is
//! the sum of states (all that were given out were granted, refused or inadmissible), so the
//! counts of steps are told only where every state of the same year and procedure is. So are
//! reasons and delays, and only where neither who is counted nor who is not are too few: reasons
//! overlap, so that all of one state are told or none.

use std::collections::{BTreeMap, BTreeSet};

use super::{LEAST, PermitStatistics};

/// Year and procedure.
type Group = (String, String);

fn group(year: &str, procedure: &str) -> Group {
    (year.to_owned(), procedure.to_owned())
}

/// Whether a part of a whole can be told: nor is the rest of it too small.
fn is_told(part: i64, whole: i64) -> bool {
    let rest = whole - part;
    part >= LEAST && (rest == 0 || rest >= LEAST)
}

/// Takes out what is not told.
pub(super) fn withhold(view: &mut PermitStatistics) {
    let small = |count: Option<i64>| count.is_some_and(|count| count < LEAST);
    let of_files = view.files.iter().filter(|row| small(row.files));
    let of_steps = view.steps.iter().filter(|row| small(row.files));
    let bound: BTreeSet<Group> = of_files
        .map(|row| group(&row.year, &row.procedure))
        .chain(of_steps.map(|row| group(&row.year, &row.procedure)))
        .collect();
    withhold_parts(view, &bound);
    for row in &mut view.files {
        row.files = row.files.filter(|count| *count >= LEAST);
    }
    for row in &mut view.steps {
        let told = row.files.is_some_and(|count| count >= LEAST);
        row.mean_days = row.mean_days.filter(|_| told);
        let is_bound = bound.contains(&group(&row.year, &row.procedure));
        row.files = row.files.filter(|_| told && !is_bound);
    }
}

/// Takes out the reasons and the delays that are not told.
fn withhold_parts(view: &mut PermitStatistics, bound: &BTreeSet<Group>) {
    let mut whole: BTreeMap<Group, i64> = BTreeMap::new();
    let mut ended: BTreeMap<(Group, String), i64> = BTreeMap::new();
    for row in &view.files {
        let (own, files) = (group(&row.year, &row.procedure), row.files.unwrap_or_default());
        *whole.entry(own.clone()).or_default() += files;
        *ended.entry((own, row.state.clone())).or_default() += files;
    }
    let mut hidden = BTreeSet::new();
    for row in &view.refusals {
        let key = (group(&row.year, &row.procedure), row.state.clone());
        let told = !bound.contains(&key.0)
            && is_told(row.files.unwrap_or_default(), ended.get(&key).copied().unwrap_or_default());
        if !told {
            hidden.insert(key);
        }
    }
    for row in &mut view.refusals {
        let key = (group(&row.year, &row.procedure), row.state.clone());
        row.files = row.files.filter(|_| !hidden.contains(&key));
    }
    for row in &mut view.overdue {
        let own = group(&row.year, &row.procedure);
        let all = whole.get(&own).copied().unwrap_or_default();
        row.files = row.files.filter(|files| !bound.contains(&own) && is_told(*files, all));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{PermitCount, PermitOverdue, PermitRefusal, PermitStep};
    use super::*;

    fn empty() -> PermitStatistics {
        let (files, steps) = (Vec::new(), Vec::new());
        PermitStatistics { least: LEAST, files, steps, refusals: Vec::new(), overdue: Vec::new() }
    }

    /// Files of one year and procedure, as they are.
    #[derive(Clone, Copy)]
    struct World {
        granted: i64,
        refused: i64,
        open: i64,
        /// Open ones that somebody has taken up.
        taken_up: i64,
    }

    impl World {
        fn all() -> impl Iterator<Item = Self> {
            let upto = |most: i64| 0..=most;
            upto(12).flat_map(move |granted| {
                upto(7).flat_map(move |refused| {
                    upto(7).flat_map(move |open| {
                        upto(open).map(move |taken_up| Self { granted, refused, open, taken_up })
                    })
                })
            })
        }

        /// The figures that are not zero.
        fn figures(self) -> Vec<(&'static str, i64)> {
            let ended = self.granted + self.refused;
            let all = [
                ("granted", self.granted),
                ("refused", self.refused),
                ("open", self.open),
                ("waiting", ended + self.taken_up),
                ("whole", ended),
            ];
            all.into_iter().filter(|(_, count)| *count > 0).collect()
        }

        /// What is published of it, and the figures that are withheld.
        fn told(self) -> (String, Vec<(&'static str, i64)>) {
            let mut view = empty();
            for (name, count) in self.figures() {
                let (year, procedure) = ("2026".to_owned(), "detention".to_owned());
                let files_of = Some(count);
                if matches!(name, "waiting" | "whole") {
                    let step = name.to_owned();
                    view.steps.push(PermitStep {
                        year,
                        procedure,
                        step,
                        files: files_of,
                        mean_days: Some(1.0),
                    });
                } else {
                    let state = name.to_owned();
                    view.files.push(PermitCount { year, procedure, state, files: files_of });
                }
            }
            withhold(&mut view);
            let hidden = |name: &str| {
                view.files.iter().any(|row| row.state == name && row.files.is_none())
                    || view.steps.iter().any(|row| row.step == name && row.files.is_none())
            };
            let withheld = self.figures().into_iter().filter(|(name, _)| hidden(name)).collect();
            (format!("{view:?}"), withheld)
        }
    }

    /// Whoever reads what is published, and knows every rule by which it was made, cannot tell
    /// any figure that is too small to be told: another world would have been published alike.
    #[test]
    fn no_small_figure_follows_from_those_that_are_told() {
        let mut alike: BTreeMap<String, BTreeMap<&str, BTreeSet<i64>>> = BTreeMap::new();
        for world in World::all() {
            let (told, withheld) = world.told();
            let own = alike.entry(told).or_default();
            for (name, count) in withheld {
                own.entry(name).or_default().insert(count);
            }
        }
        for (told, figures) in alike {
            for (name, counts) in figures {
                let small = counts.iter().any(|count| *count < LEAST);
                assert!(!small || counts.len() > 1, "{name} is {counts:?} in {told}");
            }
        }
    }

    #[test]
    fn a_refusal_does_not_follow_from_the_grants_and_the_whole() {
        let world = World { granted: 6, refused: 1, open: 0, taken_up: 0 };
        let (told, withheld) = world.told();
        assert!(told.contains("Some(6)") && !told.contains("Some(7)"), "{told}");
        assert_eq!(withheld, [("refused", 1), ("waiting", 7), ("whole", 7)]);
        let plain = World { granted: 6, refused: 5, open: 0, taken_up: 0 };
        assert!(plain.told().1.is_empty(), "where nothing is small, everything is told");
    }

    /// What is published where so many files were granted, and so many refused: for the first of
    /// two reasons alone, for the second alone, for both.
    fn published(granted: i64, alone: [i64; 2], both: i64, overdue: i64) -> String {
        let (year, procedure) = (|| "2026".to_owned(), || "carry".to_owned());
        let mut view = empty();
        let refused = alone[0] + alone[1] + both;
        for (state, files) in [("granted", granted), ("refused", refused)] {
            let (state, files) = (state.to_owned(), Some(files).filter(|files| *files > 0));
            if files.is_some() {
                view.files.push(PermitCount { year: year(), procedure: procedure(), state, files });
            }
        }
        for (reason, own) in ["one", "two"].into_iter().zip(alone) {
            let files = Some(own + both).filter(|files| *files > 0);
            let (state, reason) = ("refused".to_owned(), reason.to_owned());
            if files.is_some() {
                view.refusals.push(PermitRefusal {
                    year: year(),
                    procedure: procedure(),
                    state,
                    reason,
                    files,
                });
            }
        }
        let files = Some(overdue).filter(|files| *files > 0);
        if files.is_some() {
            view.overdue.push(PermitOverdue { year: year(), procedure: procedure(), files });
        }
        withhold(&mut view);
        format!("{view:?}")
    }

    /// Every figure that could be meant by what is published, by its name.
    type Meant = BTreeMap<String, BTreeMap<&'static str, BTreeSet<i64>>>;

    fn nobody_is_found(meant: Meant) {
        for (told, figures) in meant {
            for (name, counts) in figures {
                let found = counts.len() == 1 && counts.iter().any(|count| (1..LEAST).contains(count));
                assert!(!found, "{name} is {counts:?} in {told}");
            }
        }
    }

    #[test]
    fn no_small_figure_follows_from_the_reasons() {
        let mut meant = Meant::new();
        for granted in 0..=6 {
            for (one, two, both) in (0..=11)
                .flat_map(|one| (0..=11).flat_map(move |two| (0..=11).map(move |both| (one, two, both))))
            {
                let own = meant.entry(published(granted, [one, two], both, 0)).or_default();
                let refused = one + two + both;
                for (name, count) in [
                    ("granted", granted),
                    ("refused", refused),
                    ("one", one + both),
                    ("two", two + both),
                    ("not one", two),
                    ("not two", one),
                ] {
                    own.entry(name).or_default().insert(count);
                }
            }
        }
        nobody_is_found(meant);
    }

    #[test]
    fn no_small_figure_follows_from_the_delays() {
        let mut meant = Meant::new();
        for (granted, refused) in (0..=12).flat_map(|granted| (0..=12).map(move |refused| (granted, refused)))
        {
            for overdue in 0..=granted + refused {
                let own = meant.entry(published(granted, [refused, 0], 0, overdue)).or_default();
                for (name, count) in [
                    ("granted", granted),
                    ("refused", refused),
                    ("overdue", overdue),
                    ("in time", granted + refused - overdue),
                ] {
                    own.entry(name).or_default().insert(count);
                }
            }
        }
        nobody_is_found(meant);
    }

    #[test]
    fn what_is_large_enough_is_told() {
        let told = published(6, [5, 6], 5, 7);
        assert!(!told.contains("None"), "{told}");
        let few = published(6, [5, 1], 0, 7);
        assert_eq!(few.matches("None").count(), 2, "one reason hides the other: {few}");
    }
}
