package dev.cupel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A machine of its own for watching: an image of Alpine's kind in a directory, advisories about it, a place for what is kept.
///
/// @param environment besides where things are kept
record WatchedMachine(Path folder, Map<String, String> environment) {
    WatchedMachine(Path folder) {
        this(folder, new HashMap<>());
    }

    Path root() {
        return folder.resolve("root");
    }

    /// An image with one package, busybox of this version.
    void image(String version) throws IOException {
        write("root/etc/os-release", "ID=alpine\nVERSION_ID=3.20.3\nPRETTY_NAME=\"Alpine Linux v3.20\"\n");
        write("root/lib/apk/db/installed", "P:busybox\nV:" + version + "\nA:x86_64\nF:bin\nR:busybox\n\n");
        write("root/bin/busybox", "x");
    }

    /// Takes advisories in, in the place of those that are there.
    void advisories(String... records) throws IOException {
        write("feed/Alpine.jsonl", String.join("\n", records) + "\n");
        write("feed/kev.json", "{\"catalogVersion\":\"1\",\"dateReleased\":\"2026-01-01T00:00:00.000Z\",\"vulnerabilities\":[]}");
        write("feed/epss.csv", "cve,epss,percentile\n");
        take();
    }

    void exploited(String cve) throws IOException {
        write(
                "feed/kev.json",
                "{\"catalogVersion\":\"2\",\"dateReleased\":\"2026-01-01T00:00:00.000Z\",\"vulnerabilities\":[{\"cveID\":\"%s\",\"vulnerabilityName\":\"x\",\"dateAdded\":\"2026-01-02\",\"dueDate\":\"2026-02-02\",\"knownRansomwareCampaignUse\":\"Unknown\"}]}"
                        .formatted(cve));
        take();
    }

    void epss(String cve, String probability) throws IOException {
        write("feed/epss.csv", "cve,epss,percentile\n" + cve + "," + probability + ",0.5\n");
        take();
    }

    /// About busybox, published on the first of January 2026.
    ///
    /// @param fixed empty if no version is
    static String record(String id, String fixed) {
        String end = fixed.isEmpty() ? "" : ",{\"fixed\":\"" + fixed + "\"}";
        return """
                {"id":"%s","published":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z",\
                "severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],\
                "affected":[{"package":{"ecosystem":"Alpine:v3.20","name":"busybox"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"}%s]}]}]}\
                """.formatted(id, end);
    }

    Invocation call(String... arguments) {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.put("XDG_DATA_HOME", folder.resolve("data").toString());
        all.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        all.putAll(environment);
        return Invocation.of(all, arguments);
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private void take() {
        Invocation taken = call("db", "import", folder.resolve("feed").toString());
        if (taken.exitCode() != ExitCode.DONE) {
            throw new IllegalStateException(taken.err());
        }
    }
}
