package dev.cupel.inventory.sbom;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.MalformedPackageUrl;
import dev.cupel.inventory.catalog.ModuleLabel;
import dev.cupel.inventory.catalog.Origin;
import dev.cupel.inventory.catalog.PackageUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/// A component as a document has it. Texts are empty where it does not say.
///
/// @param reference what the document calls it within itself
/// @param publisher who made it
/// @param places where it was found; the first is its evidence
/// @param files that the document lists as the component's
/// @param own what Cupel wrote into it
record ClaimedComponent(
        String reference,
        String url,
        String version,
        String publisher,
        List<String> licences,
        Optional<Digest> digest,
        List<ImagePath> places,
        SortedSet<ImagePath> files,
        Properties own) {
    /// Trivy's, whose package URLs do not have it. Its version is left: Trivy writes it in three pieces.
    private static final String TRIVY_SOURCE = "aquasecurity:trivy:SrcName";

    /// A module's label; in syft's own format, too, where [SyftClaims] puts it here.
    static final String SYFT_MODULE = "syft:metadata:modularityLabel";

    private static final String TRIVY_MODULE = "aquasecurity:trivy:Modularitylabel";
    private static final String TRIVY_QUALIFIER = "modularitylabel";

    /// A component of the image that a bill describes.
    ///
    /// @param unplaced the evidence where the document has none
    Component component(ImagePath unplaced) throws MalformedPackageUrl {
        return draft(evidence(unplaced), chosen(Certainty.values(), OwnWords.CERTAINTY).orElse(Certainty.CLAIMED)).files(holdings()).origin(origin()).done();
    }

    /// The same where the bill itself lies in an image: it is the evidence, and what it tells of files and layers is another image's.
    Component claimedIn(ImagePath bill) throws MalformedPackageUrl {
        return draft(new Evidence(bill, reference), Certainty.CLAIMED).done();
    }

    private ComponentDraft draft(Evidence evidence, Certainty certainty) throws MalformedPackageUrl {
        PackageUrl parsed = labelled(PackageUrl.parse(url));
        ToldByUrl told = new ToldByUrl(parsed);
        Ecosystem ecosystem = chosen(Ecosystem.values(), OwnWords.ECOSYSTEM).orElse(told.ecosystem());
        return new ComponentDraft(ecosystem, own.first(OwnWords.NAME).orElse(told.name()), parsed, evidence)
                .certainty(certainty)
                .publisher(publisher)
                .architecture(own.first(OwnWords.ARCHITECTURE).orElse(told.architecture()))
                .licences(own.all(OwnWords.LICENCE).isEmpty() ? licences : own.all(OwnWords.LICENCE))
                .version(own.first(OwnWords.VERSION).orElse(version.isEmpty() ? parsed.version() : version))
                .digest(digest)
                .source(
                        own.first(OwnWords.SOURCE).or(() -> own.first(TRIVY_SOURCE)).orElse(told.source()),
                        own.first(OwnWords.SOURCE_VERSION).orElse(told.sourceVersion()));
    }

    /// Bills tell a module's label in the URL, or beside it, or both.
    private PackageUrl labelled(PackageUrl plain) {
        String beside = Stream.of(SYFT_MODULE, TRIVY_MODULE).flatMap(name -> own.first(name).stream()).findFirst().orElse("");
        return ModuleLabel.in(ModuleLabel.in(plain, plain.qualifiers().getOrDefault(TRIVY_QUALIFIER, "")), beside);
    }

    private Evidence evidence(ImagePath unplaced) {
        Optional<ImagePath> mine = own.first(OwnWords.EVIDENCE).map(ImagePath::of);
        if (mine.isPresent()) {
            return new Evidence(mine.get(), own.first(OwnWords.INSIDE).orElse(""));
        }
        return places.isEmpty() ? new Evidence(unplaced, reference) : Evidence.of(places.getFirst());
    }

    private Holdings holdings() {
        int kept = own.number(OwnWords.KEPT).orElse(files.size());
        int total = Math.max(kept, own.number(OwnWords.TOTAL).orElse(kept));
        return files.size() == kept ? new Holdings(files, total) : Holdings.counted(kept, total);
    }

    private Origin origin() {
        return new Origin(own.number(OwnWords.LAYER).orElse(-1), own.first(OwnWords.INSTRUCTION).orElse(""));
    }

    private <T extends Enum<T>> Optional<T> chosen(T[] all, String name) {
        return own.first(name).flatMap(text -> Arrays.stream(all).filter(one -> one.name().equalsIgnoreCase(text)).findFirst());
    }
}
