package dev.cupel.image.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One challenge of a `WWW-Authenticate` header (RFC 9110, section 11.6.1).
///
/// @param scheme in lower case: `bearer`, `basic`
/// @param parameters names in lower case
record Challenge(String scheme, Map<String, String> parameters) {
    private static final int LONGEST = 8192;

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /// The challenge to answer among those of all header fields: a bearer token before a password.
    static Optional<Challenge> choose(List<String> fields) throws MalformedAnswer {
        List<Challenge> all = new ArrayList<>();
        for (String field : fields) {
            all.addAll(parse(field));
        }
        return all.stream()
                .filter(one -> one.scheme.equals("bearer"))
                .findFirst()
                .or(() -> all.stream().filter(one -> one.scheme.equals("basic")).findFirst());
    }

    /// Reads one header field, which may hold several challenges.
    static List<Challenge> parse(String field) throws MalformedAnswer {
        if (field.length() > LONGEST) {
            throw new MalformedAnswer("the registry's challenge is longer than " + LONGEST + " characters");
        }
        return new Reader(field).challenges();
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Challenge> challenges() throws MalformedAnswer {
            List<Challenge> found = new ArrayList<>();
            skip(" \t,");
            while (at < text.length()) {
                String scheme = token();
                skip(" \t");
                found.add(new Challenge(scheme.toLowerCase(Locale.ROOT), parameters()));
                skip(" \t,");
            }
            return found;
        }

        /// Parameters up to the next scheme: a token is one only if an equals sign follows.
        private Map<String, String> parameters() throws MalformedAnswer {
            Map<String, String> found = new TreeMap<>();
            while (at < text.length()) {
                int start = at;
                String name = token();
                skip(" \t");
                if (at >= text.length() || text.charAt(at) != '=') {
                    at = start;
                    return found;
                }
                at++;
                skip(" \t");
                found.put(name.toLowerCase(Locale.ROOT), at < text.length() && text.charAt(at) == '"' ? quoted() : token());
                skip(" \t,");
            }
            return found;
        }

        private String token() throws MalformedAnswer {
            int start = at;
            while (at < text.length() && " \t,=\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (at == start) {
                throw new MalformedAnswer("the registry's challenge cannot be read");
            }
            return text.substring(start, at);
        }

        private String quoted() throws MalformedAnswer {
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at));
            }
            if (at >= text.length()) {
                throw new MalformedAnswer("the registry's challenge ends within a quoted value");
            }
            at++;
            return value.toString();
        }

        private void skip(String characters) {
            while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
