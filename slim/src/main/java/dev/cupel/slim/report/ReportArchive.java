package dev.cupel.slim.report;

import dev.cupel.image.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps the report of each slim image under its digest, so that it can be asked about long after the run.
public final class ReportArchive {
    private final Path directory;
    private final ReportJson json = new ReportJson();

    /// `directory` is made when the first report is kept.
    public ReportArchive(Path directory) {
        this.directory = directory;
    }

    public void keep(Digest slim, SlimReport report) throws IOException {
        Files.createDirectories(directory);
        json.write(report, file(slim));
    }

    /// The report of the image with this manifest or configuration digest; empty when it was not made here.
    public Optional<SlimReport> find(Digest slim) throws IOException {
        return Files.exists(file(slim)) ? Optional.of(json.read(file(slim))) : Optional.empty();
    }

    private Path file(Digest slim) {
        return directory.resolve(slim.hex() + ".json");
    }
}
