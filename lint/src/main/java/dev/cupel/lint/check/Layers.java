package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Stage;
import dev.cupel.lint.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What each layer holds, and what the cache makes of it.
final class Layers {
    private static final Set<String> BUILD_TOOLS = Set.of(
            "build-essential", "gcc", "g++", "clang", "make", "cmake", "build-base", "gcc-c++", "golang", "golang-go", "cargo", "rustc", "maven", "gradle", "musl-dev",
            "autoconf", "automake", "libc6-dev", "linux-headers");

    private Layers() {}

    static void consecutiveRuns(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            List<Instruction> all = stage.instructions();
            for (int i = 1; i < all.size(); i++) {
                Instruction one = all.get(i);
                if (one.is("RUN") && all.get(i - 1).is("RUN") && one.flags().equals(List.of()) && all.get(i - 1).flags().isEmpty()) {
                    findings.add("DL3059", one.keyword().span());
                }
            }
        }
    }

    /// `rm` of what an earlier layer of the same stage has: copied, downloaded, cached. Only stages that end up in the image count.
    static void deletedLater(BuildFile file, Findings findings) {
        List<Stage> shipped = file.stages().last().map(stage -> file.stages().line(stage)).orElse(List.of());
        for (Stage stage : shipped) {
            List<String> there = new ArrayList<>();
            for (Instruction one : stage.instructions()) {
                file.scripts(stage, one).forEach(script -> script.all(call -> call.is("rm")).forEach(call -> call.words().stream()
                        .filter(word -> there.stream().anyMatch(path -> isUnder(path, word.text())) && !made(script, word.text()))
                        .findFirst()
                        .ifPresent(word -> findings.add("CUP1001", call.span(), word.text()))));
                there.addAll(brought(file, stage, one));
            }
        }
    }

    /// Whether the same RUN makes it.
    private static boolean made(Script script, String path) {
        boolean lists = path.startsWith("/var/lib/apt") && script.any(call -> call.is("apt-get", "apt") && call.verb().equals("update"));
        return lists || (path.startsWith("/var/cache/") && script.any(call -> call.is("apk", "yum", "dnf", "microdnf", "zypper") && call.words().size() > 1));
    }

    private static boolean isUnder(String path, String removed) {
        String clean = removed.replaceFirst("/?\\*?$", "");
        return clean.length() > 1 && (path.equals(clean) || path.startsWith(clean + "/"));
    }

    private static List<String> brought(BuildFile file, Stage stage, Instruction one) {
        List<String> paths = new ArrayList<>();
        if ((one.is("COPY") || one.is("ADD")) && one.words().size() > 1) {
            String target = one.words().getLast().unquoted();
            boolean folder = target.endsWith("/");
            for (Word source : one.words().subList(0, one.words().size() - 1)) {
                String name = source.unquoted().substring(source.unquoted().lastIndexOf('/') + 1);
                paths.add(folder ? target + name : target);
            }
        }
        for (Script script : file.scripts(stage, one)) {
            if (script.any(call -> call.is("apt-get", "apt") && call.verb().equals("update")) && !SystemInstallers.removes(script, "/var/lib/apt/lists")) {
                paths.add("/var/lib/apt/lists");
            }
            script.all(call -> call.is("curl", "wget")).forEach(call -> output(call).filter(path -> !SystemInstallers.removes(script, path)).forEach(paths::add));
        }
        return paths;
    }

    private static Stream<String> output(Call call) {
        List<String> words = call.arguments().stream().map(Argument::text).toList();
        int at = Math.max(words.indexOf(call.is("curl") ? "-o" : "-O"), words.indexOf(call.is("curl") ? "--output" : "--output-document"));
        return at >= 0 && at + 1 < words.size() && words.get(at + 1).startsWith("/") ? Stream.of(words.get(at + 1)) : Stream.empty();
    }

    static void buildTools(BuildFile file, Findings findings) {
        file.stages().last().ifPresent(stage -> {
            for (Script script : file.scripts(stage)) {
                for (SystemInstaller manager : SystemInstaller.ALL) {
                    script.all(manager::installs)
                            .filter(_ -> !removesPackages(script))
                            .forEach(call -> manager.packages(call).stream()
                                    .filter(word -> BUILD_TOOLS.contains(word.text().replaceFirst("[=<>~].*", "")))
                                    .findFirst()
                                    .ifPresent(word -> findings.add("CUP1002", word.span(), word.text())));
                }
            }
        });
    }

    private static boolean removesPackages(Script script) {
        return script.any(call -> call.is("apt-get", "apt", "apk", "yum", "dnf") && call.verb().matches("purge|remove|autoremove|del|erase"));
    }

    /// All sources are copied, then dependencies are installed that a manifest among them names.
    static void sourcesFirst(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            boolean all = false;
            boolean installed = false;
            for (Instruction one : stage.instructions()) {
                all |= (one.is("COPY") || one.is("ADD")) && one.flag("from").isEmpty() && one.words().size() == 2
                        && one.words().getFirst().unquoted().matches("\\.|\\./");
                List<Call> calls = file.scripts(stage, one).stream()
                        .flatMap(script -> script.calls().stream())
                        .filter(Layers::installsByManifest)
                        .toList();
                if (!calls.isEmpty() && all && !installed) {
                    findings.add("CUP1003", calls.getFirst().span());
                }
                installed |= !calls.isEmpty();
            }
        }
    }

    private static boolean installsByManifest(Call call) {
        List<String> words = call.words().stream().map(Argument::text).toList();
        return (call.is("npm") && (words.equals(List.of("ci")) || words.equals(List.of("install"))))
                || (call.is("yarn", "pnpm") && (words.isEmpty() || words.equals(List.of("install"))))
                || (call.name().matches("pip[0-9.]*") && call.has("-r", "--requirement"))
                || (call.is("bundle") && words.equals(List.of("install")))
                || (call.is("composer") && words.equals(List.of("install")))
                || (call.is("go") && words.equals(List.of("mod", "download")));
    }

    static void cacheMounts(BuildFile file, Findings findings) {
        Predicate<Call> caching = call -> installsByManifest(call)
                || (call.is("go") && call.verb().matches("build|install"))
                || (call.is("mvn", "gradle", "cargo") && !call.words().isEmpty());
        for (Script script : file.scripts()) {
            boolean mounted = script.instruction().flags().stream().anyMatch(flag -> flag.name().equals("mount") && flag.value().text().contains("type=cache"));
            script.all(caching).filter(_ -> !mounted).findFirst().ifPresent(call -> findings.add("CUP1004", call.span()));
        }
    }

    /// chown or chmod over what a COPY of the same stage brought.
    static void ownership(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            List<String> copied = new ArrayList<>();
            for (Instruction one : stage.instructions()) {
                file.scripts(stage, one).forEach(script -> script
                        .all(call -> call.is("chown", "chmod") && call.words().size() > 1)
                        .filter(call -> call.words().stream().skip(1).anyMatch(word -> copied.stream().anyMatch(path -> isUnder(path, word.text()))))
                        .forEach(call -> findings.add("CUP1010", call.span())));
                if ((one.is("COPY") || one.is("ADD")) && one.words().size() > 1) {
                    copied.addAll(brought(file, stage, one).stream().map(path -> path.replaceFirst("/+$", "")).toList());
                }
            }
        }
    }

    static void worldWritable(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            // With the sticky bit nobody removes what others wrote.
            script.all(call -> call.is("chmod") && call.words().stream().anyMatch(word -> word.text().matches("0?[0-7]{2}[2367]|([ugoa]*[oa][ugoa]*)?\\+[rx]*w[rwx]*")))
                    .filter(call -> !call.verb().matches("\\+w"))
                    .forEach(call -> findings.add("CUP1009", call.span()));
        }
        file.file().instructions().stream()
                .filter(one -> one.is("COPY") || one.is("ADD"))
                .flatMap(one -> one.flag("chmod").stream())
                .filter(flag -> flag.value().unquoted().matches("0?[0-7]{2}[2367]"))
                .forEach(flag -> findings.add("CUP1009", flag.whole()));
    }

    static void sshServer(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            for (SystemInstaller manager : SystemInstaller.ALL) {
                script.all(manager::installs).forEach(call -> manager.packages(call).stream()
                        .filter(word -> word.text().replaceFirst("[=<>~].*", "").matches("openssh-server|dropbear|openssh|ssh"))
                        .filter(word -> !word.text().startsWith("openssh-client"))
                        .forEach(word -> findings.add("CUP1020", word.span(), word.text())));
            }
        }
        file.file().instructions().stream()
                .filter(one -> one.is("EXPOSE"))
                .flatMap(one -> one.words().stream())
                .filter(word -> word.unquoted().matches("22(/tcp)?"))
                .forEach(word -> findings.add("CUP1020", word.span(), "port 22"));
    }
}
