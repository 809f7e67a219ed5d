//! Which known word was meant.

/// Edits allowed for a word of this many letters: none below 5, one from 5, two from 9.
#[must_use]
pub fn allowed(letters: usize) -> usize {
    match letters {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// Damerau distance with adjacent swaps (optimal string alignment), or nothing when it
/// is above `most`. The first letters are compared by the caller.
#[must_use]
pub fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    // Three rows are enough: this one, the one before, and the one before that for swaps.
    let width = b.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    let mut row: Vec<usize> = vec![0; width];
    for (i, &from) in a.iter().enumerate() {
        row[0] = i + 1;
        let mut best = row[0];
        for (j, &to) in b.iter().enumerate() {
            let changed = last[j] + usize::from(from != to);
            let mut least = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && from == b[j - 1] && a[i - 1] == to {
                least = least.min(before[j - 1] + 1);
            }
            row[j + 1] = least;
            best = best.min(least);
        }
        if best > most {
            return None;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    Some(last[b.len()]).filter(|found| *found <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(a: &str, b: &str, most: usize) -> Option<usize> {
        distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), most)
    }

    #[test]
    fn a_swap_is_one_edit() {
        assert_eq!(between("cambriloage", "cambriolage", 2), Some(1));
        assert_eq!(between("cambriolge", "cambriolage", 1), Some(1));
        assert_eq!(between("cambriolage", "cambriolage", 0), Some(0));
        assert_eq!(between("diefstal", "geweld", 2), None);
    }

    #[test]
    fn short_words_are_taken_as_they_are() {
        assert_eq!(allowed("viol".len()), 0);
        assert_eq!(allowed("fiets".len()), 1);
        assert_eq!(allowed("slachtoffer".len()), 2);
    }
}
