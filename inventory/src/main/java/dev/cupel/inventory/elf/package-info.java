/// Reads ELF files: what a program or library is made for, which libraries and interpreter it asks for, and what it says of
/// those it loads by name. Bytes in, records out.
/// Start at [ElfReader]. May use: `dev.cupel.image`, Jackson (the notes are JSON).
/// Spec: System V gABI, "Object Files"; UAPI Group, "ELF Metadata on Dependencies".
@NullMarked
package dev.cupel.inventory.elf;

import org.jspecify.annotations.NullMarked;
