//! Numbers that look random and are the same every time, and ranks by Zipf's law.
//!
//! In: a seed. Out: shares, whole numbers, ranks. Nothing here is fit for secrets.

/// Makes the same numbers every time.
#[derive(Clone, Debug)]
pub struct Numbers {
    seed: u64,
}

impl Numbers {
    /// All that follows depends on the seed alone.
    pub fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// From 0 up to 1, by splitmix64.
    pub fn part(&mut self) -> f64 {
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.seed;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number below `n`, which is not 0.
    pub fn below(&mut self, n: usize) -> usize {
        (self.part() * n as f64) as usize
    }

    /// Whether something of this share happens.
    pub fn is(&mut self, share: f64) -> bool {
        self.part() < share
    }

    /// One of the list, each as often as another; the list is not empty.
    pub fn one<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

/// Ranks, of which the second comes half as often as the first, the third a third as often and so on.
#[derive(Clone, Debug)]
pub struct Ranks {
    sums: Vec<f64>,
}

impl Ranks {
    /// So many of them, at least one.
    pub fn new(n: usize) -> Self {
        let mut sum = 0.0;
        let mut add = |rank: usize| {
            sum += 1.0 / rank as f64;
            sum
        };
        Self { sums: (1..=n.max(1)).map(&mut add).collect() }
    }

    /// A rank, from 0.
    pub fn pick(&self, numbers: &mut Numbers) -> usize {
        let last = self.sums.len() - 1;
        let wanted = numbers.part() * self.sums[last];
        self.sums.partition_point(|sum| *sum < wanted).min(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_follow_their_law() {
        let (ranks, mut numbers) = (Ranks::new(100), Numbers::new(1));
        let mut counts = [0.0; 100];
        for _ in 0..100_000 {
            counts[ranks.pick(&mut numbers)] += 1.0;
        }
        for (rank, share) in [(1, 2.0), (2, 3.0), (9, 10.0)] {
            let found = counts[0] / counts[rank];
            assert!((share * 0.9..share * 1.1).contains(&found), "rank {rank}: {found}");
        }
    }
}
