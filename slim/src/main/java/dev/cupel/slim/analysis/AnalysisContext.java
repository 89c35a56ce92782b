package dev.cupel.slim.analysis;

import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.packages.PackageIndex;

/// What an analyzer may look at.
///
/// @param root the original image's file system
/// @param config its configuration: environment, entry point, user
/// @param packages which package owns which path
/// @param mode how generous the closure is
public record AnalysisContext(RootFs root, ImageConfig config, PackageIndex packages, Mode mode) {}
