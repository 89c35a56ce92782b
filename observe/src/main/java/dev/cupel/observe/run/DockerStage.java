package dev.cupel.observe.run;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.ImagePath;
import dev.cupel.image.engine.ContainerState;
import dev.cupel.image.engine.Engine;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.linux.namespace.NetworkNamespace;
import dev.cupel.linux.process.Signal;
import dev.cupel.observe.journal.EngineThing;
import dev.cupel.observe.journal.Leftover;
import dev.cupel.observe.journal.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Containers of Docker Engine, one after the other, over volumes that the engine keeps.
final class DockerStage implements Stage {
    private final Workplace workplace;
    private final Engine engine;
    private final String imageName;
    private final ImageConfig image;
    private final RunPlan plan;
    private final List<DockerVolume> volumes = new ArrayList<>();

    /// @param imageName what the engine knows the image by
    DockerStage(Workplace workplace, Engine engine, String imageName, ImageConfig image, RunPlan plan) throws IOException {
        this.workplace = workplace;
        this.engine = engine;
        this.imageName = imageName;
        this.image = image;
        this.plan = plan;
        for (ImagePath place : plan.volumesOf(image)) {
            volumes.add(DockerVolume.made(engine, workplace, place));
        }
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
    public void close() throws IOException {
        workplace.close();
    }

    private Container container(RunPlan how, Making making) throws IOException {
        if (making.seccomp().isPresent() || making.parent().isPresent()) {
            throw noFilter();
        }
        List<MountSpec> kept = volumes.stream().map(DockerVolume::mount).toList();
        DockerOrder order =
                new DockerOrder(imageName, image, how, new PlannedMounts(workplace.folder("container"), how, kept).all());
        String name = UniqueName.next();
        Leftover.InEngine container = new Leftover.InEngine(EngineThing.CONTAINER, engine.address(), name);
        try {
            String id = workplace.make(container, () -> engine.containers().create(order.named(name)));
            ContainerState created = engine.containers().inspect(id).orElseThrow(() -> new IOException("the engine lost " + name));
            return held(container, order, created);
        } catch (IOException | RuntimeException e) {
            workplace.unmake(container);
            throw e;
        }
    }

    private Container held(Leftover.InEngine container, DockerOrder order, ContainerState created) throws IOException {
        Output output = new AttachedOutput(engine, created.id()).open();
        HeldStart held = HeldStart.of(engine, created);
        try {
            if (order.plan().network() == Network.NONE) {
                silence(held.initPid());
            }
            DockerCreation creation = new DockerCreation(workplace, engine, container, held, order, output);
            return new LocalContainer(home(held), creation, Signal.toStop(image.stopSignal()));
        } catch (IOException | RuntimeException e) {
            held.release();
            throw e;
        }
    }

    /// An engine's container without a network still has a loopback interface that is up.
    private static void silence(int process) throws IOException {
        try (NetworkNamespace network = NetworkNamespace.of(process)) {
            network.silence();
        }
    }

    private Home home(HeldStart held) {
        Map<Path, ImagePath> places = new HashMap<>();
        places.put(held.upperDirectory(), ImagePath.ROOT);
        volumes.forEach(volume -> places.put(volume.directory(), volume.place()));
        List<Path> directories = new ArrayList<>(places.keySet());
        return new Home(new ScratchGuard(directories, plan.limits().scratchBytes()), new WrittenFiles(places));
    }

    private static CupelException noFilter() {
        return new CupelException(
                Fault.ENVIRONMENT,
                "Cannot watch what a container of Docker Engine asks for by name: eBPF is not available here, and seccomp, which would stand in"
                        + " for it, must be put into the container's configuration, which the engine does not let in.",
                "Run Cupel where eBPF is permitted (root on the host, a kernel of at least 5.8 with BTF); or leave --runtime docker out: Cupel's"
                        + " own run can use seccomp; or use --no-run: larger, and nothing is proven.");
    }
}
