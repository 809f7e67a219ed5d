//! What is not told, so that nobody can be found in a figure: a count below the least, and
//! every count from which such a one could be computed. How many files went through a step is
//! the sum of states (all that were given out were granted, refused or inadmissible), so the
//! counts of steps are told only where every state of the same year and procedure is.

use std::collections::BTreeSet;

use super::{LEAST, PermitCount, PermitStep};

/// Takes out what is not told.
pub(super) fn withhold(files: &mut [PermitCount], steps: &mut [PermitStep]) {
    let small = |count: Option<i64>| count.is_some_and(|count| count < LEAST);
    let group = |year: &str, procedure: &str| (year.to_owned(), procedure.to_owned());
    let of_files = files.iter().filter(|row| small(row.files)).map(|row| group(&row.year, &row.procedure));
    let of_steps = steps.iter().filter(|row| small(row.files)).map(|row| group(&row.year, &row.procedure));
    let bound: BTreeSet<_> = of_files.chain(of_steps).collect();
    for row in files {
        row.files = row.files.filter(|count| *count >= LEAST);
    }
    for row in steps {
        let told = row.files.is_some_and(|count| count >= LEAST);
        row.mean_days = row.mean_days.filter(|_| told);
        let is_bound = bound.contains(&group(&row.year, &row.procedure));
        row.files = row.files.filter(|_| told && !is_bound);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

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
            let (mut files, mut steps) = (Vec::new(), Vec::new());
            for (name, count) in self.figures() {
                let (year, procedure) = ("2026".to_owned(), "detention".to_owned());
                let files_of = Some(count);
                if matches!(name, "waiting" | "whole") {
                    let step = name.to_owned();
                    steps.push(PermitStep { year, procedure, step, files: files_of, mean_days: Some(1.0) });
                } else {
                    files.push(PermitCount { year, procedure, state: name.to_owned(), files: files_of });
                }
            }
            withhold(&mut files, &mut steps);
            let hidden = |name: &str| {
                files.iter().any(|row| row.state == name && row.files.is_none())
                    || steps.iter().any(|row| row.step == name && row.files.is_none())
            };
            let withheld = self.figures().into_iter().filter(|(name, _)| hidden(name)).collect();
            (format!("{files:?} {steps:?}"), withheld)
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
}
