package dev.cupel.inspect.xray;

import dev.cupel.inspect.xray.XrayReport.FindingRow;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.distribution.Lifecycle;
import dev.cupel.inventory.distribution.Lifecycles;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How long the distribution of an image still gets security updates, as people want it told.
public record EndOfLife(Distribution distribution, LocalDate today) {
    /// Whoever ships an image today wants to know of an end within half a year: its base has to be changed by then.
    private static final int SOON_DAYS = 183;

    /// A finding where the end is past, near or unknown.
    Optional<FindingRow> row() {
        return switch (Lifecycles.load().of(distribution)) {
            case Lifecycle.Ends(LocalDate end, var _) when end.isBefore(today) -> Optional.of(row("end-of-life"));
            case Lifecycle.Ends(LocalDate end, var _) when daysUntil(end) <= SOON_DAYS -> Optional.of(row("near-end-of-life"));
            case Lifecycle.Ends _, Lifecycle.Rolling _ -> Optional.empty();
            case Lifecycle.Unknown _ -> Optional.of(row("unknown-end-of-life"));
        };
    }

    /// A sentence without a full stop.
    public String told() {
        return switch (Lifecycles.load().of(distribution)) {
            case Lifecycle.Ends(LocalDate end, var paid) when end.isBefore(today) ->
                name() + " gets no security updates since " + end + ", " + days(-daysUntil(end)) + " ago" + paid.map(this::paid).orElse("");
            case Lifecycle.Ends(LocalDate end, var _) -> "the security updates of " + name() + " end on " + end + ", in " + days(daysUntil(end));
            case Lifecycle.Rolling _ -> name() + " is renewed without end: its updates come with every new image";
            case Lifecycle.Unknown _ -> "nothing is known of how long " + name() + " gets security updates";
        };
    }

    private String paid(LocalDate end) {
        return "; those who pay for an extension " + (end.isBefore(today) ? "got" : "get") + " them until " + end;
    }

    private FindingRow row(String kind) {
        return new FindingRow(kind, "/etc/os-release", told(), Optional.empty());
    }

    private long daysUntil(LocalDate end) {
        return ChronoUnit.DAYS.between(today, end);
    }

    private static String days(long days) {
        return days + (days == 1 ? " day" : " days");
    }

    private String name() {
        return distribution.prettyName().isEmpty() ? distribution.id() + " " + distribution.versionId() : distribution.prettyName();
    }
}
