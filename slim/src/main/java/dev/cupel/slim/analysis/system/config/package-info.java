/// What files of settings name: paths, libraries, services. Start at [NamedPaths].
/// May use: `dev.cupel.slim.analysis.system.glob`, `dev.cupel.slim.analysis.application`, `dev.cupel.slim.analysis`, `dev.cupel.inventory.packages`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.analysis.system.config;

import org.jspecify.annotations.NullMarked;
