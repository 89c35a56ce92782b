package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Stage;
import java.util.List;
import java.util.Set;

/// What RUN gets from the network.
final class Downloads {
    private static final Set<String> INTERPRETERS = Set.of("sh", "bash", "ash", "dash", "zsh", "python", "python3", "perl", "node", "ruby", "php");

    private Downloads() {}

    static void twoTools(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            List<Call> calls = file.scripts(stage).stream().flatMap(script -> script.calls().stream()).toList();
            boolean both = calls.stream().anyMatch(call -> call.is("wget")) && calls.stream().anyMatch(call -> call.is("curl"));
            if (both) {
                boolean wgetFirst = calls.stream().filter(call -> call.is("wget", "curl")).findFirst().orElseThrow().is("wget");
                calls.stream()
                        .filter(call -> call.is(wgetFirst ? "curl" : "wget"))
                        .findFirst()
                        .ifPresent(call -> findings.add("DL4001", call.span(), wgetFirst ? "wget stands above" : "curl stands above"));
            }
        }
    }

    static void progress(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            script.all(call -> call.is("wget") && !call.has("-q", "--quiet", "-nv", "--no-verbose", "--progress", "-o", "--output-file", "-a", "--append-output", "--version"))
                    .filter(call -> call.arguments().stream().noneMatch(one -> one.text().matches("-nv.*|-[a-zA-Z]*q.*")))
                    .forEach(call -> findings.add("DL3047", call.span()));
        }
    }

    /// `curl … | sh`, `bash <(curl …)`, `sh -c "$(curl …)"`.
    static void runUnseen(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            List<Call> calls = script.calls();
            for (int i = 0; i < calls.size(); i++) {
                Call call = calls.get(i);
                if (!call.is("curl", "wget") || i + 1 >= calls.size()) {
                    continue;
                }
                Call next = calls.get(i + 1);
                boolean wrapped = next.is("sudo", "env") && i + 2 < calls.size() && INTERPRETERS.contains(calls.get(i + 2).name());
                boolean piped = call.piped() && (INTERPRETERS.contains(next.name()) || wrapped) && readsInput(wrapped ? calls.get(i + 2) : next);
                boolean inside = INTERPRETERS.contains(next.name()) && next.span().start() < call.span().start() && next.span().end() >= call.span().end();
                if (piped || inside) {
                    findings.add("CUP1006", call.span().to(next.span()));
                }
            }
        }
    }

    /// An interpreter that is given a program of its own takes the download for data.
    private static boolean readsInput(Call call) {
        return !call.has("-c", "-m", "-e", "-n") && call.words().stream().allMatch(word -> word.text().equals("-") || call.has("-s"));
    }

    static void unchecked(BuildFile file, Findings findings) {
        for (Script script : file.scripts()) {
            for (Call call : script.calls()) {
                boolean off = (call.is("curl") && (call.has("-k") || call.has("--insecure")))
                        || (call.is("wget") && call.has("--no-check-certificate"))
                        || (call.is("apt-get", "apt") && call.has("--allow-unauthenticated", "--force-yes"))
                        || (call.is("apk") && call.has("--allow-untrusted"))
                        || (call.is("yum", "dnf", "microdnf") && call.has("--nogpgcheck"))
                        || (call.is("zypper") && call.has("--no-gpg-checks"))
                        || (call.name().matches("pip[0-9.]*") && call.has("--trusted-host"))
                        || (call.is("npm") && (call.has("--strict-ssl=false") || call.arguments().stream().map(Argument::text).toList().equals(List.of("config", "set", "strict-ssl", "false"))))
                        || (call.is("git") && call.arguments().stream().anyMatch(one -> one.text().matches("(?i)http\\.sslVerify(=false)?")));
                boolean variable = call.settings().contains("GIT_SSL_NO_VERIFY");
                if (off || variable) {
                    findings.add("CUP1007", call.span());
                }
            }
        }
        file.file().instructions().stream()
                .filter(one -> one.is("ENV") || one.is("ARG"))
                .flatMap(one -> one.pairs().stream())
                .filter(pair -> pair.name().unquoted().matches("NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY"))
                .filter(pair -> pair.value().filter(value -> value.unquoted().equals("0")).isPresent())
                .forEach(pair -> findings.add("CUP1007", pair.span(), pair.name().text()));
    }
}
