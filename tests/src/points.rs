//! Points for measurements: uniform ones and clumped ones, the same every time.
//!
//! In: a seed and how many. Out: degrees. It is no sample of the real world: towns lie anywhere, in the sea too.

use dateline_core::geo::LatLon;
use dateline_core::geo::mercator::{Point, unproject};

use crate::numbers::Numbers;

/// How many towns clumped points lie around.
const N_TOWNS: u32 = 2000;

/// Makes the same points every time.
#[derive(Clone, Debug)]
pub struct Points {
    numbers: Numbers,
}

impl Points {
    /// All that follows depends on the seed alone.
    pub fn new(seed: u64) -> Self {
        Self { numbers: Numbers::new(seed) }
    }

    /// Anywhere on the map.
    pub fn uniform(&mut self, n: usize) -> Vec<LatLon> {
        (0..n).map(|_| self.anywhere()).map(|(x, y)| degrees(x, y)).collect()
    }

    /// In 2,000 towns, the second half as large as the first and so on (Zipf), around whose middle they scatter normally over 2 to 8 km at the equator, `spread` times as far.
    pub fn clumped(&mut self, n: usize, spread: f64) -> Vec<LatLon> {
        let mut towns = Vec::new();
        let mut sum = 0.0;
        for rank in 1..=N_TOWNS {
            sum += 1.0 / f64::from(rank);
            towns.push((sum, self.anywhere(), (0.5 + 1.5 * self.part()) * 1e-4 * spread));
        }
        (0..n)
            .map(|_| {
                let wanted = self.part() * sum;
                let town = towns.partition_point(|t| t.0 < wanted).min(towns.len() - 1);
                let (_, (x, y), width) = towns[town];
                let away = width * (-2.0 * (1.0 - self.part()).ln()).sqrt();
                let (sin, cos) = (std::f64::consts::TAU * self.part()).sin_cos();
                degrees((x + away * cos).rem_euclid(1.0), y + away * sin)
            })
            .collect()
    }

    /// From 0 up to 1.
    pub fn part(&mut self) -> f64 {
        self.numbers.part()
    }

    /// A number below `n`, which is not 0.
    pub fn below(&mut self, n: usize) -> usize {
        self.numbers.below(n)
    }

    fn anywhere(&mut self) -> (f64, f64) {
        (self.part(), self.part())
    }
}

fn degrees(x: f64, y: f64) -> LatLon {
    unproject(Point { x, y })
}
