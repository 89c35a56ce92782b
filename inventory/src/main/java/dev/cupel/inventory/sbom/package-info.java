/// Software bills of materials: what an image contains, in the formats that scanners read.
/// May use: `dev.cupel.inventory.packages`, `dev.cupel.image`, Jackson.
/// Spec: CycloneDX 1.6, package-url 1.0.
@NullMarked
package dev.cupel.inventory.sbom;

import org.jspecify.annotations.NullMarked;
