//! Images made anew: what comes out holds the picture and nothing else - no
//! place, no camera, no bytes that some program might run.

use std::io::{self, Cursor, Write};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageReader, Limits};

use super::Kind;

/// Decodes and encodes again.
///
/// # Errors
/// The image is damaged, or larger than `megapixels`.
pub(super) fn renew(bytes: &[u8], kind: Kind, megapixels: u64, out: &mut dyn Write) -> Result<(), Fault> {
    let mut reader = ImageReader::new(Cursor::new(bytes));
    reader.set_format(match kind {
        Kind::Png => image::ImageFormat::Png,
        _ => image::ImageFormat::Jpeg,
    });
    let mut limits = Limits::default();
    limits.max_alloc = Some(megapixels * 1_000_000 * 4 + 64 * 1024 * 1024);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Fault::Damaged)?;
    let (width, height) = decoder.dimensions();
    // A progressive JPEG keeps every coefficient until the end: three times the memory.
    let weight = if kind == Kind::Jpeg && is_progressive(bytes) { 3 } else { 1 };
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

/// Whether a JPEG has a progressive frame (ITU-T T.81, marker SOF2).
fn is_progressive(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(&[0xFF, marker, high, low]) = bytes.get(at..at + 4).and_then(|b| b.first_chunk::<4>()) {
        match marker {
            0xC2 => return true,
            0xC0 | 0xC1 | 0xDA => return false,
            _ => at += 2 + usize::from(u16::from_be_bytes([high, low])),
        }
    }
    false
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
        let mut out = Vec::new();
        renew(&photo(6), Kind::Jpeg, 1, &mut out).expect("renewed");
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
        assert_eq!(renew(&whole[..60], Kind::Jpeg, 1, &mut Vec::new()), Err(Fault::Damaged));
        assert_eq!(renew(&whole, Kind::Jpeg, 0, &mut Vec::new()), Err(Fault::TooLarge));
        assert_eq!(renew(b"\x89PNG\r\n\x1a\n", Kind::Png, 1, &mut Vec::new()), Err(Fault::Damaged));
    }
}
