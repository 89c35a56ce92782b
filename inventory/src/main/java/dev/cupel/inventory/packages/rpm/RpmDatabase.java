package dev.cupel.inventory.packages.rpm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads whichever of rpm's databases a file is: SQLite (`rpmdb.sqlite`), ndb (`Packages.db`), Berkeley DB hash (`Packages`).
public final class RpmDatabase {
    private RpmDatabase() {}

    /// The installed packages in the order of the file. Keys that rpm stores as if they were packages are none.
    ///
    /// @param writeAheadLog what `rpmdb.sqlite-wal` holds, empty where there is none
    public static List<RpmRecord> read(ByteBuffer file, ByteBuffer writeAheadLog) throws MalformedRpm {
        List<RpmRecord> records = new ArrayList<>();
        for (byte[] blob : blobs(file, writeAheadLog)) {
            RpmRecord one = RpmRecord.read(blob);
            if (!one.name().isEmpty() && !one.name().equals("gpg-pubkey")) {
                records.add(one);
            }
        }
        return records;
    }

    private static List<byte[]> blobs(ByteBuffer file, ByteBuffer log) throws MalformedRpm {
        if (startsWith(file, "SQLite format 3\0")) {
            return new SqliteTable(SqlitePages.of(file, log)).blobs("Packages");
        }
        if (startsWith(file, "RpmP")) {
            return NdbFile.blobs(file);
        }
        return BerkeleyHash.blobs(file);
    }

    private static boolean startsWith(ByteBuffer file, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            if (i >= file.limit() || file.get(i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
