package dev.cupel.inventory.version;

import java.util.List;

/// A list of pieces, compared one after the other.
///
/// @param end what stands behind the last piece, as often as the other's list needs it
record PieceKey(boolean valid, List<Piece> pieces, Piece end) implements Key {
    PieceKey {
        pieces = List.copyOf(pieces);
    }

    @Override
    public int compareTo(Key other) {
        return other instanceof PieceKey that ? compare(that) : -other.compareTo(this);
    }

    private int compare(PieceKey other) {
        int longest = Math.max(pieces.size(), other.pieces.size());
        for (int i = 0; i < longest; i++) {
            int order = at(i).compareTo(other.at(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private Piece at(int index) {
        return index < pieces.size() ? pieces.get(index) : end;
    }
}
