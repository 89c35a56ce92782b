/// Software bills of materials: what an image contains, in the formats that scanners read.
/// Start at [BillOfMaterials]; [CycloneDx] and [Spdx] write one, [BillReader] reads one back, and those of others.
/// May use: `dev.cupel.inventory.catalog`, `.distribution`, `dev.cupel.image`, Jackson.
/// Spec: CycloneDX 1.6, SPDX 2.3, SPDX Licence List.
@NullMarked
package dev.cupel.inventory.sbom;

import org.jspecify.annotations.NullMarked;
