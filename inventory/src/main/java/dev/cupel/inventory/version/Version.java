package dev.cupel.inventory.version;

/// A version read by the rules of one scheme.
///
/// It compares only with one of the same scheme, another is an [IllegalArgumentException]. Texts that differ may be equal (`1.0` and `1.0.0`), so
/// the order is not consistent with equals. It is a total order where both are [#valid]; of what is not, PHP's and Maven's own rules make
/// circles in places, and those are kept.
public interface Version extends Comparable<Version> {
    /// The text that it was read from.
    String text();

    /// False where the text is not valid in its scheme and only ordered as the field's tools do it: whoever judges by it must say "cannot be
    /// compared".
    boolean valid();
}
