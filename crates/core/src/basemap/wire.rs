//! The bytes of a pack: varints, zigzag, and points as differences on a grid.
//!
//! In and out go integers and grid points; what they mean is for `encode` and `decode` to know.
//! Guarantees: a [`Reader`] never reads past its end, never allocates more than its input could
//! fill, and refuses points outside the grid.
//!
//! Layout: 4 bytes magic, 1 byte version, 4 bytes CRC-32 (little-endian) of the rest, the rest.

use crate::checksum::checksum;
use std::fmt;
use std::ops::RangeInclusive;

/// Powers of two by which a section may divide the sides of the unit square; sums of differences
/// and the division are exact in `f32`.
pub(super) const GRID_BITS: RangeInclusive<u8> = 1..=22;

const VERSION: u8 = 2;
pub(super) const HEADER_BYTES: usize = 9;

/// What a pack holds.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// The whole world.
    World,
    /// What a close look adds.
    Detail,
}

impl Kind {
    fn magic(self) -> [u8; 4] {
        match self {
            Self::World => *b"DLBM",
            Self::Detail => *b"DLBD",
        }
    }
}

/// A body with its header.
pub(super) fn seal(kind: Kind, body: &[u8]) -> Vec<u8> {
    let mut pack = Vec::with_capacity(HEADER_BYTES + body.len());
    pack.extend(kind.magic());
    pack.push(VERSION);
    pack.extend(checksum(body).to_le_bytes());
    pack.extend(body);
    pack
}

/// Checksum and body of a pack whose header holds.
pub(super) fn unseal(pack: &[u8], kind: Kind) -> Result<(u32, &[u8]), BasemapError> {
    let (header, body) = pack.split_at_checked(HEADER_BYTES).ok_or(BasemapError::NotABasemap)?;
    let [m0, m1, m2, m3, version, c0, c1, c2, c3] = *header else {
        return Err(BasemapError::NotABasemap);
    };
    if [m0, m1, m2, m3] != kind.magic() {
        return Err(BasemapError::NotABasemap);
    }
    if version != VERSION {
        return Err(BasemapError::Version(version));
    }
    let expected = u32::from_le_bytes([c0, c1, c2, c3]);
    let found = checksum(body);
    if expected != found {
        return Err(BasemapError::Damaged { expected, found });
    }
    Ok((found, body))
}

/// Why bytes are not a base map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BasemapError {
    /// The bytes do not begin as a pack does.
    NotABasemap,
    /// The pack was written by another version of the program.
    Version(u8),
    /// The bytes were changed or cut after they were written.
    Damaged {
        /// The checksum in the header.
        expected: u32,
        /// The checksum of the bytes.
        found: u32,
    },
    /// The bytes end in the middle of something.
    CutShort {
        /// What was being read.
        while_reading: &'static str,
    },
    /// A value lies outside what it can be.
    OutOfRange {
        /// What the value stands for.
        what: &'static str,
        /// The value.
        value: u64,
    },
    /// The detail was made for another world's pack.
    OtherWorld,
    /// Bytes are left when everything was read.
    LeftOver {
        /// How many.
        n_bytes: usize,
    },
}

impl fmt::Display for BasemapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABasemap => write!(f, "not a base map pack"),
            Self::Version(version) => write!(
                f,
                "base map pack has version {version}, this program reads version {VERSION}"
            ),
            Self::Damaged { expected, found } => {
                write!(f, "base map pack is damaged: checksum {found:08x}, expected {expected:08x}")
            }
            Self::CutShort { while_reading } => {
                write!(f, "base map pack ends while reading {while_reading}")
            }
            Self::OutOfRange { what, value } => {
                write!(f, "base map pack has {what} out of range: {value}")
            }
            Self::OtherWorld => write!(f, "the detail belongs to another base map pack"),
            Self::LeftOver { n_bytes } => {
                write!(f, "base map pack has {n_bytes} bytes after its end")
            }
        }
    }
}

impl std::error::Error for BasemapError {}

/// Writes the body of a pack.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) bytes: Vec<u8>,
    grid_bits: u8,
    last: [i64; 2],
}

