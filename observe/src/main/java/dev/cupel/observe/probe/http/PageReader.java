package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Origin;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds in a page what a browser would load and what a visitor could open next.
final class PageReader {
    private static final String ADDRESSES =
            "a[href],area[href],link[href],script[src],img[src],iframe[src],frame[src],source[src],video[src],video[poster],"
                    + "audio[src],embed[src],object[data],track[src],use[href],input[src],img[srcset],source[srcset],"
                    + "[hx-get],[data-url],[data-href],[data-src],form[action]";
    private static final String[] ATTRIBUTES = {"href", "src", "data", "poster", "hx-get", "data-url", "data-href", "data-src"};
    private static final Pattern REFRESH = Pattern.compile("(?i)^[^;]*;\\s*url\\s*=\\s*['\"]?([^'\"]+)");

    private final Origin origin;
    private final String target;

    PageReader(Origin origin, String target) {
        this.origin = origin;
        this.target = target;
    }

    /// Targets on the same server, in the order of the page.
    Set<String> links(Document page) {
        Set<String> found = new LinkedHashSet<>();
        String base = baseOf(page);
        for (Element element : page.select(ADDRESSES)) {
            for (String attribute : ATTRIBUTES) {
                add(found, base, element.attr(attribute));
            }
            for (String candidate : element.attr("srcset").split(",", -1)) {
                add(found, base, candidate.strip().replaceFirst("\\s.*", ""));
            }
        }
        page.select("meta[http-equiv=refresh]").forEach(meta -> {
            Matcher matcher = REFRESH.matcher(meta.attr("content"));
            if (matcher.find()) {
                add(found, base, matcher.group(1));
            }
        });
        page.select("style,[style]").forEach(styled ->
                ScriptReader.addressesInStyle(styled.data() + styled.attr("style")).forEach(one -> add(found, base, one)));
        page.select("script:not([src])").forEach(script ->
                ScriptReader.addressesInScript(script.data()).forEach(one -> add(found, base, one)));
        return found;
    }

    static Document parse(String html) {
        return Jsoup.parse(html);
    }

    String baseOf(Document page) {
        return Optional.ofNullable(page.selectFirst("base[href]"))
                .flatMap(base -> Target.resolve(origin, target, base.attr("href")))
                .orElse(target);
    }

    private void add(Set<String> found, String base, String link) {
        if (!link.isBlank()) {
            Target.resolve(origin, base, link).ifPresent(found::add);
        }
    }
}
