package dev.cupel.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.Memo;
import dev.cupel.inventory.elf.LinkedFunctions;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedProgramsTest {
    private static final ImagePath PROGRAM = ImagePath.of("/tool");

    @TempDir
    private Path work;

    @Test
    @Needs(Provision.GO)
    void a_program_that_is_known_is_not_read_again() throws Exception {
        OpenedImage image = new TestImages(work)
                .of("mkdir ../go; echo 'module example.org/tool' > ../go/go.mod; printf 'package main\\nfunc main() { println(1) }\\n' > ../go/main.go; tool=$PWD/tool; cd ../go; go build -o $tool .; cd -; echo x > text");
        Memo memo = new Memo(ContentStore.at(work.resolve("memos")), "this");
        LinkedPrograms first = new LinkedPrograms(memo, new FoundImage(image.image(), () -> image));

        LinkedFunctions linked = first.in(PROGRAM);

        assertThat(linked.spelled("example.org/tool", "main")).isPresent();
        assertThat(first.in(ImagePath.of("/text"))).isEqualTo(LinkedFunctions.UNKNOWN);
        assertThat(first.in(ImagePath.of("/none"))).isEqualTo(LinkedFunctions.UNKNOWN);
        LinkedPrograms again = new LinkedPrograms(memo, new FoundImage(image.image(), () -> {
            throw new IOException("it was opened again");
        }));
        assertThat(again.in(PROGRAM)).isEqualTo(linked);
    }
}
