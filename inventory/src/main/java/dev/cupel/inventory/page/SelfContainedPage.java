package dev.cupel.inventory.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// One page with style, script and data in it; its policy forbids the network, and its script makes text out of all data.
public final class SelfContainedPage {
    private final String template;
    private final String style;
    private final String script;

    private SelfContainedPage(String template, String style, String script) {
        this.template = template;
        this.style = style;
        this.script = script;
    }

    /// The page whose `NAME.html`, `NAME.css` and `NAME.js` lie beside a class. The template has the places `/*STYLE*/`, `/*SCRIPT*/`
    /// and `/*DATA*/`.
    public static SelfContainedPage of(Class<?> beside, String name) throws IOException {
        return new SelfContainedPage(
                resource(beside, name + ".html"),
                resource(SelfContainedPage.class, "page.css") + resource(beside, name + ".css"),
                resource(SelfContainedPage.class, "page.js") + resource(beside, name + ".js"));
    }

    /// The page with its data: JSON without any `<`, so that none of it can end the element it stands in.
    public String render(String json) {
        if (json.indexOf('<') >= 0) {
            throw new IllegalArgumentException("a < in the data could end them");
        }
        // The data go in last: nothing that a file name says can be taken for a place to fill.
        return template.replace("/*STYLE*/", style)
                .replace("/*SCRIPT*/", "'use strict';\n(() => {\n" + script + "})();")
                .replace("/*DATA*/", json);
    }

    private static String resource(Class<?> beside, String name) throws IOException {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
