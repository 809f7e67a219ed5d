//! Images made anew: what comes out holds the picture and nothing else - no
//! place, no camera, no bytes that some program might run.

use std::io::{self, BufRead, Cursor, Read, Seek, SeekFrom, Write};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageReader, Limits};
use zeroize::Zeroizing;

use super::Kind;
use super::jpeg::Shape;

/// The bytes of an image for a decoder. The one for JPEG asks for all of them at once and
/// would hold them a second time beside ours, so it is given ours. They are not wiped when it
/// lets go of them; neither is the picture, which shows the same.
struct Given(Cursor<Zeroizing<Vec<u8>>>);

impl Read for Given {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.read(into)
    }

    fn read_to_end(&mut self, into: &mut Vec<u8>) -> io::Result<usize> {
        if self.0.position() > 0 || !into.is_empty() {
            return self.0.read_to_end(into);
        }
        std::mem::swap(into, &mut **self.0.get_mut());
        Ok(into.len())
    }
}

impl BufRead for Given {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.0.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.0.consume(amount);
    }
}

impl Seek for Given {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

/// Decodes and encodes again. What the image was read from is gone from memory before the new
/// one is written.
///
/// # Errors
/// The image is damaged or cut, or larger than `megapixels`.
pub(super) fn renew(
    bytes: Zeroizing<Vec<u8>>,
    kind: Kind,
    megapixels: u64,
    out: &mut dyn Write,
) -> Result<(), Fault> {
    let shape =
        if kind == Kind::Jpeg { Shape::of(&bytes) } else { Shape { progressive: false, whole: true } };
    if !shape.whole {
        return Err(Fault::Damaged);
    }
    // A progressive JPEG keeps every coefficient until the end: three times the memory.
    let weight = if shape.progressive { 3 } else { 1 };
    let mut reader = ImageReader::new(Given(Cursor::new(bytes)));
    reader.set_format(match kind {
        Kind::Png => image::ImageFormat::Png,
        _ => image::ImageFormat::Jpeg,
    });
    let mut limits = Limits::default();
    limits.max_alloc = Some(megapixels * 1_000_000 * 4 + 64 * 1024 * 1024);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Fault::Damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) * weight > megapixels * 1_000_000 {
        return Err(Fault::TooLarge);
    }
    let orientation = decoder.orientation().map_or(1, image::metadata::Orientation::to_exif);
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Damaged)?;
    match kind {
        Kind::Png => {
            let encoder = PngEncoder::new(out);
            picture.write_with_encoder(encoder).map_err(|_| Fault::Unwritten)
        }
        _ => {
            let mut encoder = JpegEncoder::new_with_quality(out, 88);
            if orientation != 1 {
                // Turning a large picture costs its size again; the tag costs 26 bytes.
                encoder.set_exif_metadata(exif(orientation)).map_err(|_| Fault::Unwritten)?;
            }
            let picture = match picture {
                DynamicImage::ImageRgb8(_) | DynamicImage::ImageLuma8(_) => picture,
                other => DynamicImage::ImageRgb8(other.into_rgb8()),
            };
            picture.write_with_encoder(encoder).map_err(|_| Fault::Unwritten)
        }
    }
}

/// Why an image was not taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It does not decode.
    Damaged,
    /// It has too many pixels.
    TooLarge,
    /// It cannot be written.
    Unwritten,
}

impl From<io::Error> for Fault {
    fn from(_: io::Error) -> Self {
        Self::Unwritten
    }
}

