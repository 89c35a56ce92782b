package dev.cupel.image.registry;

import dev.cupel.image.registry.http.Answer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One page of a list of names, and where the next is. Spec: OCI distribution-spec 1.1, "Listing Tags"; RFC 8288.
record NamePage(List<String> names, Optional<URI> next) {
    private static final Pattern NEXT = Pattern.compile("<([^<>]{1,4096})>\\s*;[^,]{0,256}rel=\"?next\"?");

    NamePage {
        names = List.copyOf(names);
    }

    static Optional<URI> next(Answer answer) {
        Matcher link = NEXT.matcher(answer.header("Link").orElse(""));
        return link.find() ? resolved(answer.uri(), link.group(1)) : Optional.empty();
    }

    /// The next page, on the same host: a list does not lead elsewhere.
    private static Optional<URI> resolved(URI page, String link) {
        if (!link.matches("[!-~]+") || link.indexOf('|') >= 0) {
            return Optional.empty();
        }
        URI target = page.resolve(link.replace("{", "%7B").replace("}", "%7D").replace("\"", "%22").replace("^", "%5E")
                .replace("`", "%60").replace("\\", "%5C").replace("[", "%5B").replace("]", "%5D"));
        return RegistryAddress.sameOrigin(page, target) ? Optional.of(target) : Optional.empty();
    }
}
