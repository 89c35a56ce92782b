package dev.cupel.observe.sensor;

import dev.cupel.image.ImagePath;
import dev.cupel.linux.fanotify.FileEvent;
import dev.cupel.linux.fanotify.OpenWatch;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Sees every open and exec in the container's root, the kernel's own included: a script's interpreter, an ELF loader. Paths are
/// resolved, so links on the way are not seen, nor is anything that does not open a file.
final class FanotifySensor implements Sensor {
    private static final long SELF = ProcessHandle.current().pid();

    private final OpenWatch watch;
    private final Attachment<Recorder> recorder = new Attachment<>();
    private final Attachment<SensorTarget> target = new Attachment<>();
    private final Pump pump = new Pump("cupel-fanotify", this::round, this::failed);
    private boolean commandRuns;
    private boolean sawUs;

    FanotifySensor(OpenWatch watch) {
        this.watch = watch;
    }

    @Override
    public String name() {
        return "fanotify";
    }

    @Override
    public void attach(SensorTarget container, Recorder log) throws IOException {
        target.set(container);
        recorder.set(log);
        Path root = Path.of("/proc/" + container.initPid() + "/root/");
        if (Files.getFileStore(container.mergedRoot()).type().equals("overlay")) {
            watch.watchFileSystem(container.mergedRoot());
        } else {
            watch.watchMount(root); // a mark on the whole file system would tell about the host's files too
        }
        sing(root);
        pump.start();
    }

    @Override
    public void drain() throws IOException {
        pump.now();
    }

    @Override
    public void close() throws IOException {
        try (watch) {
            if (recorder.isSet()) {
                pump.stop();
            }
        }
    }

    /// The canary: we list the root ourselves, which must be told.
    private void sing(Path root) throws IOException {
        long names;
        try (Stream<Path> entries = Files.list(root)) {
            names = entries.count();
        }
        pump.now();
        if (!sawUs) {
            recorder.get().lost(name(), 1);
            recorder.get().remark("fanotify did not tell that the container's root, with " + names + " names, was listed");
        }
    }

    private void round() throws IOException {
        watch.drain(this::tell);
    }

    private void tell(FileEvent event) {
        switch (event) {
            case FileEvent.Opened opened when opened.process() == SELF -> sawUs = true;
            case FileEvent.Opened opened -> tell(opened);
            case FileEvent.Unnamed _ -> {
                recorder.get().lost(name(), 1);
                recorder.get().remark("a file was opened whose path is longer than 4096 bytes; fanotify cannot name it");
            }
            case FileEvent.Lost(String reason) -> {
                recorder.get().lost(name(), 1);
                recorder.get().remark("fanotify lost events: " + reason);
            }
        }
    }

    private void tell(FileEvent.Opened opened) {
        Recorder log = recorder.get();
        if (opened.executed() && !commandRuns) {
            commandRuns = true; // the runtime itself runs nothing from inside the root
            log.started();
        }
        AccessKind kind = opened.executed() ? AccessKind.EXECUTE : opened.directory() ? AccessKind.LIST : AccessKind.READ;
        String program = new ProcessProgram(opened.process()).path().map(this::inside).orElse("");
        String phase = commandRuns ? log.phase() : Recorder.RUNTIME;
        log.access(new Access(ImagePath.of(inside(opened.path())), kind, true, program, phase, name()));
    }

    /// Files that are opened through the host's mount carry its directory in front.
    private String inside(String path) {
        String merged = target.get().mergedRoot().toString();
        return path.startsWith(merged + "/") ? path.substring(merged.length()) : path.equals(merged) ? "/" : path;
    }

    private void failed(IOException e) {
        recorder.get().lost(name(), 1);
        recorder.get().remark("fanotify stopped: " + e.getMessage());
    }
}