/// An EXIF block that says how to turn the picture, and nothing else (TIFF 6.0).
fn exif(orientation: u8) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    block.extend_from_slice(&[orientation, 0, 0, 0, 0, 0, 0, 0]);
    block
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbImage;

    fn made_anew(bytes: &[u8], kind: Kind, megapixels: u64) -> Result<Vec<u8>, Fault> {
        let mut out = Vec::new();
        renew(Zeroizing::new(bytes.to_vec()), kind, megapixels, &mut out).map(|()| out)
    }

    fn photo(orientation: u8) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
        let mut block = exif(orientation);
        block.extend_from_slice(b"GPS 50.8466 4.3528");
        encoder.set_exif_metadata(block).expect("exif");
        DynamicImage::ImageRgb8(RgbImage::from_pixel(40, 20, image::Rgb([9, 120, 60])))
            .write_with_encoder(encoder)
            .expect("photo");
        bytes
    }

    #[test]
    fn what_the_camera_added_is_gone_and_the_turn_stays() {
        let out = made_anew(&photo(6), Kind::Jpeg, 1).expect("renewed");
        assert!(!out.windows(3).any(|w| w == b"GPS"));
        let mut decoder = ImageReader::with_format(Cursor::new(&out), image::ImageFormat::Jpeg)
            .into_decoder()
            .expect("decodes");
        assert_eq!(decoder.orientation().expect("tag").to_exif(), 6);
        assert_eq!(decoder.dimensions(), (40, 20));
    }

    #[test]
    fn damaged_and_huge_images_are_told_apart() {
        let whole = photo(1);
        assert_eq!(made_anew(&whole[..60], Kind::Jpeg, 1), Err(Fault::Damaged));
        assert_eq!(made_anew(&whole, Kind::Jpeg, 0), Err(Fault::TooLarge));
        assert_eq!(made_anew(b"\x89PNG\r\n\x1a\n", Kind::Png, 1), Err(Fault::Damaged));
    }

    /// A picture with something in every corner, so that its bytes go on for a while.
    fn drawn(kind: Kind) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let drawn = RgbImage::from_fn(160, 120, |x, y| {
            let noise = x.wrapping_mul(2_654_435_761).wrapping_add(y.wrapping_mul(40_503)) >> 7;
            image::Rgb([noise, noise >> 3, x ^ y].map(|one| u8::try_from(one & 255).unwrap_or(0)))
        });
        let format = if kind == Kind::Png { image::ImageFormat::Png } else { image::ImageFormat::Jpeg };
        drawn.write_to(&mut bytes, format).expect("drawn");
        bytes.into_inner()
    }

    #[test]
    fn a_picture_that_was_cut_is_not_taken_for_a_whole_one() {
        for kind in [Kind::Jpeg, Kind::Png] {
            let whole = drawn(kind);
            assert!(made_anew(&whole, kind, 1).is_ok());
            for part in [3, 5, 7, 9] {
                let cut = &whole[..whole.len() * part / 10];
                assert_eq!(made_anew(cut, kind, 1), Err(Fault::Damaged), "{kind:?}, {part} tenths");
            }
        }
        let whole = drawn(Kind::Jpeg);
        assert_eq!(made_anew(&whole[..whole.len() - 2], Kind::Jpeg, 1), Err(Fault::Damaged), "no end mark");
        let more = [whole.as_slice(), b"what some cameras append"].concat();
        assert!(made_anew(&more, Kind::Jpeg, 1).is_ok());
    }

    #[test]
    fn the_bytes_of_a_photo_are_in_memory_once() {
        let whole = photo(1);
        let given = || Given(Cursor::new(Zeroizing::new(whole.clone())));
        let (mut all, mut taken) = (given(), Vec::new());
        let place = all.0.get_ref().as_ptr();
        assert_eq!(all.read_to_end(&mut taken).expect("read"), whole.len());
        assert_eq!((taken.as_ptr(), &taken), (place, &whole), "handed over, not copied");
        assert_eq!(all.read(&mut [0; 8]).expect("read"), 0, "and given once");
        let (mut begun, mut rest) = (given(), vec![0; 3]);
        begun.read_exact(&mut rest).expect("the head");
        begun.read_to_end(&mut rest).expect("the rest");
        assert_eq!(rest, whole, "who began to read reads on");
    }
}
