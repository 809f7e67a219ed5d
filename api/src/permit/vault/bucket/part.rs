//! The memory of a part on its way into a bucket.

use std::io;

use bytes::Bytes;
use memmap2::MmapMut;

/// Bytes of a part: the least that S3 takes for all but the last, because each upload under
/// way holds one in memory.
pub(super) const PART: usize = 5 * 1024 * 1024;

/// A part while it is filled.
///
/// Its memory is asked of the system itself, which gives it page by page as it is filled and
/// has it back in the moment in which the part was sent. A block of the C library would stay
/// with the library: once a large one was let go it keeps up to twice that size for each
/// thread, and a buffer that grows is copied besides.
#[derive(Default)]
pub(super) struct Part {
    pages: Option<MmapMut>,
    filled: usize,
}

impl Part {
    /// Takes as much as still fits; how many bytes that were.
    ///
    /// # Errors
    /// The system has no memory left.
    pub(super) fn take(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let pages = match &mut self.pages {
            Some(pages) => pages,
            none => none.insert(MmapMut::map_anon(PART)?),
        };
        let taken = bytes.len().min(PART - self.filled);
        pages[self.filled..self.filled + taken].copy_from_slice(&bytes[..taken]);
        self.filled += taken;
        Ok(taken)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.filled == 0
    }

    pub(super) fn is_full(&self) -> bool {
        self.filled == PART
    }

    /// Hands over what is in it, not a copy, and begins anew with nothing.
    pub(super) fn give(&mut self) -> Bytes {
        let filled = std::mem::take(&mut self.filled);
        self.pages.take().map(|pages| Bytes::from_owner(pages).slice(..filled)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_holds_so_much_and_no_more_and_goes_away_uncopied() {
        let mut part = Part::default();
        assert!(part.is_empty() && part.pages.is_none(), "nothing is held for what did not come");
        assert!(part.give().is_empty());
        let piece = vec![7; 2 * 1024 * 1024];
        let taken: Vec<_> = (0..4).map(|_| part.take(&piece).expect("memory")).collect();
        assert_eq!(taken, [piece.len(), piece.len(), PART - 2 * piece.len(), 0]);
        assert!(part.is_full());
        let place = part.pages.as_ref().map(|pages| pages.as_ptr());
        let given = part.give();
        assert_eq!((given.len(), Some(given.as_ptr())), (PART, place), "the same bytes in the same place");
        assert!(given.iter().all(|byte| *byte == 7));
        assert!(part.is_empty() && part.pages.is_none(), "what was handed over is not held besides");
        part.take(b"the last").expect("memory");
        assert_eq!(part.give(), b"the last"[..]);
    }
}
