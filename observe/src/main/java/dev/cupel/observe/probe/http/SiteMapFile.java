package dev.cupel.observe.probe.http;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/// The addresses of a site map or of an index of site maps (sitemaps.org protocol 0.9; a plain list of addresses too).
///
/// @param pages targets on the probed server
/// @param siteMaps further site maps, as targets
record SiteMapFile(Set<String> pages, Set<String> siteMaps) {
    private static final int MOST = 200;

    static SiteMapFile read(String text) {
        if (!text.contains("<")) {
            Set<String> pages = new LinkedHashSet<>();
            text.lines().filter(line -> line.startsWith("http")).limit(MOST).forEach(line -> add(pages, line));
            return new SiteMapFile(pages, Set.of());
        }
        // jsoup's XML reader knows no entities but the predefined ones and loads nothing, so a DTD cannot harm.
        var document = Jsoup.parse(text, "", Parser.xmlParser());
        Set<String> pages = new LinkedHashSet<>();
        document.select("url > loc").stream().limit(MOST).forEach(loc -> add(pages, loc.text()));
        Set<String> siteMaps = new LinkedHashSet<>();
        document.select("sitemap > loc").stream().limit(MOST).forEach(loc -> add(siteMaps, loc.text()));
        return new SiteMapFile(pages, siteMaps);
    }

    private static void add(Set<String> targets, String address) {
        Target.ofOwnSite(address).ifPresent(targets::add);
    }
}
