package dev.cupel.inspect.base;

import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.xray.XrayReport;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The base image of an image apart from the application's own part, and which base would do.
///
/// @param base how it is known
/// @param distribution as it calls itself
/// @param baseBytes of the layers of the base; 0 where it is not known which they are
/// @param applicationBytes of the others
/// @param ageDays of the topmost layer of the base; empty where nothing tells
/// @param needs of what the image starts
/// @param choices smallest first
public record BaseView(
        XrayReport.BaseRow base, String distribution, long baseBytes, long applicationBytes, Optional<Long> ageDays, List<Need> needs, List<Choice> choices) {
    public BaseView {
        needs = List.copyOf(needs);
        choices = List.copyOf(choices);
    }

    /// `report` is of the same image; `now` is what its age is reckoned by.
    public static BaseView of(OpenedImage opened, XrayReport report, Instant now) throws IOException {
        List<Need> needs = Needs.of(opened);
        long base = bytes(report, true);
        return new BaseView(
                report.base(),
                report.contents().map(XrayReport.Contents::distribution).orElse(""),
                base,
                bytes(report, false),
                report.layers().stream().filter(XrayReport.LayerRow::base).reduce((_, last) -> last).flatMap(layer -> age(layer.created(), now)),
                needs,
                choices(needs));
    }

    private static long bytes(XrayReport report, boolean base) {
        return report.layers().stream().filter(layer -> layer.base() == base).mapToLong(XrayReport.LayerRow::bytes).sum();
    }

    private static Optional<Long> age(String created, Instant now) {
        try {
            return Optional.of(Duration.between(Instant.parse(created), now).toDays());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<Choice> choices(List<Need> needs) {
        Set<Need.Kind> kinds = needs.stream().map(Need::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.Kind.class)));
        boolean unknown = kinds.contains(Need.Kind.UNKNOWN);
        boolean shell = kinds.contains(Need.Kind.SHELL);
        boolean runtime = kinds.contains(Need.Kind.RUNTIME);
        boolean musl = kinds.contains(Need.Kind.MUSL);
        boolean plain = !unknown && !shell && !runtime && !musl && !kinds.contains(Need.Kind.GLIBC);
        String noShell = "no shell to look around with; no package manager";
        return List.of(
                new Choice("scratch", plain && !kinds.contains(Need.Kind.CERTIFICATES), plain ? noShell + "; certificates, time zones and users must be copied in" : "needs a static program and no shell"),
                new Choice("static (distroless)", plain, plain ? noShell : "needs a static program and no shell"),
                new Choice(
                        runtime ? "distroless with the runtime" : "distroless with glibc",
                        !unknown && !shell && !musl,
                        musl ? "it was built for musl" : shell ? "what starts through a shell must be started directly" : noShell),
                new Choice("alpine", !unknown && (musl || plain || (shell && !runtime && !kinds.contains(Need.Kind.GLIBC))),
                        musl || plain ? "musl resolves names and allocates memory unlike glibc" : "programs and native modules must be built again for musl"),
                new Choice("slim (Debian, Ubuntu)", !musl, musl ? "it was built for musl" : "a package manager, a shell and their files stay: the largest of these"));
    }
}
