package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;

/// What one answer gives occasion to ask next.
final class Harvest {
    private Harvest() {}

    static List<Ask.Http> of(Exchange exchange) {
        if (!(exchange.ask() instanceof Ask.Http ask) || !(exchange.answer() instanceof Answer.Http answer)) {
            return List.of();
        }
        List<Ask.Http> found = new ArrayList<>();
        answer.header("location").ifPresent(location -> links(ask, Set.of(location), found));
        String text = answer.body().text();
        String type = answer.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        String path = Target.path(ask.target()).toLowerCase(Locale.ROOT);
        if (path.equals("/robots.txt") && answer.status() == 200) {
            RobotsFile robots = RobotsFile.read(text);
            robots.siteMaps().forEach(map -> Target.ofOwnSite(map).ifPresent(target -> targets(ask, Set.of(target), found)));
            targets(ask, robots.paths(), found);
        } else if (text.contains("<urlset") || text.contains("<sitemapindex") || path.endsWith("sitemap.txt")) {
            SiteMapFile map = SiteMapFile.read(text);
            targets(ask, map.siteMaps(), found);
            targets(ask, map.pages(), found);
        } else if (type.contains("html")) {
            page(exchange.id(), ask, PageReader.parse(text), found);
        } else if (type.contains("css")) {
            links(ask, ScriptReader.addressesInStyle(text), found);
        } else if (type.contains("javascript")) {
            links(ask, ScriptReader.addressesInScript(text), found);
        } else if (type.contains("json")) {
            links(ask, ScriptReader.addressesInJson(text), found);
        }
        return found;
    }

    private static void page(String exchange, Ask.Http ask, Document page, List<Ask.Http> found) {
        PageReader reader = new PageReader(ask.origin(), ask.target());
        targets(ask, reader.links(page), found);
        found.addAll(new FormReader(ask.origin(), reader.baseOf(page), exchange).requests(page));
    }

    private static void links(Ask.Http ask, Set<String> links, List<Ask.Http> found) {
        links.forEach(link -> Target.resolve(ask.origin(), ask.target(), link)
                .ifPresent(target -> found.add(Ask.Http.get(ask.origin(), target))));
    }

    private static void targets(Ask.Http ask, Set<String> targets, List<Ask.Http> found) {
        targets.forEach(target -> found.add(Ask.Http.get(ask.origin(), target)));
    }
}
