package dev.cupel.inspect.diff;

import dev.cupel.inventory.page.SelfContainedPage;
import java.io.IOException;

/// The difference as one page that needs nothing else.
public final class DiffPage {
    private DiffPage() {}

    /// The page's text.
    ///
    /// @param json of the difference, with what else is to be shown
    public static String render(PlatformsDiff diff, DiffJson json) throws IOException {
        return SelfContainedPage.of(DiffPage.class, "diff").render(json.embedded(diff));
    }
}
