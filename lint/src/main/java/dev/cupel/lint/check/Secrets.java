package dev.cupel.lint.check;

import dev.cupel.inventory.secret.SecretPatterns;
import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Pair;
import dev.cupel.lint.dockerfile.Span;
import dev.cupel.lint.dockerfile.Word;
import java.util.List;
import java.util.Optional;

/// Passwords, keys and tokens that a build would leave behind.
final class Secrets {
    private Secrets() {}

    static void names(BuildFile file, Findings findings) {
        for (Instruction one : file.file().instructions()) {
            if (one.is("ARG") || one.is("ENV")) {
                for (Pair pair : one.pairs()) {
                    if (SecretPatterns.isSecretName(pair.name().unquoted())) {
                        findings.add("SecretsUsedInArgOrEnv", pair.name().span(), pair.name().text());
                    }
                }
            }
        }
    }

    /// Texts that look like a credential, anywhere. The value is never repeated.
    static void values(BuildFile file, Findings findings) {
        for (Instruction one : file.file().instructions()) {
            String text = file.file().source().at(one.span());
            SecretPatterns.find(text).forEach(found -> findings.add(
                    "CUP1008", new Span(one.span().start() + found.start(), one.span().start() + found.end()), found.kind()));
        }
    }

    static void files(BuildFile file, Findings findings) {
        for (Instruction one : file.file().instructions()) {
            List<Word> words = one.words();
            if ((one.is("COPY") || one.is("ADD")) && one.flag("from").isEmpty() && words.size() > 1) {
                for (Word word : words.subList(0, words.size() - 1)) {
                    Optional<String> kind = SecretPatterns.secretFile(word.unquoted());
                    kind.ifPresent(what -> findings.add("CUP1008", word.span(), what));
                }
            }
        }
    }
}
