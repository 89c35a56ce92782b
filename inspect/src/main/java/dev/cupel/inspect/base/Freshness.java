package dev.cupel.inspect.base;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How far a base image is behind what its name stands for now.
///
/// @param told for people: how it is known, or why it is not
/// @param digest what the name stands for now; empty where nobody was asked, or in vain
/// @param daysBehind between the making of the two; empty where it is not known
/// @param newerTags of the same kind with higher numbers, highest first, at most ten
/// @param newerTagCount all of them
public record Freshness(State state, String told, String digest, Optional<Long> daysBehind, List<String> newerTags, int newerTagCount) {
    public Freshness {
        newerTags = List.copyOf(newerTags);
    }

    /// What is known.
    public enum State {
        /// The network is only used by whoever asks for it.
        NOT_ASKED,
        CURRENT,
        BEHIND,
        /// It was asked for, and there was no answer.
        UNKNOWN;

        /// The word in reports.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Freshness notAsked() {
        return new Freshness(State.NOT_ASKED, "not asked; --check asks the registry of the base image", "", Optional.empty(), List.of(), 0);
    }

    static Freshness unknown(String why) {
        return new Freshness(State.UNKNOWN, why, "", Optional.empty(), List.of(), 0);
    }
}
