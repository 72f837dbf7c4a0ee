//! Whether an automaton can be walked without ever leaving its bytes.
//!
//! The crate that walks it trusts its bytes and panics on wrong ones; here every node is read once, with every bound checked.
//! The nodes stand behind each other and lead only to earlier ones: one way back from the last finds all of them.

use fst::raw::Fst;

/// Version and type stand before the first node.
const HEADER: usize = 16;
/// Number of names, address of the root, checksum.
const FOOTER: usize = 20;
const VERSION: u64 = 3;
/// From more ways on, a node has a table of them.
const MOST_WITHOUT_TABLE: usize = 32;

/// Whether the bytes are an automaton as this program writes it.
pub(super) fn is_sound(bytes: &[u8]) -> bool {
    nodes_are_sound(bytes).is_some() && Fst::new(bytes).is_ok()
}

fn nodes_are_sound(bytes: &[u8]) -> Option<()> {
    let end = bytes.len().checked_sub(FOOTER).filter(|&end| end >= HEADER)?;
    let n_names = number(bytes, end, 8)?;
    let root = usize::try_from(number(bytes, end + 8, 8)?).ok()?;
    (number(bytes, 0, 8)? == VERSION && n_names <= bytes.len() as u64).then_some(())?;
    if root == 0 {
        return (end == HEADER).then_some(());
    }
    (root.checked_add(1)? == end).then_some(())?;
    let mut is_node = vec![false; end];
    let mut targets = Vec::new();
    let mut at = root;
    loop {
        *is_node.get_mut(at)? = true;
        let begin = node(bytes, at, &mut targets)?;
        match begin.checked_sub(HEADER)? {
            0 => break,
            _ => at = begin - 1,
        }
    }
    targets.into_iter().all(|at| is_node.get(at) == Some(&true)).then_some(())
}

/// Where the node with this address begins; the addresses that it leads to are added.
fn node(bytes: &[u8], at: usize, targets: &mut Vec<usize>) -> Option<usize> {
    let state = *bytes.get(at)?;
    let has_common_input = state & 0x3f != 0;
    match state >> 6 {
        0b11 => {
            let begin = at.checked_sub(usize::from(!has_common_input))?;
            targets.push(begin.checked_sub(1)?);
            Some(begin)
        }
        0b10 => {
            let sizes = at.checked_sub(1 + usize::from(!has_common_input))?;
            let (n_address, n_output) = packed_sizes(*bytes.get(sizes)?)?;
            let addresses = sizes.checked_sub(n_address)?;
            let begin = addresses.checked_sub(n_output)?;
            lead(bytes, addresses, n_address, begin, targets)?;
            Some(begin)
        }
        _ => {
            let is_final = usize::from(state & 0x40 != 0);
            let sizes = at.checked_sub(1 + usize::from(!has_common_input))?;
            let n_ways = match (has_common_input, *bytes.get(at.checked_sub(1)?)?) {
                (true, _) => usize::from(state & 0x3f),
                (false, 1) => 256,
                (false, n) => usize::from(n),
            };
            let sizes_byte = *bytes.get(sizes)?;
            let (n_address, n_output) =
                if n_ways == 0 { (0, output_size(sizes_byte)?) } else { packed_sizes(sizes_byte)? };
            let table = if n_ways > MOST_WITHOUT_TABLE { 256 } else { 0 };
            let inputs = sizes.checked_sub(table + n_ways)?;
            let addresses = inputs.checked_sub(n_ways * n_address)?;
            let begin = addresses.checked_sub((n_ways + is_final) * n_output)?;
            for way in 0..n_ways {
                lead(bytes, addresses + way * n_address, n_address, begin, targets)?;
            }
            Some(begin)
        }
    }
}

/// Sizes of an address and of an output, from the upper and the lower half of a byte.
fn packed_sizes(byte: u8) -> Option<(usize, usize)> {
    let n_address = usize::from(byte >> 4);
    (1..=8).contains(&n_address).then_some(())?;
    Some((n_address, output_size(byte)?))
}

fn output_size(byte: u8) -> Option<usize> {
    let n_output = usize::from(byte & 0xf);
    (n_output <= 8).then_some(n_output)
}

/// Adds the address that stands at `from`, told as the way back from the beginning of the node; 0 is the end of a name.
fn lead(
    bytes: &[u8],
    from: usize,
    n_bytes: usize,
    begin: usize,
    targets: &mut Vec<usize>,
) -> Option<()> {
    let back = usize::try_from(number(bytes, from, n_bytes)?).ok()?;
    if back > 0 {
        targets.push(begin.checked_sub(back)?);
    }
    Some(())
}

fn number(bytes: &[u8], from: usize, n_bytes: usize) -> Option<u64> {
    let bytes = bytes.get(from..from.checked_add(n_bytes)?)?;
    Some(bytes.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn built(names: &std::collections::BTreeSet<String>) -> Vec<u8> {
        let mut builder = fst::MapBuilder::memory();
        for (value, name) in (0u64..).step_by(7).zip(names) {
            builder.insert(name, value).unwrap();
        }
        builder.into_inner().unwrap()
    }

    fn walk_everywhere(bytes: &[u8]) {
        let fst = Fst::new(bytes).unwrap();
        let mut ways = vec![fst.root().addr()];
        // Changed bytes may lead to ever the same nodes on many ways.
        for _ in 0..10_000 {
            let Some(at) = ways.pop() else { return };
            let node = fst.node(at);
            let _ = (node.is_final(), node.final_output());
            for byte in 0..=255 {
                if let Some(way) = node.find_input(byte) {
                    ways.push(node.transition(way).addr);
                }
            }
        }
    }

    proptest! {
        #[test]
        fn what_the_program_writes_is_sound(names in prop::collection::btree_set("[a-zé ]{0,9}", 0..90)) {
            prop_assert!(is_sound(&built(&names)));
        }

        #[test]
        fn what_passes_can_be_walked(
            names in prop::collection::btree_set("[a-zé ]{1,6}", 1..60),
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        ) {
            let mut bytes = built(&names);
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if is_sound(&bytes) {
                walk_everywhere(&bytes);
            }
        }
    }
}