impl Writer {
    pub(super) fn uint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push((value & 0x7f) as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.uint(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Begins a section: its points lie on a grid of 2^`grid_bits` steps.
    pub(super) fn section(&mut self, grid_bits: u8) {
        self.bytes.push(grid_bits);
        self.grid_bits = grid_bits;
        self.last = [0, 0];
    }

    /// A line of points on the grid, each as the difference to the one before, the first to the last
    /// of the line before.
    pub(super) fn line(&mut self, points: &[[i64; 2]]) {
        self.uint(points.len() as u64);
        points.iter().for_each(|point| self.grid_point(*point));
    }

    /// The nearest grid point; what lies outside the unit square goes to its edge.
    pub(super) fn on_grid(&self, point: [f64; 2]) -> [i64; 2] {
        on_grid(point, self.grid_bits)
    }

    /// The next point goes on from this grid point.
    pub(super) fn start_at(&mut self, point: [i64; 2]) {
        self.last = point;
    }

    pub(super) fn grid_point(&mut self, to: [i64; 2]) {
        for (to, last) in to.into_iter().zip(self.last) {
            let step = to - last;
            self.uint(((step << 1) ^ (step >> 63)) as u64);
        }
        self.last = to;
    }
}

/// The nearest point of a grid; what lies outside the unit square goes to its edge.
pub(super) fn on_grid(point: [f64; 2], bits: u8) -> [i64; 2] {
    let steps = (1_u64 << bits) as f64;
    point.map(|at| (at.clamp(0.0, 1.0) * steps).round() as i64)
}

/// Reads the body of a pack.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
    grid_steps: u32,
    last: [i64; 2],
}

impl<'a> Reader<'a> {
    pub(super) fn new(body: &'a [u8]) -> Self {
        Self { rest: body, grid_steps: 1, last: [0, 0] }
    }

    /// How many bytes are left.
    pub(super) fn n_left(&self) -> usize {
        self.rest.len()
    }

    /// So many bytes.
    pub(super) fn take(
        &mut self,
        n_bytes: usize,
        what: &'static str,
    ) -> Result<&'a [u8], BasemapError> {
        let (taken, rest) = self
            .rest
            .split_at_checked(n_bytes)
            .ok_or(BasemapError::CutShort { while_reading: what })?;
        self.rest = rest;
        Ok(taken)
    }

    /// The next point goes on from this one, x and y, which must lie on the grid.
    pub(super) fn start_at(&mut self, point: &[f32]) {
        for (last, at) in self.last.iter_mut().zip(point) {
            *last = (*at * self.grid_steps as f32) as i64;
        }
    }

    /// Begins a section, as [`Writer::section`] did.
    pub(super) fn grid(&mut self) -> Result<(), BasemapError> {
        let what = "a section's grid";
        let grid_bits = self.byte(what)?;
        if !GRID_BITS.contains(&grid_bits) {
            return Err(BasemapError::OutOfRange { what, value: u64::from(grid_bits) });
        }
        self.grid_steps = 1 << grid_bits;
        self.last = [0, 0];
        Ok(())
    }

    pub(super) fn byte(&mut self, what: &'static str) -> Result<u8, BasemapError> {
        let (first, rest) =
            self.rest.split_first().ok_or(BasemapError::CutShort { while_reading: what })?;
        self.rest = rest;
        Ok(*first)
    }

    pub(super) fn uint(&mut self, what: &'static str) -> Result<u64, BasemapError> {
        let mut value = 0_u64;
        for shift in (0..35).step_by(7) {
            let byte = self.byte(what)?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(BasemapError::OutOfRange { what, value })
    }

    /// A count of things of which each takes at least one byte, so that it can be trusted with
    /// memory.
    pub(super) fn count(&mut self, what: &'static str) -> Result<usize, BasemapError> {
        let value = self.uint(what)?;
        if value > self.rest.len() as u64 {
            return Err(BasemapError::CutShort { while_reading: what });
        }
        Ok(value as usize)
    }

    pub(super) fn text(&mut self, what: &'static str) -> Result<String, BasemapError> {
        let n_bytes = self.count(what)?;
        let text = self.take(n_bytes, what)?;
        std::str::from_utf8(text)
            .map(str::to_owned)
            .map_err(|_| BasemapError::OutOfRange { what, value: n_bytes as u64 })
    }

    /// A point in the unit square.
    pub(super) fn point(&mut self, what: &'static str) -> Result<[f32; 2], BasemapError> {
        let values = [self.uint(what)?, self.uint(what)?];
        let mut place = [0_f32; 2];
        for ((last, place), value) in self.last.iter_mut().zip(&mut place).zip(values) {
            let step = (value >> 1) as i64 ^ -((value & 1) as i64);
            let at = *last + step;
            if at < 0 || at > i64::from(self.grid_steps) {
                return Err(BasemapError::OutOfRange { what, value });
            }
            *last = at;
            *place = at as f32 / self.grid_steps as f32;
        }
        Ok(place)
    }

    pub(super) fn finish(&self) -> Result<(), BasemapError> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(BasemapError::LeftOver { n_bytes: self.rest.len() })
        }
    }
}
