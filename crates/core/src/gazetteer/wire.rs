//! Columns of numbers and lists of texts as a pack holds them.
//!
//! In and out go numbers and texts; what they mean is for `encode` and `pack` to know.
//! A column stores its lowest bytes first, then the next ones, and so on: like that it packs well, and any value is read at once.
//! Guarantee: a reader outside its column or list gives nothing, never a panic.

/// The lowest `width` bytes of all values, plane by plane.
pub(super) fn put_column(out: &mut Vec<u8>, values: &[u32], width: usize) {
    for plane in 0..width {
        out.extend(values.iter().map(|value| (value >> (8 * plane)) as u8));
    }
}

/// A column inside a pack.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Column {
    start: usize,
    n: usize,
    width: usize,
}

impl Column {
    /// The value with a number; zero past the end.
    pub(super) fn get(self, pack: &[u8], idx: usize) -> u32 {
        if idx >= self.n {
            return 0;
        }
        let mut at = self.start + idx;
        let mut value = 0;
        for plane in 0..self.width {
            value |= u32::from(pack.get(at).copied().unwrap_or(0)) << (8 * plane);
            at += self.n;
        }
        value
    }

    /// How many values there are.
    pub(super) fn len(self) -> usize {
        self.n
    }
}

/// Texts behind each other, with a column of their lengths.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    lengths: Column,
    start: usize,
    /// Where every [`STRIDE`]th text begins, from the start.
    marks: Vec<u32>,
}

const STRIDE: usize = 2;
const LENGTH_BYTES: usize = 2;

/// The longest text of a list, in bytes.
pub(super) const LONGEST_TEXT: usize = u16::MAX as usize;

/// Lengths and texts; a text that is too long is left out.
pub(super) fn put_texts<'a>(out: &mut Vec<u8>, texts: impl Iterator<Item = &'a str> + Clone) {
    let fitting = texts.map(|text| if text.len() > LONGEST_TEXT { "" } else { text });
    let lengths: Vec<u32> = fitting.clone().map(|text| text.len() as u32).collect();
    put_column(out, &lengths, LENGTH_BYTES);
    for text in fitting {
        out.extend_from_slice(text.as_bytes());
    }
}

impl Texts {
    /// The text with a number; empty past the end.
    pub(super) fn get<'a>(&self, pack: &'a [u8], idx: usize) -> &'a str {
        let Some(&mark) = self.marks.get(idx / STRIDE) else { return "" };
        let first = idx / STRIDE * STRIDE;
        let before: usize = (first..idx).map(|i| self.lengths.get(pack, i) as usize).sum();
        let start = self.start + mark as usize + before;
        let text = pack.get(start..start + self.lengths.get(pack, idx) as usize);
        text.and_then(|text| core::str::from_utf8(text).ok()).unwrap_or_default()
    }
}

/// Walks over the body of a pack and hands out its parts.
pub(super) struct Cutter<'a> {
    pub(super) pack: &'a [u8],
    pub(super) at: usize,
}

impl Cutter<'_> {
    /// The next part of so many bytes: its beginning.
    pub(super) fn bytes(&mut self, n: usize) -> Option<usize> {
        let start = self.at;
        let end = start.checked_add(n).filter(|&end| end <= self.pack.len())?;
        self.at = end;
        Some(start)
    }

    /// A number of four bytes, lowest first.
    pub(super) fn uint(&mut self) -> Option<u32> {
        let start = self.bytes(4)?;
        let bytes = self.pack.get(start..start + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    }

    /// A count of things that take at least a byte each, so that it can be trusted with memory.
    pub(super) fn count(&mut self) -> Option<usize> {
        let n = self.uint()? as usize;
        (n <= self.pack.len()).then_some(n)
    }

    pub(super) fn column(&mut self, n: usize, width: usize) -> Option<Column> {
        let start = self.bytes(n.checked_mul(width)?)?;
        Some(Column { start, n, width })
    }

    /// A list of texts, each of them read once to see that it is one.
    pub(super) fn texts(&mut self, n: usize) -> Option<Texts> {
        let lengths = self.column(n, LENGTH_BYTES)?;
        let start = self.at;
        let mut marks = Vec::with_capacity(n / STRIDE + 1);
        for idx in 0..n {
            if idx % STRIDE == 0 {
                marks.push(u32::try_from(self.at - start).ok()?);
            }
            let from = self.bytes(lengths.get(self.pack, idx) as usize)?;
            core::str::from_utf8(self.pack.get(from..self.at)?).ok()?;
        }
        Some(Texts { lengths, start, marks })
    }
}
