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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Containers over mounted layers, one after the other.
final class EmbeddedStage implements Stage {
    private final Workplace workplace;
    private final ImageConfig image;
    private final LayerStack layers;
    private final RunPlan plan;
    private final RuntimeChoice runtimes;
    private final List<Volume> volumes = new ArrayList<>();

    EmbeddedStage(Workplace workplace, ImageConfig image, LayerStack layers, RunPlan plan, RuntimeChoice runtimes) {
        this.workplace = workplace;
        this.image = image;
        this.layers = layers;
        this.plan = plan;
        this.runtimes = runtimes;
    }

    @Override
    public Container fresh(Making making) throws IOException {
        return container(plan, making);
    }

    @Override
    public Container running(List<String> command, Map<String, String> environment, Making making) throws IOException {
        return container(plan.running(command, environment), making);
    }

    @Override
    public List<String> remarks() {
        return layers.shortcomings().remarks();
    }

    @Override
    public void close() throws IOException {
        workplace.close();
    }

    private Overlay mounted() throws IOException {
        Overlay overlay = new Overlay(workplace.folder("root"), layers.directories(), !layers.shortcomings().here().isInitial());
        workplace.make(new Leftover.Mounted(overlay.merged()), overlay::mount);
        layers.restoreImplied(overlay.merged());
        return overlay;
    }

    private Container container(RunPlan how, Making making) throws IOException {
        Overlay overlay = mounted();
        ContainerProcess process;
        try (RootedDirectory inside = RootedDirectory.open(overlay.merged())) {
            process = ContainerProcess.of(image, how, inside);
            makeDirectory(inside, process.directory());
            fillVolumes(inside);
        }
        try (Wiring wiring = Wiring.of(how.network())) {
            Blueprint blueprint = new Blueprint(overlay, process, volumes, how, wiring.path(), making);
            Creation creation = runtimes.first(program -> new Creator(workplace).create(program, blueprint));
            return new LocalContainer(new Home(guard(), written(overlay)), creation, Signal.toStop(image.stopSignal()));
        }
    }

    /// As Docker does: what is missing on the way is root's, with mode 0755.
    private static void makeDirectory(RootedDirectory inside, ImagePath directory) throws IOException {
        inside.folderMade(NameBytes.of(directory.text()), new ArrayList<>()).close();
    }

    private void fillVolumes(RootedDirectory inside) throws IOException {
        if (!volumes.isEmpty()) {
            return;
        }
        for (ImagePath place : plan.volumesOf(image)) {
            volumes.add(Volume.filled(workplace.folder("volume"), place, inside));
        }
    }

    private WrittenFiles written(Overlay overlay) {
        Map<Path, ImagePath> places = new HashMap<>();
        places.put(overlay.upper(), ImagePath.ROOT);
        volumes.forEach(volume -> places.put(volume.directory(), volume.place()));
        return new WrittenFiles(places);
    }

    private ScratchGuard guard() {
        return new ScratchGuard(List.of(workplace.directory()), plan.limits().scratchBytes());
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
