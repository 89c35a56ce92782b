package dev.cupel.inspect.diff;

import dev.cupel.testing.DocumentedSchema;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DiffSchemaTest {
    @Test
    void the_schema_in_the_documentation_is_the_reports() throws IOException {
        DocumentedSchema.requireThatOf(DiffReport.class, "cupel diff --format json", "diff-report.schema.json");
    }

    @Test
    void the_schema_of_several_platforms_too() throws IOException {
        DocumentedSchema.requireThatOf(PlatformsDiff.class, "cupel diff --platform all --format json", "diff-platforms-report.schema.json");
    }
}
