package dev.cupel.cli.view;

import dev.cupel.inspect.xray.BillReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a bill of materials says, as tables for a log or a pipe.
public record BillText(BillReport report, PrintWriter out) {
    private static final int WIDEST = 60;

    public void print() {
        BillReport.Subject bill = report.bill();
        out.println(Line.of(bill.reference(), 200) + (bill.image().isEmpty() ? "" : "  of " + Line.of(bill.image(), 200)) + "  " + bill.digest());
        Map<String, Long> ecosystems = report.packages().stream().collect(Collectors.groupingBy(BillReport.Row::ecosystem, TreeMap::new, Collectors.counting()));
        String counted = ecosystems.entrySet().stream().map(one -> one.getValue() + " " + one.getKey()).collect(Collectors.joining(", "));
        out.printf(
                "packages: %s%s; made %s%n",
                counted.isEmpty() ? "none" : counted,
                report.distribution().isEmpty() ? "" : " on " + Line.of(report.distribution(), WIDEST),
                bill.created().isEmpty() ? "at an unknown time" : Line.of(bill.created(), 40));
        packages(report.packages());
        report.remarks().forEach(remark -> out.println("note: " + Line.of(remark, 200)));
        out.flush();
    }

    private void packages(List<BillReport.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String form = "%-" + width("package", rows, BillReport.Row::name) + "s  %-" + width("version", rows, BillReport.Row::version) + "s  %-9s  %5s  %11s  %s%n";
        out.println();
        out.printf(form, "package", "version", "kind", "layer", "files here", "licences");
        for (BillReport.Row row : rows) {
            out.printf(
                    form,
                    Line.of(row.name(), WIDEST),
                    Line.of(row.version(), WIDEST),
                    row.ecosystem(),
                    row.layer().map(String::valueOf).orElse("?"),
                    row.files() == 0 ? "?" : row.keptFiles() + " of " + row.files(),
                    Line.of(String.join(", ", row.licences()), WIDEST));
        }
    }

    private static int width(String head, List<BillReport.Row> rows, Function<BillReport.Row, String> column) {
        return Math.max(head.length(), rows.stream().mapToInt(row -> Line.of(column.apply(row), WIDEST).length()).max().orElse(0));
    }
}
