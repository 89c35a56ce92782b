package dev.cupel.inventory.source;

/// Gives the tokens of a text one by one; [Token#END] for ever after the last.
@FunctionalInterface
public interface TokenSource {
    Token next();
}
