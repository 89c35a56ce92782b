package dev.cupel.lint.dockerfile;

import java.util.Optional;

/// `name=value` of ENV, LABEL and ARG; ARG may leave the value out.
public record Pair(Word name, Optional<Word> value) {
    public Span span() {
        return name.span().to(value.orElse(name).span());
    }
}
