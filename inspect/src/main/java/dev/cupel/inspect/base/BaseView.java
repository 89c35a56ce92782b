package dev.cupel.inspect.base;

import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.xray.EndOfLife;
import dev.cupel.inspect.xray.XrayReport;
import dev.cupel.inventory.catalog.Inventory;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The base image of an image apart from the application's own part, and which base would do. The component names are the keys of its
/// JSON (`docs/schema/base-report.schema.json`); sizes are bytes.
///
/// @param cupel the version that made it
/// @param base how it is known
/// @param distribution as it calls itself
/// @param updates until when that gets security updates, for people; empty where there is no distribution
/// @param baseCreated when the topmost layer of the base was made; empty where nothing tells
/// @param ageDays of that layer
/// @param basePart what the base brought; nothing where it is not known which its layers are
/// @param ownPart what the other layers brought
/// @param freshness how far the base is behind
/// @param needs of what the image starts
/// @param choices smallest first
public record BaseView(
        int schemaVersion,
        String cupel,
        XrayReport.Subject image,
        XrayReport.BaseRow base,
        String distribution,
        String updates,
        String baseCreated,
        Optional<Long> ageDays,
        Part basePart,
        Part ownPart,
        Freshness freshness,
        List<Need> needs,
        List<Choice> choices) {
    private static final int SCHEMA_VERSION = 1;

    public BaseView {
        needs = List.copyOf(needs);
        choices = List.copyOf(choices);
    }

    /// `inventory` and `report` are of the same image; `now` is what ages are reckoned by.
    public static BaseView of(OpenedImage opened, Inventory inventory, XrayReport report, Instant now) throws IOException {
        List<Need> needs = Needs.of(opened);
        List<XrayReport.LayerRow> base = report.layers().stream().filter(XrayReport.LayerRow::base).toList();
        String created = base.isEmpty() ? "" : base.getLast().created();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return new BaseView(
                SCHEMA_VERSION,
                report.cupel(),
                report.image(),
                report.base(),
                report.contents().map(XrayReport.Contents::distribution).orElse(""),
                inventory.distribution().map(one -> new EndOfLife(one, today).told()).orElse(""),
                created,
                age(created, now),
                Part.of(report, opened.root(), index -> report.layers().get(index).base()),
                Part.of(report, opened.root(), index -> !report.layers().get(index).base()),
                Freshness.notAsked(),
                needs,
                Choices.of(needs).all());
    }

    /// The same with what was found out about its base since.
    public BaseView with(Freshness found) {
        return new BaseView(schemaVersion, cupel, image, base, distribution, updates, baseCreated, ageDays, basePart, ownPart, found, needs, choices);
    }

    private static Optional<Long> age(String created, Instant now) {
        try {
            return Optional.of(Duration.between(Instant.parse(created), now).toDays());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
