/// What programs and libraries need to be loaded: their dynamic loader, their libraries as that loader would find them, and
/// those that they load by name. Start at [ElfAnalyzer].
/// May use: `dev.cupel.slim.analysis`, `dev.cupel.slim.keep`, `dev.cupel.inventory.elf`, `dev.cupel.image`.
/// Spec: ld.so(8) of glibc 2.41; musl's `ldso/dynlink.c`, `load_library`.
@NullMarked
package dev.cupel.slim.analysis.system.elf;

import org.jspecify.annotations.NullMarked;
