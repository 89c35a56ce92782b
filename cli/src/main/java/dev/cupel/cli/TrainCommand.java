package dev.cupel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What the launcher runs once after a build, so that the ahead-of-time cache has the classes of what people call often. Whatever
/// goes wrong in it costs nothing but a slower start.
@Command(name = "train", hidden = true, description = "Run the common commands on a folder, for the launcher's ahead-of-time cache.")
final class TrainCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FOLDER", description = "Any folder with some files.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "SCRATCH", description = "A folder to write into.")
    private Path scratch;

    private final Workspace workspace;

    TrainCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        String image = "dir:" + folder;
        String archive = "docker-archive:" + scratch.resolve("training.tar");
        Path record = scratch.resolve("Debian.jsonl");
        List<List<String>> calls = List.of(
                List.of("--help"),
                List.of("copy", image, archive),
                List.of("slim", image, "--no-run", "--to", "oci:" + scratch.resolve("image"), "--report", scratch.resolve("report").toString()),
                List.of("xray", archive),
                List.of("xray", archive, "--format", "json", "--ci", "--html", scratch.resolve("training.html").toString()),
                List.of("xray", archive),
                List.of("sbom", archive),
                List.of("sbom", archive, "--format", "spdx"),
                List.of("db", "import", record.toString(), "--db", scratch.resolve("db").toString()),
                List.of("scan", archive, "--db", scratch.resolve("db").toString()),
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
