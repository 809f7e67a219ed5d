//! A photo as large as a good telephone makes them.

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

use super::random::Random;

/// 35 million pixels: just under what is taken.
const WIDTH: u32 = 7_000;
const HEIGHT: u32 = 5_000;
/// Largest file that is taken is 20 MB; this stays below.
const BYTES: usize = 19_500_000;

/// A JPEG of about 19 MB. Its grain decides how large it becomes, so that is found by trying.
///
/// # Errors
/// It cannot be encoded.
pub fn of_a_large_camera() -> anyhow::Result<Vec<u8>> {
    let mut best = Vec::new();
    let (mut low, mut high) = (0_u64, 120_u64);
    while high - low > 4 {
        let grain = u64::midpoint(low, high);
        let made = with_grain(grain)?;
        if made.len() <= BYTES {
            (low, best) = (grain, made);
        } else {
            high = grain;
        }
    }
    Ok(best)
}

fn with_grain(grain: u64) -> anyhow::Result<Vec<u8>> {
    let mut random = Random::new(grain);
    let picture = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let noise = u8::try_from(random.next() % (grain + 1)).unwrap_or(0);
        let shade = |part: u32, whole: u32| u8::try_from(part * 130 / whole).unwrap_or(0);
        Rgb([shade(x, WIDTH) + noise, shade(y, HEIGHT) + noise, 60 + noise])
    });
    let mut bytes = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 90))?;
    Ok(bytes)
}
