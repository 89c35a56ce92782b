package dev.cupel.slim.report;

import dev.cupel.testing.DocumentedSchema;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReportSchemaTest {
    @Test
    void the_schema_in_the_documentation_is_the_reports() throws IOException {
        DocumentedSchema.requireThatOf(SlimReport.class, "report.json of cupel slim", "slim-report.schema.json");
    }
}
