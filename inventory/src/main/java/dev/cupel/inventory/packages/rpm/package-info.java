/// Reads rpm's database in its three formats, without rpm. Bytes in, records out. Start at [RpmDatabase].
/// May use: the JDK. Must not use: anything that knows the image.
/// Formats: rpm 4.18's lib/header.c, lib/backend/ndb/rpmpkg.c and lib/backend/bdb_ro.c; SQLite 3 file format and WAL format
/// (sqlite.org/fileformat2.html, walformat.html).
@NullMarked
package dev.cupel.inventory.packages.rpm;

import org.jspecify.annotations.NullMarked;
