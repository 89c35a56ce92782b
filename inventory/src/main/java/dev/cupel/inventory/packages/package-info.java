/// Packages of the operating system: which are installed, which files they own, what they depend on.
/// Start at [PackageIndex]; [InstalledPackages] is the one read from an image's databases.
/// May use: `dev.cupel.image`, `dev.cupel.inventory.packages.rpm`, `.distribution`, Jackson.
/// Formats: Debian Policy 5.1 (control files), dpkg(1) and deb-conffiles(5) of dpkg 1.21, apk-tools 2 (`installed`), chisel's manifest 1.0.
@NullMarked
package dev.cupel.inventory.packages;

import org.jspecify.annotations.NullMarked;
