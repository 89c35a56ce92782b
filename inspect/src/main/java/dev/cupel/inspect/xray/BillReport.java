package dev.cupel.inspect.xray;

import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.sbom.ReadBill;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Everything that `cupel xray` says about a bill of materials. The component names are the keys of its JSON
/// (`docs/schema/xray-bill.schema.json`).
///
/// @param cupel the version that made it
/// @param distribution as it calls itself; empty where nothing tells
/// @param systemDatabase whether the operating system's packages are among them; if not, their absence says nothing
/// @param remarks what the bill cannot tell, or what of it was left out
public record BillReport(
        int schemaVersion, String cupel, Subject bill, String distribution, boolean systemDatabase, List<Row> packages, List<String> remarks) {
    public static final int SCHEMA_VERSION = 1;

    public BillReport {
        packages = List.copyOf(packages);
        remarks = List.copyOf(remarks);
    }

    /// Which bill, and of what.
    ///
    /// @param reference as the person named it
    /// @param image that it is of, as it says; empty if it does not
    /// @param digest of the image's manifest; empty if it does not say
    /// @param created the time that it names; empty if it names none
    public record Subject(String reference, String image, String digest, String created) {}

    /// One piece of software.
    ///
    /// @param layer that brought it; empty where it is not known
    /// @param keptFiles how many of its files are in the image
    /// @param files how many it came with; 0 where it is not known
    /// @param source the package that it was built from
    public record Row(
            String name,
            String version,
            String ecosystem,
            String purl,
            List<String> licences,
            Optional<Integer> layer,
            int keptFiles,
            int files,
            String source,
            String evidence) {}

    public static BillReport of(String cupel, String reference, ReadBill bill) {
        Inventory inventory = bill.inventory();
        return new BillReport(
                SCHEMA_VERSION,
                cupel,
                new Subject(reference, bill.name(), bill.digest().map(Object::toString).orElse(""), bill.created()),
                inventory.distribution().map(BillReport::named).orElse(""),
                inventory.systemDatabase(),
                inventory.components().stream().map(BillReport::row).toList(),
                inventory.remarks().stream().map(one -> one.where() + ": " + one.what()).toList());
    }

    /// As JSON: indented, ends with a line feed.
    public String json() {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(this) + "\n";
    }

    private static String named(Distribution distribution) {
        return distribution.prettyName().isEmpty() ? (distribution.id() + " " + distribution.versionId()).strip() : distribution.prettyName();
    }

    private static Row row(Component one) {
        return new Row(
                one.name(),
                one.version(),
                one.ecosystem().name().toLowerCase(Locale.ROOT),
                one.url().toString(),
                one.licences(),
                one.origin().layer() < 0 ? Optional.empty() : Optional.of(one.origin().layer()),
                one.files().kept(),
                one.files().total(),
                one.source(),
                one.evidence().toString());
    }
}
