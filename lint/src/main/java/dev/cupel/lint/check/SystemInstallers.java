package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Span;
import dev.cupel.lint.dockerfile.Stage;
import dev.cupel.lint.rule.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What all of the systems' package managers have in common: questions, versions, leavings.
final class SystemInstallers {
    private SystemInstallers() {}

    private interface Installing {
        void look(Script script, SystemInstaller manager, Call call);
    }

    private static void each(BuildFile file, Installing installing) {
        for (Script script : file.scripts()) {
            for (SystemInstaller manager : SystemInstaller.ALL) {
                script.all(manager::installs).forEach(call -> installing.look(script, manager, call));
            }
        }
    }

    static void asks(BuildFile file, Findings findings) {
        each(file, (script, manager, call) -> {
            boolean quiet = call.has(manager.assent().toArray(String[]::new)) || call.arguments().stream().anyMatch(one -> isAssent(one.text()));
            boolean twice = call.arguments().stream().filter(one -> one.text().matches("-q|--quiet")).count() > 1;
            if (!manager.asks().isEmpty() && !quiet && !twice && !manager.packages(call).isEmpty()) {
                Span verb = manager.words(call).getFirst().span();
                findings.add(manager.asks(), call.span(), "", Edit.insertAt(verb.end(), " -y"));
            }
        });
    }

    /// apt's own way to say yes in its configuration.
    private static boolean isAssent(String text) {
        return text.matches("(?i)(-o)?APT::Get::Assume-Yes=(true|yes|1)");
    }

    static void pins(BuildFile file, Findings findings) {
        each(file, (script, manager, call) -> {
            List<Argument> loose = new ArrayList<>();
            if (manager.words(call).getFirst().text().matches("install|in|add|groupinstall")) {
                manager.packages(call).stream().filter(one -> !manager.isPinned(one) && !removes(one)).forEach(loose::add);
            }
            if (!loose.isEmpty()) {
                String names = loose.stream().limit(4).map(Argument::text).collect(Collectors.joining(", "));
                findings.add(manager.pins(), call.span(), names + (loose.size() > 4 ? " and %d more".formatted(loose.size() - 4) : ""));
            }
        });
    }

    /// `apt-get install name-` removes.
    private static boolean removes(Argument one) {
        return one.text().endsWith("-");
    }

    static void leavings(BuildFile file, Findings findings) {
        for (Stage stage : file.shipped()) {
            for (Script script : file.scripts(stage)) {
                leaves(script, "DL3009", List.of("apt-get", "apt", "aptitude"), List.of("update"), "/var/lib/apt/lists", findings);
                leaves(script, "DL3032", List.of("yum"), List.of("install"), "/var/cache/yum", findings);
                leaves(script, "DL3040", List.of("dnf", "microdnf"), List.of("install"), "/var/cache/dnf", findings);
                leaves(script, "DL3036", List.of("zypper"), List.of("install", "in"), "/var/cache/zypp", findings);
                script.all(call -> call.is("apk") && call.words().stream().anyMatch(word -> word.text().equals("add")))
                        .filter(call -> !call.has("--no-cache") && !removes(script, "/var/cache/apk") && !script.mounts("/var/cache/apk") && !script.mounts("/etc/apk/cache"))
                        .forEach(call -> findings.add("DL3019", call.span(), "", call.words().getFirst().text().equals("add")
                                ? new Edit[] {Edit.insertAt(call.words().getFirst().span().end(), " --no-cache")}
                                : new Edit[0]));
            }
        }
    }

    private static void leaves(Script script, String rule, List<String> names, List<String> verbs, String folder, Findings findings) {
        List<Call> bringing = script.all(call -> names.contains(call.name()) && call.words().stream().anyMatch(word -> verbs.contains(word.text()))).toList();
        boolean cleaned = removes(script, folder) || script.mounts(folder) || script.any(call -> cleans(call, names));
        if (!bringing.isEmpty() && !cleaned) {
            findings.add(rule, bringing.getFirst().span());
        }
    }

    /// apt-get clean takes the archives only; the lists need rm, or dist-clean since apt 2.9.
    private static boolean cleans(Call call, List<String> names) {
        boolean apt = names.contains("apt-get");
        return names.contains(call.name())
                && call.words().stream().anyMatch(word -> apt ? word.text().matches("dist-?clean") : word.text().matches("clean|cc"));
    }

    /// Whether the RUN removes a folder, or what is in it.
    static boolean removes(Script script, String folder) {
        return script.any(call -> call.is("rm", "find")
                && call.words().stream().map(Argument::text).anyMatch(path -> {
                    String clean = path.replaceFirst("/?\\*?$", "");
                    return clean.startsWith("/") && clean.length() > 1 && (folder.equals(clean) || folder.startsWith(clean + "/") || covers(path, folder));
                }));
    }

    /// `/var/lib/apt/lists/{a,b}` and `/var/cache/{apt,dnf}/*` name it too.
    private static boolean covers(String path, String folder) {
        boolean below = path.startsWith(folder + "/") && path.matches(".*[*{].*");
        return below || (path.contains("{") && path.startsWith(folder.substring(0, folder.lastIndexOf('/')) + "/"));
    }
}
