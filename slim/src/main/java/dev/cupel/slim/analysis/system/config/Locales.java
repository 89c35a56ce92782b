package dev.cupel.slim.analysis.system.config;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Keeps the locales that an image has: somebody generated them, and which one is used is told at run time. Translated messages
/// are kept for the language of the image's own environment only.
public final class Locales implements Analyzer {
    private static final ImagePath COMPILED = ImagePath.of("/usr/lib/locale");
    private static final ImagePath MESSAGES = ImagePath.of("/usr/share/locale");

    /// Above this it is a distribution's set of all locales, not a choice.
    private static final long MOST_BYTES = 48L << 20;

    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "LANGUAGE");

    @Override
    public String name() {
        return "locales";
    }

    @Override
    public List<Need> always(AnalysisContext context) {
        List<Need> needs = new ArrayList<>();
        Reason chosen = new Reason.Rule("locales", "the image's environment chooses it");
        for (String language : languages(context)) {
            for (String name : spellings(language)) {
                needs.add(Need.tree(COMPILED.child(name), chosen));
                needs.add(Need.tree(MESSAGES.child(name), chosen));
            }
        }
        needs.add(Need.of(MESSAGES.child("locale.alias"), new Reason.Rule("locales", "other names of locales")));
        long bytes = context.root().walk(COMPILED).mapToLong(node -> node.entry().sizeBytes()).sum();
        Reason all = new Reason.Rule("locales", "a locale of the image, chosen at run time");
        if (context.mode() != Mode.LEAN && bytes <= MOST_BYTES) {
            needs.add(Need.tree(COMPILED, all));
        } else if (!languages(context).isEmpty()) {
            needs.add(Need.of(COMPILED.child("locale-archive"), chosen));
        }
        return needs;
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) {
        return List.of();
    }

    private static Set<String> languages(AnalysisContext context) {
        Set<String> languages = new LinkedHashSet<>();
        for (String variable : VARIABLES) {
            for (String value : context.config().variable(variable).orElse("").split(":")) {
                if (!value.isEmpty() && !value.contains("/") && !value.startsWith(".")) {
                    languages.add(value);
                }
            }
        }
        return languages;
    }

    /// `de_AT.UTF-8` is also looked for as `de_AT.utf8`, `de_AT` and `de` (setlocale(3), gettext).
    private static Set<String> spellings(String language) {
        int dot = language.indexOf('.');
        String plain = dot < 0 ? language : language.substring(0, dot);
        Set<String> names = new LinkedHashSet<>(List.of(language, plain));
        if (dot > 0) {
            names.add(plain + "." + language.substring(dot + 1).replace("-", "").toLowerCase(Locale.ROOT));
        }
        names.add(plain.split("_")[0]);
        names.remove("");
        return names;
    }
}
