package dev.cupel.inventory.sbom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what packages call their licences into identifiers and expressions of SPDX, where that is the same licence beyond doubt.
final class LicenceNames {
    private static final Pattern TOKEN = Pattern.compile("[()]|[^\\s()]+");
    private static final Pattern DEBIAN_GNU = Pattern.compile("([AL]?GPL|GFDL)-v?(\\d)(\\.\\d)?(\\+)?");
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("expat", "MIT"),
            Map.entry("mit license", "MIT"),
            Map.entry("mit/x11", "MIT"),
            Map.entry("apache", "Apache-2.0"),
            Map.entry("apache 2.0", "Apache-2.0"),
            Map.entry("apache-2", "Apache-2.0"),
            Map.entry("apache license 2.0", "Apache-2.0"),
            Map.entry("apache license, version 2.0", "Apache-2.0"),
            Map.entry("apache software license", "Apache-2.0"),
            Map.entry("bsd-2-clauses", "BSD-2-Clause"),
            Map.entry("bsd-3-clauses", "BSD-3-Clause"),
            Map.entry("isc license (iscl)", "ISC"),
            Map.entry("mozilla public license 2.0 (mpl 2.0)", "MPL-2.0"),
            Map.entry("python software foundation license", "PSF-2.0"),
            Map.entry("ruby", "Ruby"));
    private final Map<String, String> identifiers = new HashMap<>();

    LicenceNames() {
        try (BufferedReader list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LicenceNames.class.getResourceAsStream("spdx-licences.txt")), StandardCharsets.UTF_8))) {
            list.lines().filter(line -> !line.startsWith("#")).forEach(id -> identifiers.put(id.toLowerCase(Locale.ROOT), id));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of licences is not in the archive", e);
        }
    }

    /// The identifier of one licence; empty if the name is none.
    Optional<String> identifier(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        String other = OTHER_NAMES.getOrDefault(plain, gnu(name.strip()));
        return Optional.ofNullable(identifiers.get(other.toLowerCase(Locale.ROOT)));
    }

    /// The expression (SPDX 2.3, Annex D); empty if a part of the text is no licence.
    Optional<String> expression(String text) {
        List<String> tokens = TOKEN.matcher(text).results().map(match -> match.group()).toList();
        StringBuilder out = new StringBuilder();
        boolean operand = true; // what comes next
        int depth = 0;
        for (String token : tokens) {
            String upper = token.toUpperCase(Locale.ROOT);
            if (token.equals("(") && operand) {
                depth++;
                out.append('(');
            } else if (token.equals(")") && !operand && depth-- > 0) {
                out.append(')');
            } else if (!operand && List.of("AND", "OR", "WITH").contains(upper)) {
                operand = true;
                out.append(' ').append(upper).append(' ');
            } else if (operand && identifier(token).isPresent()) {
                operand = false;
                out.append(identifier(token).get());
            } else {
                return Optional.empty();
            }
        }
        return operand || depth != 0 ? Optional.empty() : Optional.of(out.toString());
    }

    /// `GPL-2+` of Debian's copyright files and `GPL-2.0` of older lists.
    private static String gnu(String name) {
        Matcher gnu = DEBIAN_GNU.matcher(name);
        if (!gnu.matches()) {
            return name;
        }
        String version = gnu.group(2) + (gnu.group(3) == null ? ".0" : gnu.group(3));
        return gnu.group(1) + "-" + version + (gnu.group(4) == null ? "-only" : "-or-later");
    }
}
