//! Bounds on what a reader takes in, so that no input can exhaust it.

/// Upper bounds for one document. Input beyond a bound is refused with a
/// finding that names the bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Size of the input in bytes; larger input is refused unread.
    pub bytes: usize,
    /// Elements inside elements.
    pub depth: usize,
    /// Elements in all.
    pub elements: usize,
    /// Attributes of one element, declarations of namespaces included.
    pub attributes: usize,
    /// Length in bytes of a name or of the value of an attribute.
    pub name: usize,
    /// Length in bytes of the text of one element.
    pub text: usize,
    /// Positions in all polygons of one `info` block together; every block may draw the same.
    pub vertices: usize,
    /// Findings that are listed; further ones are cut off, with a note.
    pub findings: usize,
}

impl Limits {
    /// The bounds for one alert: 1 MiB, 32 levels, 20,000 positions in a block.
    pub const ALERT: Self = Self {
        bytes: 1 << 20,
        depth: 32,
        elements: 60_000,
        attributes: 32,
        name: 2_048,
        text: 1 << 19,
        vertices: 20_000,
        findings: 200,
    };

    /// The bounds for a feed, which may hold many alerts: 8 MiB.
    pub const FEED: Self = Self { bytes: 8 << 20, elements: 200_000, ..Self::ALERT };
}

impl Default for Limits {
    fn default() -> Self {
        Self::ALERT
    }
}
