package dev.cupel.observe.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.observation.Observations;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs({Provision.ROOT, Provision.RUNC, Provision.COMPILER})
class WatchTest {
    @TempDir
    private Path directory;

    @Test
    void the_normal_pair_watches_a_container_from_its_first_instruction_to_its_last() throws Exception {
        SensorChoice choice = new Sensors(directory.resolve("cache")).choose();

        assertThat(choice).isInstanceOf(SensorChoice.Sighted.class);
        try (Watch watch = ((SensorChoice.Sighted) choice).watch();
                StagedContainer container = new StagedContainer(directory)) {
            SensorTarget target = container.create(watch.seccomp(), watch.parent().orElseGet(ProcessParent::plain), "/bin/act", "all");
            watch.attach(target);
            container.start(target);
            Observations seen = watch.observations();

            assertThat(seen.sensors().complete()).as(seen.sensors().toString()).isTrue();
            assertThat(seen.sensors().sensors()).containsExactly("fanotify", "ebpf");
            assertThat(seen.accesses())
                    .as("by fanotify alone: the loader is opened by the kernel")
                    .anyMatch(access -> access.path().text().equals("/lib/loader.so"))
                    .as("by eBPF alone: nothing is opened")
                    .anyMatch(access -> access.path().text().equals("/data/missing-stat") && !access.found());
            assertThat(seen.systemCalls()).contains("openat2", "exit_group");
            assertThat(seen.listening()).contains(new ListeningSocket("tcp", "127.0.0.1", 7070));
            assertThat(seen.connected()).contains("127.0.0.1:7070", "/data/sockeX");
        }
    }
}
