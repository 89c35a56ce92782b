package dev.cupel.slim.report;

import dev.cupel.image.file.ReplacedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reports as JSON.
public final class ReportJson {
    private final JsonMapper mapper = JsonMapper.builder().build();

    /// Writes `report.json`: whole or not at all.
    public void write(SlimReport report, Path file) throws IOException {
        new ReplacedFile(file).write(out -> {
            try {
                mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValue(out, report);
            } catch (JacksonIOException e) {
                throw e.getCause(); // the disk's own, such as that it is full
            }
        });
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
