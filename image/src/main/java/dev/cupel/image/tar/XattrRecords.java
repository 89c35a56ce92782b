package dev.cupel.image.tar;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Extended attributes of an extended header: star's records, raw bytes, which engines read; and libarchive's, in base64,
/// for attributes that the former lacks.
final class XattrRecords {
    private static final String STAR = "SCHILY.xattr.";
    private static final String LIBARCHIVE = "LIBARCHIVE.xattr.";

    private XattrRecords() {}

    static SortedMap<String, String> read(PaxRecords pax) throws MalformedTar {
        SortedMap<String, String> found = Collections.emptySortedMap();
        for (Map.Entry<String, String> record : pax.values().entrySet()) {
            if (record.getKey().startsWith(STAR)) {
                found = with(found, record.getKey().substring(STAR.length()), record.getValue());
            }
        }
        for (Map.Entry<String, String> record : pax.values().entrySet()) {
            if (record.getKey().startsWith(LIBARCHIVE)) {
                String name = decodedName(record.getKey().substring(LIBARCHIVE.length()));
                if (!found.containsKey(name)) {
                    found = with(found, name, decoded(record.getValue()));
                }
            }
        }
        return found;
    }

    private static SortedMap<String, String> with(SortedMap<String, String> found, String name, String value) {
        SortedMap<String, String> more = found.isEmpty() ? new TreeMap<>() : found;
        more.put(name, value);
        return more;
    }

    private static String decodedName(String name) throws MalformedTar {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private static String decoded(String value) throws MalformedTar {
        try {
            return new String(Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private static MalformedTar damaged(IllegalArgumentException cause) {
        return new MalformedTar("an extended attribute is damaged", cause);
    }
}
