package dev.cupel.slim.report;

import dev.cupel.image.file.ReplacedFile;
import dev.cupel.inventory.page.SelfContainedPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The report as one page that needs nothing else.
public final class ReportPage {
    private final ReportJson json = new ReportJson();

    /// Writes `report.html`.
    public void write(SlimReport report, Path file) throws IOException {
        byte[] page = render(report).getBytes(StandardCharsets.UTF_8);
        new ReplacedFile(file).write(out -> out.write(page));
    }

    String render(SlimReport report) throws IOException {
        return SelfContainedPage.of(ReportPage.class, "report").render(json.embedded(report));
    }
}
