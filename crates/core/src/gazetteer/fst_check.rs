//! Whether the bytes of an automaton can be walked without ever leaving them.

/// Whether the bytes are an automaton as this program writes it.
pub(super) fn is_sound(bytes: &[u8]) -> bool {
    fst::raw::Fst::new(bytes).is_ok_and(|fst| fst.verify().is_ok())
}
