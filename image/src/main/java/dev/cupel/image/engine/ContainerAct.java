package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import java.time.Duration;

/// What can be done to a container with no more answer than "done". Spec: Engine API, the sections named below.
sealed interface ContainerAct extends EngineCall<Boolean> {
    String id();

    /// Answers false where there was nothing to do.
    @Override
    default Boolean read(HttpAnswer answer) {
        return answer.status() != 304;
    }

    private static String path(String id) {
        return "/containers/" + EngineRequest.encoded(id);
    }

    /// `POST /containers/{id}/start`
    record Start(String id) implements ContainerAct {
        @Override
        public String action() {
            return "start the container " + Quoted.of(id);
        }

        @Override
        public EngineRequest request() {
            return EngineRequest.post(path(id) + "/start");
        }
    }

    /// `POST /containers/{id}/stop`: the image's stop signal, and SIGKILL after `grace`.
    record Stop(String id, Duration grace) implements ContainerAct {
        @Override
        public String action() {
            return "stop the container " + Quoted.of(id);
        }

        @Override
        public EngineRequest request() {
            EngineRequest request = EngineRequest.post(path(id) + "/stop?t=" + grace.toSeconds());
            return request.waiting(request.idle().plus(grace));
        }
    }

    /// `POST /containers/{id}/kill`
    record Kill(String id, String signal) implements ContainerAct {
        @Override
        public String action() {
            return "send " + Quoted.of(signal) + " to the container " + Quoted.of(id);
        }

        @Override
        public EngineRequest request() {
            return EngineRequest.post(path(id) + "/kill?signal=" + EngineRequest.encoded(signal));
        }
    }

    /// `DELETE /containers/{id}`, with its anonymous volumes, running or not.
    record Remove(String id) implements ContainerAct {
        @Override
        public String action() {
            return "remove the container " + Quoted.of(id);
        }

        @Override
        public EngineRequest request() {
            return EngineRequest.delete(path(id) + "?force=1&v=1");
        }
    }
}
