package dev.cupel.inventory.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One item of a Maven version: numbers are newer than lists, lists than words.
sealed interface MavenItem {
    /// Whether it says nothing where a list ends.
    boolean isNothing();

    int compareWith(MavenItem other);

    /// Against a list that has ended.
    int compareWithNone();

    static MavenItem of(String token, boolean digitFollows) {
        return Scan.isDigit(token.charAt(0)) ? new Digits(Piece.number(0, token)) : new Word(Qualifier.of(token, digitFollows));
    }

    record Digits(Piece number) implements MavenItem {
        @Override
        public boolean isNothing() {
            return number.isZero();
        }

        @Override
        public int compareWithNone() {
            return number.isZero() ? 0 : 1;
        }

        @Override
        public int compareWith(MavenItem other) {
            return other instanceof Digits(Piece that) ? number.compareTo(that) : 1;
        }
    }

    record Word(Piece qualifier) implements MavenItem {
        @Override
        public boolean isNothing() {
            return compareWithNone() == 0;
        }

        @Override
        public int compareWithNone() {
            return qualifier.compareTo(Qualifier.RELEASE);
        }

        @Override
        public int compareWith(MavenItem other) {
            return other instanceof Word(Piece that) ? qualifier.compareTo(that) : -1;
        }
    }

    /// A list, which grows until it is trimmed.
    final class Items implements MavenItem {
        private final List<MavenItem> items = new ArrayList<>();

        void add(MavenItem item) {
            items.add(item);
        }

        boolean isEmpty() {
            return items.isEmpty();
        }

        /// Takes away what is nothing: from the end up to the last that is something, looking behind lists.
        void trim() {
            for (int i = items.size() - 1; i >= 0; i--) {
                MavenItem last = items.get(i);
                if (last.isNothing()) {
                    items.remove(i);
                } else if (!(last instanceof Items)) {
                    return;
                }
            }
        }

        @Override
        public boolean isNothing() {
            return items.isEmpty();
        }

        @Override
        public int compareWithNone() {
            return items.stream().mapToInt(MavenItem::compareWithNone).filter(order -> order != 0).findFirst().orElse(0);
        }

        @Override
        public int compareWith(MavenItem other) {
            return switch (other) {
                case Digits _ -> -1;
                case Word _ -> 1;
                case Items that -> compareItems(that);
            };
        }

        private int compareItems(Items that) {
            int longest = Math.max(items.size(), that.items.size());
            for (int i = 0; i < longest; i++) {
                Optional<MavenItem> mine = at(i);
                Optional<MavenItem> other = that.at(i);
                int order = mine.isEmpty()
                        ? -other.orElseThrow().compareWithNone()
                        : other.map(mine.get()::compareWith).orElseGet(mine.get()::compareWithNone);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        private Optional<MavenItem> at(int index) {
            return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
        }
    }
}
