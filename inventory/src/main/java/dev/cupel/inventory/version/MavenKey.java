package dev.cupel.inventory.version;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// `2.0.0-rc-1` as Maven orders it: `.` goes on in a list, `-` and a change between digits and letters open one in it; what is nothing (0, `ga`,
/// `final`, `release`) at the end of a list goes.
/// Spec: Maven 3.9, "Version Order Specification" and ComparableVersion.
record MavenKey(boolean valid, MavenItem.Items items) implements Key {
    static Key read(String text) {
        return new MavenKey(Scan.isMadeOf(text, ".-_+~:@"), new Reading(text.toLowerCase(Locale.ROOT)).items());
    }

    @Override
    public int compareTo(Key other) {
        return other instanceof MavenKey that ? items.compareWith(that.items) : -other.compareTo(this);
    }

    /// The lists that are open, the innermost on top.
    private static final class Reading {
        private final String text;
        private final Deque<MavenItem.Items> open = new ArrayDeque<>();

        Reading(String text) {
            this.text = text;
        }

        MavenItem.Items items() {
            MavenItem.Items all = new MavenItem.Items();
            open.push(all);
            int start = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '.' || c == '-') {
                    add(i == start ? "0" : text.substring(start, i), false);
                    start = i + 1;
                    if (c == '-') {
                        openList();
                    }
                } else if (i > start && Scan.isDigit(c) != Scan.isDigit(text.charAt(i - 1))) {
                    if (Scan.isDigit(c)) {
                        openListUnlessEmpty();
                    }
                    add(text.substring(start, i), true);
                    start = i;
                    openList();
                }
            }
            addLast(text.substring(start));
            open.forEach(MavenItem.Items::trim);
            return all;
        }

        private void addLast(String last) {
            if (!last.isEmpty()) {
                if (!Scan.isDigit(last.charAt(0))) {
                    openListUnlessEmpty();
                }
                add(last, false);
            }
        }

        private void add(String token, boolean digitFollows) {
            open.element().add(MavenItem.of(token, digitFollows));
        }

        /// `.X1` counts as `-X1`.
        private void openListUnlessEmpty() {
            if (!open.element().isEmpty()) {
                openList();
            }
        }

        private void openList() {
            MavenItem.Items list = new MavenItem.Items();
            open.element().add(list);
            open.push(list);
        }
    }
}
