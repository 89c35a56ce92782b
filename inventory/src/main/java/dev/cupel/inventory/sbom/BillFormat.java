package dev.cupel.inventory.sbom;

import java.util.Arrays;
import java.util.Optional;

/// The formats in which bills are written here.
public enum BillFormat {
    CYCLONEDX("CycloneDX 1.6", "application/vnd.cyclonedx+json", "application/vnd.cyclonedx"),
    SPDX("SPDX 2.3", "application/spdx+json", "text/spdx+json");

    private final String title;
    private final String mediaType;
    private final String otherType;

    BillFormat(String title, String mediaType, String otherType) {
        this.title = title;
        this.mediaType = mediaType;
        this.otherType = otherType;
    }

    /// The format that a media type means, also as others write it (IANA, cosign, oras); empty for any other.
    public static Optional<BillFormat> ofMediaType(String type) {
        return Arrays.stream(values()).filter(one -> one.mediaType.equals(type) || one.otherType.equals(type)).findFirst();
    }

    /// The one that is registered with IANA.
    public String mediaType() {
        return mediaType;
    }

    public byte[] write(BillOfMaterials bill) {
        return switch (this) {
            case CYCLONEDX -> new CycloneDx(bill).json();
            case SPDX -> new Spdx(bill).json();
        };
    }

    @Override
    public String toString() {
        return title;
    }
}
