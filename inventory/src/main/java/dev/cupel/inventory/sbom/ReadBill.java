package dev.cupel.inventory.sbom;

import dev.cupel.image.Digest;
import dev.cupel.inventory.catalog.Inventory;
import java.util.Optional;

/// What a bill of materials says. Nothing of it was looked at.
///
/// @param name of the image that it is of; empty if it does not say
/// @param digest of that image's manifest
/// @param created the time that the document names; empty if it names none
/// @param inventory its facts are unknown: no bill has a place for them
public record ReadBill(String name, Optional<Digest> digest, String created, Inventory inventory) {}
