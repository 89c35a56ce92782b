package dev.cupel.inspect.diff;

import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.xray.XrayReport;
import dev.cupel.inventory.catalog.Inventory;

/// One of the two images: opened, looked through, reported.
public record Side(OpenedImage opened, Inventory inventory, XrayReport report) {}
