package dev.cupel.observe.run;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.linux.mount.Overlay;
import dev.cupel.linux.namespace.NetworkNamespace;
import dev.cupel.linux.process.Signal;
import dev.cupel.linux.rooted.Folder;
import dev.cupel.linux.rooted.RootedDirectory;
import dev.cupel.observe.journal.Leftover;
import dev.cupel.observe.journal.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Containers over mounted layers, one after the other.
final class EmbeddedStage implements Stage {
    private static final int LOG_BYTES = 8 << 20;

    private final Workplace workplace;
    private final ImageConfig image;
    private final List<Path> layers;
    private final RunPlan plan;
    private final RuntimeChoice runtimes;
    private final List<Volume> volumes = new ArrayList<>();
    private Optional<Overlay> root = Optional.empty();

    EmbeddedStage(Workplace workplace, ImageConfig image, List<Path> layers, RunPlan plan, RuntimeChoice runtimes) {
        this.workplace = workplace;
        this.image = image;
        this.layers = List.copyOf(layers);
        this.plan = plan;
        this.runtimes = runtimes;
    }

    @Override
    public Container fresh() throws IOException {
        return container(newRoot(), plan);
    }

    @Override
    public Container again() throws IOException {
        return container(root.isPresent() ? root.get() : newRoot(), plan);
    }

    @Override
    public Container running(List<String> command, Map<String, String> environment) throws IOException {
        List<String> variables = new ArrayList<>(plan.environment());
        environment.forEach((name, value) -> variables.add(name + "=" + value));
        RunPlan other = plan.withEntrypoint(List.of()).withCommand(command).withEnvironment(variables);
        return container(newRoot(), other);
    }

    @Override
    public void close() throws IOException {
        workplace.close();
    }

    private Overlay newRoot() throws IOException {
        if (root.isPresent()) {
            workplace.unmake(new Leftover.Mounted(root.get().merged()));
        }
        Overlay overlay = new Overlay(workplace.folder("root"), layers, false);
        workplace.make(new Leftover.Mounted(overlay.merged()), overlay::mount);
        root = Optional.of(overlay);
        return overlay;
    }

    private Container container(Overlay overlay, RunPlan how) throws IOException {
        ContainerProcess process;
        try (RootedDirectory inside = RootedDirectory.open(overlay.merged())) {
            process = ContainerProcess.of(image, how, inside);
            makeDirectory(inside, process.directory());
            fillVolumes(inside);
        }
        try (Wiring wiring = Wiring.of(how.network())) {
            Creation creation =
                    runtimes.first(program -> create(new OciRuntime(program, runtimeState()), overlay, process, how, wiring));
            return new EmbeddedContainer(workplace, creation, stopSignal(), guard(), written(overlay));
        }
    }

    private Creation create(OciRuntime runtime, Overlay overlay, ContainerProcess process, RunPlan how, Wiring wiring)
            throws IOException {
        String id = "cupel-" + UUID.randomUUID().toString().substring(0, 12);
        Path bundle = workplace.folder("container");
        List<MountSpec> mounts = mounts(bundle, how);
        RuntimeConfig config = new RuntimeConfig(
                overlay.merged().toString(), process, mounts, how, wiring.path(), id, OwnLimits.openFiles());
        Files.write(bundle.resolve("config.json"), config.json());
        OutputRing ring = new OutputRing(LOG_BYTES);
        OutputPipe output = OutputPipe.in(bundle, "output", ring);
        Leftover groups = new Leftover.ControlGroups(id);
        Leftover container = Creation.leftover(runtime, id);
        Leftover atWork = new Leftover.AtWork(runtime.stateRoot());
        try {
            // Cleaned in the opposite order: whoever still works on it is ended, then its processes, then the runtime forgets it.
            int pid = workplace.make(
                    container,
                    () -> workplace.make(groups, () -> workplace.make(atWork, () -> runtime.create(id, bundle, output))));
            return new Creation(runtime, id, bundle, overlay.merged(), config, pid, output, ring);
        } catch (RuntimeRefusal e) {
            workplace.forget(atWork);
            workplace.unmake(groups);
            workplace.unmake(container);
            throw e;
        }
    }

    /// As Docker does: what is missing on the way is root's, with mode 0755.
    private static void makeDirectory(RootedDirectory inside, ImagePath directory) throws IOException {
        try (Folder _ = inside.folderMade(NameBytes.of(directory.text()), new ArrayList<>())) {
            return;
        }
    }

    private void fillVolumes(RootedDirectory inside) throws IOException {
        if (!volumes.isEmpty()) {
            return;
        }
        for (String declared : image.volumes()) {
            ImagePath place = ImagePath.of(declared);
            boolean covered = plan.binds().stream().anyMatch(bind -> bind.target().equals(place))
                    || plan.tmpfs().stream().anyMatch(tmpfs -> tmpfs.target().equals(place));
            if (!covered && !place.isRoot()) {
                volumes.add(Volume.filled(workplace.folder("volume"), place, inside));
            }
        }
    }

    private List<MountSpec> mounts(Path bundle, RunPlan how) throws IOException {
        List<MountSpec> all = new ArrayList<>(new NetworkFiles(bundle, how.network(), how.hostname()).mounts());
        volumes.forEach(volume -> all.add(volume.mount()));
        how.tmpfs().forEach(tmpfs -> all.add(MountSpec.tmpfs(tmpfs)));
        how.binds().forEach(bind -> all.add(MountSpec.bind(bind.source().toString(), bind.target(), bind.readOnly())));
        return all;
    }

    private WrittenFiles written(Overlay overlay) {
        Map<Path, ImagePath> places = new HashMap<>();
        places.put(overlay.upper(), ImagePath.ROOT);
        volumes.forEach(volume -> places.put(volume.directory(), volume.place()));
        return new WrittenFiles(places);
    }

    private ScratchGuard guard() {
        return new ScratchGuard(workplace.directory(), plan.limits().scratchBytes());
    }

    private Signal stopSignal() {
        return Signal.parse(image.stopSignal()).orElse(Signal.TERM);
    }

    private Path runtimeState() throws IOException {
        return Files.createDirectories(workplace.directory().resolve("runtime"));
    }

    /// The network namespace that a container is created in, where the runtime is not to make one.
    private record Wiring(Optional<NetworkNamespace> namespace) implements AutoCloseable {
        static Wiring of(Network network) throws IOException {
            return new Wiring(network == Network.NONE ? Optional.of(NetworkNamespace.unconnected()) : Optional.empty());
        }

        Optional<String> path() {
            return namespace.map(NetworkNamespace::path);
        }

        @Override
        public void close() throws IOException {
            if (namespace.isPresent()) {
                namespace.get().close();
            }
        }
    }
}
