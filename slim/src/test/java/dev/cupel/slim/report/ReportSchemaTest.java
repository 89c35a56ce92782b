package dev.cupel.slim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The schema in the documentation is the report's. Run with `-Dcupel.rewrite=true` to write it anew; then it is API that changed.
class ReportSchemaTest {
    private static final Path FILE = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .filter(folder -> Files.exists(folder.resolve("cupel")))
            .findFirst()
            .orElseThrow()
            .resolve("docs/schema/slim-report.schema.json");

    @Test
    void the_schema_in_the_documentation_is_the_reports() throws IOException {
        String schema = JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new ReportSchema().of(SlimReport.class, "report.json of cupel slim")) + "\n";
        if (Boolean.getBoolean("cupel.rewrite")) {
            Files.writeString(FILE, schema);
        }

        assertThat(schema).isEqualTo(Files.readString(FILE));
    }
}
