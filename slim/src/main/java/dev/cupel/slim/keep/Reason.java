package dev.cupel.slim.keep;

import dev.cupel.image.ImagePath;

/// Why a path stays. Every kept path has at least one; `cupel explain` prints them.
public sealed interface Reason {
    /// One sentence without a full stop, for people.
    String sentence();

    /// A sensor saw it used in the original's run.
    record Observed(String kind, String program, String phase, String sensor) implements Reason {
        private static final String SEEN_BY = " (seen by ";

        @Override
        public String sentence() {
            return "%s during \"%s\"%s%s%s)".formatted(kind, phase, program.isEmpty() ? "" : " by " + program, SEEN_BY, sensor);
        }

        /// Whether a sentence is one of these.
        public static boolean isOne(String sentence) {
            return sentence.contains(" during \"") && sentence.contains(SEEN_BY);
        }
    }

    /// Another kept path needs it: `how` says in which way, as in "ELF library", "interpreter", "symbolic link", "imports".
    record NeededBy(ImagePath path, String how) implements Reason {
        @Override
        public String sentence() {
            return "%s of %s".formatted(how, path);
        }
    }

    /// A rule keeps it: `rule` is a stable id such as `nss`, `certificates`; `why` explains it in half a sentence.
    record Rule(String rule, String why) implements Reason {
        @Override
        public String sentence() {
            return "rule %s: %s".formatted(rule, why);
        }
    }

    /// It belongs to a unit of which another part is used and that only works whole: a package, a module, a gem, a jar's folder.
    record Coherent(String unit, ImagePath because) implements Reason {
        @Override
        public String sentence() {
            return "part of %s, which stays whole because of %s".formatted(unit, because);
        }
    }

    /// It lies in the application's own folders: what an author put there stays unless it is proven dead.
    record Application(ImagePath folder) implements Reason {
        @Override
        public String sentence() {
            return "in the application's own folder " + folder;
        }
    }

    /// The user said so.
    record Asked(String option) implements Reason {
        @Override
        public String sentence() {
            return "asked for by " + option;
        }
    }

    /// The slim image missed it under test, so it came back.
    record Repair(int round, String difference) implements Reason {
        @Override
        public String sentence() {
            return "brought back in repair round %d: %s".formatted(round, difference);
        }
    }
}
