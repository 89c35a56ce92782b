package dev.cupel.observe.run;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.image.engine.EngineAddress;
import dev.cupel.image.engine.EngineInfo;
import java.nio.file.Files;

/// Whether an engine's containers can be watched from here: their processes and mounts must be this machine's, and seen.
record SameMachine(EngineAddress address, EngineInfo info) {
    private static final String OTHERWISE =
            "Leave --runtime docker out: Cupel runs the image itself then; or use --no-run: larger, and nothing is proven.";

    /// Where they cannot, it is a [CupelException].
    void require() {
        if (info.rootless()) {
            throw refused("it runs rootless, and what it mounts is not seen from outside its own user namespace");
        }
        if (!Files.isDirectory(info.rootDirectory())) {
            throw elsewhere();
        }
        if (!info.storageDriver().startsWith("overlay")) {
            throw refused("it keeps their files in " + Quoted.of(info.storageDriver())
                    + ", where they cannot be told from the machine's own; it takes overlay2 or overlayfs");
        }
    }

    /// The engine's own folder is not here.
    CupelException elsewhere() {
        return refused("its folder " + Quoted.of(info.rootDirectory().toString())
                + " is not on this machine; it runs on another one, or in a virtual machine as Docker Desktop does");
    }

    /// A container was started, and this process saw neither its mount nor its process.
    static CupelException unseen(EngineAddress address, String what) {
        return refused(address, what + " was not seen; Cupel runs in a container or sandbox of its own, or the engine on another machine");
    }

    private CupelException refused(String why) {
        return refused(address, why);
    }

    private static CupelException refused(EngineAddress address, String why) {
        return new CupelException(
                Fault.ENVIRONMENT, "Cannot watch containers of Docker Engine at " + address + ": " + why + ".", OTHERWISE);
    }
}
