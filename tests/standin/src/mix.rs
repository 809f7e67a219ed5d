//! Chance from a seed: the same question always has the same answer, in
//! whatever order requests arrive.

/// Mixes numbers into one that looks random (SplitMix64 finaliser per word).
pub(crate) fn mix(words: &[u64]) -> u64 {
    words.iter().fold(0x9e37_79b9_7f4a_7c15, |state, &word| {
        let mut z = (state ^ word).wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    })
}

/// Turns a mixed number into one from 0 (included) to 1 (excluded).
pub(crate) fn unit(mixed: u64) -> f64 {
    (mixed >> 11) as f64 / (1u64 << 53) as f64
}

/// What a question is about, so that different questions about the same
/// subscriber are independent.
#[derive(Clone, Copy)]
pub(crate) enum About {
    Token = 1,
    Dead,
    Sample,
    Fault,
    Lost,
    Cut,
    Jitter,
    Choice,
    Silence,
}
