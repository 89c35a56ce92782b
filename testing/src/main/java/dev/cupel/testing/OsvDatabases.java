package dev.cupel.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// Databases for osv-scanner's offline mode: `osv-scanner/ECOSYSTEM/all.zip` with a JSON file for each
/// record (osv-scanner, "Offline mode", manual download).
///
/// @param directory what `OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY` has to name
public record OsvDatabases(Path directory) {
    /// Makes one of the shared data; `file` is a name there such as `npm`, `ecosystem` what osv-scanner calls it.
    public OsvDatabases add(String file, String ecosystem) throws IOException {
        Path records = SharedData.directory().resolve("osv").resolve(file + ".jsonl.gz");
        try (InputStream lines = new GZIPInputStream(Files.newInputStream(records))) {
            return add(lines, ecosystem);
        }
    }

    /// Makes one of records, one a line.
    public OsvDatabases add(InputStream records, String ecosystem) throws IOException {
        Path zip = Files.createDirectories(directory.resolve("osv-scanner").resolve(ecosystem)).resolve("all.zip");
        JsonMapper json = JsonMapper.shared();
        BufferedReader lines = new BufferedReader(new InputStreamReader(records, StandardCharsets.UTF_8));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.putNextEntry(new ZipEntry(json.readTree(line).path("id").asString("") + ".json"));
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return this;
    }
}
