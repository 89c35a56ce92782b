/// Bills of materials and manifests that lie in an image: what they say is claimed, and believed only where nothing better is known.
/// May use: `dev.cupel.inventory.cataloguer`, `.catalog`, `.sbom`, `.elf`, `dev.cupel.image`.
@NullMarked
package dev.cupel.inventory.cataloguer.claims;

import org.jspecify.annotations.NullMarked;
