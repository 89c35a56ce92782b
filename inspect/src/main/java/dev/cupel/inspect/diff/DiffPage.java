package dev.cupel.inspect.diff;

import dev.cupel.inventory.page.SelfContainedPage;
import java.io.IOException;

/// The difference as one page that needs nothing else.
public final class DiffPage {
    private DiffPage() {}

    /// The page's text.
    public static String render(PlatformsDiff diff) throws IOException {
        return SelfContainedPage.of(DiffPage.class, "diff").render(new DiffJson().embedded(diff));
    }
}
