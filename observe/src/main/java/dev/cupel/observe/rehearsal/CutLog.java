package dev.cupel.observe.rehearsal;

/// A log of bounded length: its beginning, where programs say what they are, and its end, where they say why they stop.
record CutLog(String whole) {
    private static final int HEAD = 64 << 10;
    private static final int TAIL = 192 << 10;

    String text() {
        return whole.length() <= HEAD + TAIL
                ? whole
                : whole.substring(0, HEAD) + "\n(… cut …)\n" + whole.substring(whole.length() - TAIL);
    }
}
