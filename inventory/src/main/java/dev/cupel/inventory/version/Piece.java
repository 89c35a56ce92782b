package dev.cupel.inventory.version;

/// One step of a comparison. The rank decides; pieces of one rank are of one kind, and among them the value does.
///
/// @param rank what kind of piece it is, counted as the scheme likes
/// @param value digits without leading zeros (nothing for zero), a word, or nothing
/// @param number whether the value counts as a number, of any length
record Piece(int rank, String value, boolean number) implements Comparable<Piece> {
    static Piece mark(int rank) {
        return new Piece(rank, "", false);
    }

    static Piece word(int rank, String word) {
        return new Piece(rank, word, false);
    }

    /// @param digits ASCII digits; none are zero
    static Piece number(int rank, String digits) {
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return new Piece(rank, digits.substring(zeros), true);
    }

    boolean isZero() {
        return number && value.isEmpty();
    }

    @Override
    public int compareTo(Piece other) {
        if (rank != other.rank) {
            return Integer.compare(rank, other.rank);
        }
        boolean byLength = number && other.number && value.length() != other.value.length();
        return byLength ? Integer.compare(value.length(), other.value.length()) : value.compareTo(other.value);
    }
}
