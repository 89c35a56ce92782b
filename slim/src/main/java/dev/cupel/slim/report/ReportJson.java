package dev.cupel.slim.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reports as JSON.
public final class ReportJson {
    private final JsonMapper mapper = JsonMapper.builder().build();

    /// Writes `report.json`: whole or not at all.
    public void write(SlimReport report, Path file) throws IOException {
        Path part = Files.createTempFile(file.toAbsolutePath().getParent(), ".report", ".part");
        try {
            mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValue(part, report);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (JacksonException e) {
            throw new IOException("Cannot write " + file, e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// The report in one line, fit to stand inside a script element: no `<` in it.
    public String embedded(SlimReport report) {
        return mapper.writeValueAsString(report).replace("<", "\\u003c");
    }

    /// Reads what [#write] wrote.
    public SlimReport read(Path file) throws IOException {
        try {
            return mapper.readValue(Files.readAllBytes(file), SlimReport.class);
        } catch (JacksonException e) {
            throw new IOException(file + " is not a report of this version of Cupel", e);
        }
    }
}
