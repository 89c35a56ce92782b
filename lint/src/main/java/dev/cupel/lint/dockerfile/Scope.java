package dev.cupel.lint.dockerfile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What variables are known at one place of a Dockerfile. A value is absent where only the build tells it (`ARG VERSION`).
public final class Scope {
    /// Arguments that every build has without ARG (Dockerfile reference, "Predefined ARGs").
    public static final Set<String> PREDEFINED = Set.of(
            "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY", "ftp_proxy", "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy");

    /// Arguments that BuildKit sets before the first FROM; a stage gets them by ARG.
    public static final Set<String> PLATFORM = Set.of(
            "TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT", "BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT",
            "TARGETOSVERSION", "BUILDOSVERSION", "TARGETSTAGE");

    /// Fall-backs may stand in each other, and each of sixty arguments may be twice the one before it: this keeps the first from going too
    /// deep and the second from growing.
    private static final int LONGEST = 4096;

    private final Map<String, Optional<String>> values = new TreeMap<>();

    /// The scope in which every FROM stands: arguments before the first one.
    public static Scope global(Dockerfile file, Stages stages) {
        Scope scope = new Scope();
        PLATFORM.forEach(name -> scope.values.put(name, Optional.empty()));
        stages.before().forEach(instruction -> scope.pass(instruction, new Scope(), file.escape()));
        return scope;
    }

    /// What a stage starts with: what the stage has that it is built on, if that is one of the file.
    public static Scope inside(Optional<Scope> parent) {
        Scope scope = new Scope();
        parent.ifPresent(one -> scope.values.putAll(one.values));
        return scope;
    }

    /// Goes past an instruction: ENV and ARG define.
    public void pass(Instruction instruction, Scope global, char escape) {
        for (Pair pair : instruction.pairs()) {
            String name = pair.name().unquoted();
            if (instruction.is("ENV")) {
                values.put(name, pair.value().flatMap(value -> expand(value, escape)));
            } else if (instruction.is("ARG")) {
                Optional<String> own = pair.value().flatMap(value -> expand(value, escape));
                values.put(name, own.isPresent() ? own : global.value(name));
            }
        }
    }

    public boolean knows(String name) {
        return values.containsKey(name) || PREDEFINED.contains(name);
    }

    public Set<String> names() {
        return values.keySet();
    }

    public Optional<String> value(String name) {
        return values.getOrDefault(name, Optional.empty());
    }

    /// The word without quotes, every variable replaced; empty if one of them is unknown here or it gets too long. The forms that cut patterns out of
    /// a value are among the unknown.
    public Optional<String> expand(Word word, char escape) {
        String text = word.text();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (VariableUse use : VariableUse.in(text, escape)) {
            Optional<String> value = value(use, word, escape);
            if (value.isEmpty() || out.length() + value.get().length() > LONGEST) {
                return Optional.empty();
            }
            out.append(text, at, use.start()).append(value.get());
            at = use.end();
        }
        return Optional.of(new Word(out.append(text.substring(at)).toString(), word.span()).unquoted());
    }

    private Optional<String> value(VariableUse use, Word word, char escape) {
        Optional<String> value = value(use.name());
        boolean filled = value.filter(text -> !use.operator().startsWith(":") || !text.isEmpty()).isPresent();
        return switch (use.operator()) {
            case "" -> value;
            case ":-", "-" -> filled ? value : operand(use, word, escape);
            case ":+", "+" -> filled ? operand(use, word, escape) : Optional.of("");
            case ":?", "?" -> value;
            default -> Optional.empty();
        };
    }

    private Optional<String> operand(VariableUse use, Word word, char escape) {
        return expand(new Word(use.operand(), word.span()), escape);
    }
}
