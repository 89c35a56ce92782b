package dev.cupel.slim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    @Test
    void a_hostile_name_cannot_end_the_data() throws IOException {
        String page = new ReportPage().render(ReportSample.small());

        assertThat(page).doesNotContain("GET /</script>").contains("GET /\\u003c/script>");
    }

    @Test
    void the_page_asks_the_network_for_nothing() throws IOException {
        String page = new ReportPage().render(ReportSample.small());

        assertThat(page).contains("default-src 'none'").doesNotContain("http://", "https://", "/*DATA*/", "/*STYLE*/", "/*SCRIPT*/");
    }

    @Test
    void the_json_reads_back_as_it_was(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.json");

        new ReportJson().write(ReportSample.small(), file);

        assertThat(new ReportJson().read(file)).isEqualTo(ReportSample.small());
    }
}
