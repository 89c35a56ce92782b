package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Stage;
import dev.cupel.lint.rule.Edit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Package managers of languages: pip, npm, yarn, gem, go.
final class OtherInstallers {
    private static final Set<String> PIP_VALUED = Set.of(
            "-r", "--requirement", "-c", "--constraint", "-e", "--editable", "-t", "--target", "-i", "--index-url", "--extra-index-url", "-f",
            "--find-links", "--prefix", "--root", "--trusted-host", "--proxy", "--timeout", "--retries", "--progress-bar", "--src", "--python");
    private static final Set<String> NPM_VALUED =
            Set.of("--prefix", "--registry", "--cache", "--loglevel", "--omit", "--include", "-C", "--userconfig", "--unsafe-perm", "--tag");
    private static final Set<String> GEM_VALUED = Set.of("-i", "--install-dir", "-n", "--bindir", "-s", "--source", "--platform", "-P", "--trust-policy");

    private OtherInstallers() {}

    /// Whether the call is pip, also as `python -m pip`.
    private static boolean isPip(Call call) {
        boolean module = call.name().matches("python[0-9.]*")
                && call.arguments().size() > 1
                && call.arguments().get(0).text().equals("-m")
                && call.arguments().get(1).text().equals("pip");
        return call.name().matches("pip[0-9.]*") || module;
    }

    private static boolean installs(Call call) {
        return isPip(call) && call.words().stream().anyMatch(word -> word.text().equals("install"));
    }

    static void caches(BuildFile file, Findings findings) {
        for (Stage stage : file.shipped()) {
            boolean off = file.stages().line(stage).stream().anyMatch(OtherInstallers::pipCacheIsOff);
            for (Script script : file.scripts(stage)) {
                script.all(OtherInstallers::installs)
                        .filter(call -> !off && !call.has("--no-cache-dir") && !call.settings().contains("PIP_NO_CACHE_DIR"))
                        .filter(_ -> !script.mounts("/root/.cache/pip") && !SystemInstallers.removes(script, "/root/.cache/pip"))
                        .filter(_ -> !script.any(call -> isPip(call) && call.words().stream().anyMatch(word -> word.text().equals("purge"))))
                        .forEach(call -> findings.add("DL3042", call.span(), "", Edit.insertAt(
                                call.word(Set.of("install")).orElseThrow().span().end(), " --no-cache-dir")));
                yarn(script, findings);
            }
        }
    }

    private static void yarn(Script script, Findings findings) {
        boolean cleaned = script.any(call -> call.is("yarn") && call.words().stream().map(Argument::text).toList().equals(List.of("cache", "clean")))
                || script.mounts("/usr/local/share/.cache/yarn") || script.mounts("/root/.yarn") || script.mounts("/usr/local/share/.cache");
        script.all(call -> call.is("yarn") && call.verb().matches("|install") && !call.has("--version") && !cleaned)
                .findFirst()
                .ifPresent(call -> findings.add("DL3060", call.span()));
    }

    private static boolean pipCacheIsOff(Stage stage) {
        return stage.instructions().stream()
                .filter(one -> one.is("ENV") || one.is("ARG"))
                .flatMap(one -> one.pairs().stream())
                .anyMatch(pair -> pair.name().unquoted().equals("PIP_NO_CACHE_DIR")
                        && pair.value().filter(value -> !value.unquoted().matches("(?i)|0|false|off|no")).isPresent());
    }

    static void pins(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            for (Call call : script.calls()) {
                if (installs(call) && !call.has("-c", "--constraint", "-r", "--requirement")) {
                    loose(call, behind(call, "install", PIP_VALUED), OtherInstallers::isPinnedForPip, "DL3013", findings);
                } else if (call.is("npm") && call.verb().matches("install|i|add")) {
                    loose(call, behind(call, call.verb(), NPM_VALUED), OtherInstallers::isPinnedForNpm, "DL3016", findings);
                } else if (call.is("gem") && call.verb().matches("install|i") && !call.has("-v", "--version")) {
                    loose(call, behind(call, call.verb(), GEM_VALUED), text -> text.matches(".+:.+|.*\\.gem"), "DL3028", findings);
                } else if (call.is("go") && call.verb().equals("install")) {
                    loose(call, behind(call, "install", Set.of("-ldflags", "-tags", "-mod", "-o")), OtherInstallers::isPinnedForGo, "DL3062", findings);
                }
            }
        }
    }

    private static List<Argument> behind(Call call, String verb, Set<String> valued) {
        List<Argument> words = call.words(valued);
        int at = words.stream().map(Argument::text).toList().indexOf(verb);
        return at < 0 ? List.of() : words.subList(at + 1, words.size());
    }

    private static void loose(Call call, List<Argument> packages, Predicate<String> pinned, String rule, Findings findings) {
        String loose = packages.stream()
                .map(Argument::text)
                .filter(text -> !text.startsWith("${") && !text.startsWith("$(") && !pinned.test(text))
                .collect(Collectors.joining(", "));
        if (!loose.isEmpty()) {
            findings.add(rule, call.span(), loose);
        }
    }

    private static boolean isPinnedForPip(String text) {
        return text.matches(".*(==|>=|<=|~=|!=|<|>|@).*|\\..*|/.*|.*\\.(whl|tar\\.gz|zip)|.*://.*");
    }

    private static boolean isPinnedForNpm(String text) {
        return text.matches(".+@(?!latest$).+|\\..*|/.*|.*\\.(tgz|tar\\.gz)|(git|https?|file)[+:].*|git@.*");
    }

    private static boolean isPinnedForGo(String text) {
        return text.matches("\\..*|/.*|.*\\.go|[^@.]*") || text.matches(".+@(?!latest$).+");
    }

    /// npm install without a package, where the lock file was copied before.
    static void npmCi(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            boolean lock = stage.all("COPY").stream().map(Instruction::rest).anyMatch(rest -> rest.text().matches(".*(package-lock\\.json|package\\*\\.json|npm-shrinkwrap\\.json).*"));
            for (Script script : file.scripts(stage)) {
                script.all(call -> lock && call.is("npm") && call.words(NPM_VALUED).stream().map(Argument::text).toList().equals(List.of("install")))
                        .filter(call -> !call.has("-g", "--global"))
                        .forEach(call -> findings.add("CUP1018", call.span()));
            }
        }
    }
}
