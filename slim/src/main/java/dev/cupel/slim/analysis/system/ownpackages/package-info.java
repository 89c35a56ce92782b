/// The application's own packages of the operating system: those that its programs come from stay whole, less what only people
/// and compilers read. Start at [OwnPackages].
/// May use: `dev.cupel.slim.analysis.system.glob`, `dev.cupel.slim.analysis.system.programs`, `dev.cupel.slim.analysis`,
/// `dev.cupel.inventory.packages`, `dev.cupel.inventory.elf`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.analysis.system.ownpackages;

import org.jspecify.annotations.NullMarked;
