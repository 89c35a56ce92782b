package dev.cupel.observe.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A program of its own that runs a container in every way there is, says how far it is, and waits to be killed.
public final class RunToBeKilled {
    private RunToBeKilled() {}

    /// Works in the directory that is its first argument, with the engine that the second names: `embedded` or `docker`.
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Sandbox sandbox = arguments[1].equals("docker") ? Sandbox.ofDocker(directory) : Sandbox.in(directory);
        var image = TestImage.alpine(sandbox.store()).volume("/data").command("sh", "-c", "while :; do sleep 1; done").image();
        Stage stage = sandbox.engine().stage(image, RunPlan.asTheImageSays());
        tell("staged");
        Container container = stage.fresh(Making.plain());
        tell("created");
        container.start();
        tell("started");
        Thread.ofPlatform().daemon().start(() -> execute(container));
        container.exec(List.of("sh", "-c", "echo x > /data/x"), Map.of(), Duration.ofSeconds(60));
        tell("executed");
        container.stop(Duration.ZERO);
        tell("stopped");
        System.in.read();
    }

    private static void execute(Container container) {
        try {
            container.exec(List.of("sleep", "1000"), Map.of(), Duration.ofHours(1));
        } catch (IOException e) {
            tell("the long command ended: " + e.getMessage());
        }
    }

    private static void tell(String where) {
        System.out.println(where);
        System.out.flush();
    }
}
