package dev.cupel.slim.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void a_kept_file_is_explained_by_its_reasons() {
        assertThat(lines("/usr/bin/env")).containsExactly("/usr/bin/env stays:", "  - rule shell: scripts expect it");
    }

    @Test
    void a_file_in_a_directory_that_went_whole_names_that_directory() {
        assertThat(lines("/usr/share/doc/perl/README").getFirst())
                .isEqualTo("/usr/share/doc/perl/README went with the whole of /usr/share/doc: "
                        + "no run used it, and nothing that stays was found to need it.");
    }

    @Test
    void a_directory_with_kept_files_counts_them() {
        assertThat(lines("/usr").getFirst()).contains("1 files (42 bytes)");
    }

    @Test
    void a_path_that_the_original_lacks_is_said_to_be_unknown() {
        assertThat(lines("/nowhere")).containsExactly("The original image has no /nowhere.");
    }

    private static List<String> lines(String path) {
        return Explanation.of(new ImagePath(path), ReportSample.small()).lines();
    }
}
