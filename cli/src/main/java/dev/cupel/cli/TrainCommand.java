package dev.cupel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What the launcher runs once after a build, so that the ahead-of-time cache has the classes of what people call often. Whatever
/// goes wrong in it costs nothing but a slower start.
@Command(name = "train", hidden = true, description = "Run the common commands on a folder, for the launcher's ahead-of-time cache.")
final class TrainCommand implements Callable<Integer> {
    private static final String ADVISORY = """
            {"id":"CVE-2024-1","modified":"2024-11-20T00:00:00Z","published":"2024-01-01T00:00:00Z","aliases":["GHSA-1"],"summary":"s",\
            "severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"},{"type":"CVSS_V4","score":"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"}],\
            "affected":[{"package":{"ecosystem":"Debian:12","name":"openssl"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"3.0.15-1"}]}]},\
            {"package":{"ecosystem":"PyPI","name":"requests"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"2.32.0"}]}]},\
            {"package":{"ecosystem":"npm","name":"express"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"}]}]}]}
            """;
    private static final String BILL = """
            {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[\
            {"type":"operating-system","name":"debian","version":"12"},\
            {"type":"library","name":"libssl3","version":"3.0.11-1","purl":"pkg:deb/debian/libssl3@3.0.11-1?arch=amd64&distro=debian-12&upstream=openssl"},\
            {"type":"library","name":"requests","version":"2.28.1","purl":"pkg:pypi/requests@2.28.1"},\
            {"type":"library","name":"express","version":"4.0.0","purl":"pkg:npm/express@4.0.0"}]}
            """;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Any folder with some files.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "SCRATCH", description = "A folder to write into.")
    private Path scratch;

    private final Workspace workspace;

    TrainCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        String image = "dir:" + folder;
        String archive = "docker-archive:" + scratch.resolve("training.tar");
        Path record = Files.writeString(scratch.resolve("Debian.jsonl"), ADVISORY);
        Path bill = Files.writeString(scratch.resolve("training.cdx.json"), BILL);
        String database = scratch.resolve("db").toString();
        List<List<String>> calls = List.of(
                List.of("--help"),
                List.of("copy", image, archive),
                List.of("slim", image, "--no-run", "--to", "oci:" + scratch.resolve("image"), "--report", scratch.resolve("report").toString()),
                List.of("xray", archive),
                List.of("xray", archive, "--format", "json", "--ci", "--html", scratch.resolve("training.html").toString()),
                List.of("xray", archive),
                List.of("sbom", archive),
                List.of("sbom", archive, "--format", "spdx"),
                List.of("db", "import", record.toString(), "--db", database),
                List.of("scan", "sbom:" + bill, "--db", database),
                List.of("scan", "sbom:" + bill, "--db", database, "--format", "json", "--fail-on", "critical"),
                List.of("scan", archive, "--db", database),
                List.of("diff", archive, archive),
                List.of("xray", "docker-daemon:cupel.invalid/training"));
        for (List<String> call : calls) {
            PrintWriter nowhere = new PrintWriter(new StringWriter());
            String[] words = call.toArray(String[]::new);
            Main.commandLine(nowhere, nowhere, workspace, words).execute(words);
        }
        return ExitCode.DONE;
    }
}
