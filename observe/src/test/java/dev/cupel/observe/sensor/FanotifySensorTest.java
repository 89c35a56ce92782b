package dev.cupel.observe.sensor;

import dev.cupel.linux.fanotify.OpenWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

class FanotifySensorTest extends SensorContract {
    @Override
    Sensor open(Path cache) throws IOException {
        return new FanotifySensor(OpenWatch.unlimited());
    }

    @Override
    Set<Scene> blind() {
        return EnumSet.of(
                Scene.STAT_FILE,
                Scene.ACCESS_FILE,
                Scene.READ_LINK,
                Scene.NAME_OF_LINK,
                Scene.MISSING,
                Scene.FAILED_EXEC,
                Scene.CHDIR_ASK,
                Scene.CHROOT_ASK,
                Scene.DIRFD_ASK,
                Scene.THREADS_ASK,
                Scene.STORM_ASK,
                Scene.RING_STAT,
                Scene.WRITES,
                Scene.UNIX_SOCKETS);
    }
}
