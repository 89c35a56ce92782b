package dev.cupel.slim.report;

import dev.cupel.image.file.ReplacedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The report as one page that needs nothing else: style, script and data are in it, and its policy forbids the network.
public final class ReportPage {
    private final ReportJson json = new ReportJson();

    /// Writes `report.html`.
    public void write(SlimReport report, Path file) throws IOException {
        byte[] page = render(report).getBytes(StandardCharsets.UTF_8);
        new ReplacedFile(file).write(out -> out.write(page));
    }

    String render(SlimReport report) throws IOException {
        // The data go in last: nothing that a file name says can be taken for a place to fill.
        return resource("report.html")
                .replace("/*STYLE*/", resource("report.css"))
                .replace("/*SCRIPT*/", resource("report.js"))
                .replace("/*DATA*/", json.embedded(report));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
