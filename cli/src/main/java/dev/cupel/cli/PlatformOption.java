package dev.cupel.cli;

import dev.cupel.image.Platform;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Which image of an index is meant.
final class PlatformOption {
    @Option(names = "--platform", paramLabel = "OS/ARCH", description = "Which image of an index (default: this machine's).")
    private String platform = "";

    Platform chosen(CommandSpec spec) {
        try {
            return platform.isEmpty() ? Platform.linuxOn(System.getProperty("os.arch")) : Platform.parse(platform);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
