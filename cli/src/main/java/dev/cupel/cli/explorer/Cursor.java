package dev.cupel.cli.explorer;

/// A place in a list that is longer than its pane.
final class Cursor {
    private int at;
    private int top;

    int at() {
        return at;
    }

    void to(int place) {
        at = place;
    }

    void move(int by, int count) {
        at = Math.clamp((long) at + by, 0, Math.max(0, count - 1));
    }

    /// The first line to draw, so that the place is in sight.
    int top(int count, int height) {
        at = Math.clamp(at, 0, Math.max(0, count - 1));
        top = Math.clamp(top, Math.max(0, at - height + 1), at);
        top = Math.clamp(top, 0, Math.max(0, count - height));
        return top;
    }
}
