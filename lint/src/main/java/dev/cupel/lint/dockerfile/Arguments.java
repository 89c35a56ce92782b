package dev.cupel.lint.dockerfile;

import java.util.List;

/// What follows an instruction's name and flags.
public sealed interface Arguments {
    /// A list in JSON. The words are the texts that it holds, their places those of the quoted texts.
    record Json(List<Word> items) implements Arguments {
        public Json {
            items = List.copyOf(items);
        }
    }

    /// A command line for the shell, or a text taken as it is (WORKDIR, USER, MAINTAINER…).
    record Line(JoinedText text) implements Arguments {}

    record Words(List<Word> words) implements Arguments {
        public Words {
            words = List.copyOf(words);
        }
    }

    /// Names and values.
    ///
    /// @param legacy `ENV name value`, without an equals sign
    record Pairs(List<Pair> pairs, boolean legacy) implements Arguments {
        public Pairs {
            pairs = List.copyOf(pairs);
        }
    }

    /// What `ONBUILD` puts off, and the `CMD` of a `HEALTHCHECK`.
    record Nested(Instruction instruction) implements Arguments {}
}
