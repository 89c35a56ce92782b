package dev.cupel.inspect.xray;

import dev.cupel.testing.DocumentedSchema;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BillReportSchemaTest {
    @Test
    void the_schema_in_the_documentation_is_the_reports() throws IOException {
        DocumentedSchema.requireThatOf(BillReport.class, "cupel xray sbom:FILE --format json", "xray-bill.schema.json");
    }
}
