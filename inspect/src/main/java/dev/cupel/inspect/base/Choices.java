package dev.cupel.inspect.base;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which kinds of base images would do for what an application needs, and what each costs.
record Choices(Set<Need.Kind> kinds) {
    private static final String NO_SHELL = "no shell to look around with; no package manager";
    private static final String MUSL_COST = "musl resolves names, allocates memory and sizes thread stacks (128 KiB) unlike glibc, and knows few locales";

    static Choices of(List<Need> needs) {
        Set<Need.Kind> kinds = EnumSet.noneOf(Need.Kind.class);
        needs.forEach(need -> kinds.add(need.kind()));
        return new Choices(kinds);
    }

    /// Smallest first.
    List<Choice> all() {
        return List.of(scratch(), fixed(), distroless(), alpine(), slim());
    }

    /// A static program and nothing else that is looked for.
    private boolean plain() {
        return !has(Need.Kind.UNKNOWN) && !has(Need.Kind.SHELL) && !has(Need.Kind.RUNTIME) && !has(Need.Kind.MUSL) && !has(Need.Kind.GLIBC);
    }

    private Choice scratch() {
        boolean files = has(Need.Kind.CERTIFICATES) || has(Need.Kind.TIME_ZONES) || has(Need.Kind.USERS);
        List<String> missing = missing(List.of(Need.Kind.CERTIFICATES, Need.Kind.TIME_ZONES, Need.Kind.USERS));
        String price = missing.isEmpty() ? NO_SHELL : NO_SHELL + "; to be copied in: " + String.join(", ", missing);
        return new Choice("scratch", plain() && !files, plain() ? price : "needs a static program and no shell");
    }

    private Choice fixed() {
        return new Choice("static (distroless)", plain(), plain() ? with(NO_SHELL, "to be added", List.of(Need.Kind.USERS)) : "needs a static program and no shell");
    }

    private Choice distroless() {
        boolean fits = !has(Need.Kind.UNKNOWN) && !has(Need.Kind.SHELL) && !has(Need.Kind.MUSL);
        String price = has(Need.Kind.UNKNOWN) ? "what it starts is not known"
                : has(Need.Kind.MUSL) ? "it was built for musl"
                : has(Need.Kind.SHELL) ? "what starts through a shell must be started directly"
                : with(NO_SHELL, "to be added", List.of(Need.Kind.USERS));
        return new Choice(has(Need.Kind.RUNTIME) ? "distroless with the runtime" : "distroless with glibc", fits, price);
    }

    private Choice alpine() {
        boolean atHome = has(Need.Kind.MUSL) || plain();
        boolean fits = !has(Need.Kind.UNKNOWN) && (atHome || (has(Need.Kind.SHELL) && !has(Need.Kind.RUNTIME) && !has(Need.Kind.GLIBC)));
        String price = plain() ? "a static program brings its own C library: nothing is lost"
                : fits ? MUSL_COST
                : "programs and native modules must be built again for musl; " + MUSL_COST;
        return new Choice("alpine", fits, with(price, "to be installed", List.of(Need.Kind.TIME_ZONES, Need.Kind.USERS)));
    }

    private Choice slim() {
        String price = has(Need.Kind.MUSL)
                ? "it was built for musl"
                : with("a package manager, a shell and their files stay: the largest of these", "to be installed", List.of(Need.Kind.CERTIFICATES, Need.Kind.USERS));
        return new Choice("slim (Debian, Ubuntu)", !has(Need.Kind.MUSL), price);
    }

    private String with(String price, String what, List<Need.Kind> lacking) {
        List<String> missing = missing(lacking);
        return missing.isEmpty() ? price : price + "; " + what + ": " + String.join(", ", missing);
    }

    private List<String> missing(List<Need.Kind> lacking) {
        List<String> missing = new ArrayList<>();
        lacking.stream().filter(this::has).forEach(kind -> missing.add(kind.told()));
        return missing;
    }

    private boolean has(Need.Kind kind) {
        return kinds.contains(kind);
    }
}
