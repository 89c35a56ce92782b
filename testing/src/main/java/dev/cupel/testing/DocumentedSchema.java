package dev.cupel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/// Schemas of reports in the documentation. Run a test with `-Dcupel.rewrite=true` to write them anew; then it is API that changed.
public final class DocumentedSchema {
    private static final Path FOLDER = Checkout.directory().resolve("docs/schema");

    private DocumentedSchema() {}

    /// Fails unless the file of this name is the schema of this record.
    public static void requireThatOf(Class<? extends Record> report, String title, String file) throws IOException {
        String schema = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(new RecordSchema().of(report, title)) + "\n";
        if (Boolean.getBoolean("cupel.rewrite")) {
            Files.writeString(FOLDER.resolve(file), schema);
        }
        assertThat(schema).isEqualTo(Files.readString(FOLDER.resolve(file)));
    }
}
