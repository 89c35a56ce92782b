package dev.cupel.inspect.xray;

import dev.cupel.inventory.page.SelfContainedPage;
import java.io.IOException;

/// The report as one page that needs nothing else.
public final class XrayPage {
    private XrayPage() {}

    /// The page's text.
    public static String render(XrayReport report, XrayTree tree) throws IOException {
        return SelfContainedPage.of(XrayPage.class, "xray").render(new XrayJson().embedded(report, tree));
    }
}
