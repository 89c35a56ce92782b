package dev.cupel.slim.report;

import dev.cupel.image.Digest;
import dev.cupel.image.compact.DamagedRecord;
import dev.cupel.image.compact.RecordForm;
import dev.cupel.image.file.ReplacedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /// Keeps what an image used, under the digests that it is known by.
    public void keep(RunTimeUse use, List<Digest> images) throws IOException {
        Files.createDirectories(directory);
        byte[] bytes = new RecordForm<>(RunTimeUse.class).write(use);
        for (Digest one : images) {
            new ReplacedFile(useFile(one)).write(out -> out.write(bytes));
        }
    }

    /// What the image with this manifest or configuration digest used when it ran; empty when it was not run here.
    public Optional<RunTimeUse> use(Digest image) throws IOException {
        try {
            return Files.exists(useFile(image)) ? Optional.of(new RecordForm<>(RunTimeUse.class).read(Files.readAllBytes(useFile(image)))) : Optional.empty();
        } catch (DamagedRecord e) {
            Files.deleteIfExists(useFile(image)); // another version wrote it; the next run tells it again
            return Optional.empty();
        }
    }

    private Path useFile(Digest image) {
        return directory.resolve(image.hex() + ".use");
    }

    private Path file(Digest slim) {
        return directory.resolve(slim.hex() + ".json");
    }
}
