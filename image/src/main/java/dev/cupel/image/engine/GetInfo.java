package dev.cupel.image.engine;

import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/// Asks how the engine is set up. Spec: Engine API, `GET /info`.
record GetInfo() implements EngineCall<EngineInfo> {
    @Override
    public String action() {
        return "ask how the engine is set up";
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.get("/info");
    }

    @Override
    public EngineInfo read(HttpAnswer answer) throws IOException {
        JsonNode info = EngineJson.read(answer);
        // DriverStatus is a list of pairs; containerd's store names itself there and nowhere else.
        boolean containerd = info.path("DriverStatus").valueStream()
                .anyMatch(pair -> pair.path(0).asString("").equals("driver-type")
                        && pair.path(1).asString("").startsWith("io.containerd.snapshotter"));
        return new EngineInfo(
                info.path("Driver").asString(""),
                containerd,
                Path.of(info.path("DockerRootDir").asString("")),
                info.path("CgroupDriver").asString(""),
                info.path("CgroupVersion").asString("1").equals("2") ? 2 : 1,
                EngineJson.texts(info.path("SecurityOptions")).contains("name=rootless"));
    }
}
