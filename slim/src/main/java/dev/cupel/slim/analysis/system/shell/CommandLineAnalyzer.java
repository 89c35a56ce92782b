package dev.cupel.slim.analysis.system.shell;

import dev.cupel.image.manifest.HealthCheck;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.system.programs.Programs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Keeps what the image's own configuration starts: entry point, command, health check. The run may have been given another
/// command, and an orchestrator runs the check that the engine's own run did not.
public final class CommandLineAnalyzer implements Analyzer {
    @Override
    public String name() {
        return "command-line";
    }

    @Override
    public List<Need> always(AnalysisContext context) throws IOException {
        ImageConfig config = context.config();
        Calls calls = new Calls(context.root(), config);
        CommandPlaces places = CommandPlaces.of(Programs.of(context.root(), config));
        add(config.entrypoint(), "ENTRYPOINT", places, calls);
        add(config.command(), "CMD", places, calls);
        if (config.healthCheck().isPresent()) {
            add(inFull(config.healthCheck().get(), config), "HEALTHCHECK", places, calls);
        }
        return calls.needs();
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) {
        return List.of();
    }

    private static void add(List<String> words, String instruction, CommandPlaces places, Calls calls) throws IOException {
        if (!words.isEmpty()) {
            calls.words(words, places, Reasons.of(instruction), 0);
        }
    }

    private static List<String> inFull(HealthCheck check, ImageConfig config) {
        List<String> test = check.test();
        if (test.isEmpty() || test.getFirst().equals("NONE")) {
            return List.of();
        }
        if (!test.getFirst().equals("CMD-SHELL")) {
            return test.subList(1, test.size());
        }
        List<String> words = new ArrayList<>(config.shell().isEmpty() ? List.of("/bin/sh", "-c") : config.shell());
        words.addAll(test.subList(1, test.size()));
        return words;
    }
}
