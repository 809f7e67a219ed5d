//! The markers of a JPEG (ITU-T T.81, annex B): whether it is progressive, and whether it
//! goes on to its end. The decoder that makes photos anew fills what is missing with grey and
//! says nothing, so a photo that was cut is found here.

/// What the markers of a JPEG tell.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// Its frame is progressive (SOF2).
    pub progressive: bool,
    /// Its end mark stands after the picture.
    pub whole: bool,
}

impl Shape {
    /// Walks from marker to marker by the length of each segment, so that a small picture
    /// inside one of them (a preview of the camera) is stepped over. What stands after the end
    /// mark belongs to somebody else: some cameras append more pictures there.
    pub fn of(bytes: &[u8]) -> Self {
        let (mut shape, mut at, mut has_scan) = (Self::default(), 2, false);
        while let Some((marker, after)) = marker(bytes, at) {
            match marker {
                0xD9 => return Self { whole: has_scan, ..shape },
                // Markers without a length: they say nothing here.
                0x01 | 0xD0..=0xD8 => at = after,
                _ => {
                    let Some(&[high, low]) = bytes.get(after..).and_then(|rest| rest.first_chunk::<2>())
                    else {
                        return shape;
                    };
                    shape.progressive |= marker == 0xC2;
                    at = after + usize::from(u16::from_be_bytes([high, low])).max(2);
                    if marker == 0xDA {
                        has_scan = true;
                        at = end_of_scan(bytes, at);
                    }
                }
            }
        }
        shape
    }
}

/// The marker at a place, and where its segment begins. Any number of fill bytes may stand
/// before it.
fn marker(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let rest = bytes.get(at..)?;
    let fill = rest.iter().take_while(|byte| **byte == 0xFF).count();
    let marker = *rest.get(fill)?;
    (fill > 0).then_some((marker, at + fill + 1))
}

/// Where the picture's own bytes end: at the first marker that is neither a stuffed zero nor
/// a restart.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0xFF)) {
        at += found;
        match bytes.get(at + 1) {
            Some(0x00 | 0xD0..=0xD7) => at += 2,
            Some(0xFF) => at += 1,
            Some(_) => return at,
            None => break,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A segment with its length.
    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len() + 2).expect("short").to_be_bytes();
        [&[0xFF, marker], length.as_slice(), content].concat()
    }

    fn picture(frame: u8, preview: &[u8], scan: &[u8]) -> Vec<u8> {
        [
            &[0xFF, 0xD8],
            segment(0xE1, preview).as_slice(),
            &segment(frame, &[8, 0, 1, 0, 1, 1]),
            &segment(0xDA, &[1, 1, 0]),
            scan,
        ]
        .concat()
    }

    #[test]
    fn the_end_mark_counts_after_the_picture_alone() {
        let scan = [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56];
        let open = picture(0xC0, b"\xFF\xD8 a preview \xFF\xDA\0\x02 of its own \xFF\xD9", &scan);
        assert_eq!(Shape::of(&open), Shape::default(), "the end of the preview is not its own");
        let whole = [open.as_slice(), &[0xFF, 0xFF, 0xD9], b"what the camera adds"].concat();
        assert_eq!(Shape::of(&whole), Shape { progressive: false, whole: true });
        for cut in 0..open.len() {
            assert!(!Shape::of(&whole[..cut]).whole, "{cut}");
        }
    }

    #[test]
    fn every_scan_of_a_progressive_picture_is_walked() {
        let first = picture(0xC2, b"", &[1, 2, 3]);
        let second =
            [first.as_slice(), &segment(0xC4, &[0; 19]), &segment(0xDA, &[1, 1, 0]), &[4, 5]].concat();
        assert_eq!(Shape::of(&second), Shape { progressive: true, whole: false });
        let whole = [second.as_slice(), &[0xFF, 0xD9]].concat();
        assert_eq!(Shape::of(&whole), Shape { progressive: true, whole: true });
        assert_eq!(Shape::of(b"\xFF\xD8\xFF\xD9"), Shape::default(), "an end without a picture");
    }
}
