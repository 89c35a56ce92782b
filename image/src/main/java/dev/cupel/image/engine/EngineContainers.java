package dev.cupel.image.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The containers of an engine. A refusal is an [EngineRefusal].
public final class EngineContainers {
    private final EngineConnection connection;

    EngineContainers(EngineConnection connection) {
        this.connection = connection;
    }

    /// Makes a container without starting it; answers with its id.
    public String create(NewContainer container) throws IOException {
        return connection.call(new CreateContainer(container));
    }

    public void start(String id) throws IOException {
        connection.call(new ContainerAct.Start(id));
    }

    /// Describes the container; empty if there is none of this id or name.
    public Optional<ContainerState> inspect(String id) throws IOException {
        return connection.found(new InspectContainer(id));
    }

    /// Waits until it does not run any more, and answers with its exit code. After `longest` it is a
    /// [java.net.SocketTimeoutException].
    public int await(String id, Duration longest) throws IOException {
        return connection.call(new WaitContainer(id, longest));
    }

    /// What it wrote so far.
    public ContainerOutput logs(String id) throws IOException {
        CutOutput output = new CutOutput();
        connection.call(new ReadLogs(id, false, output));
        return output.text();
    }

    /// Passes on what it wrote and writes, until it ends or the thread is interrupted.
    public void follow(String id, OutputSink sink) throws IOException {
        connection.call(new ReadLogs(id, true, sink));
    }

    /// Passes on what it writes from now on until it ends; called before its start, that is everything, whatever the engine does
    /// with logs. `attached` is called once nothing can be missed any more.
    public void attach(String id, Runnable attached, OutputSink sink) throws IOException {
        connection.call(new AttachContainer(id, attached, sink));
    }

    /// Sends a signal, by name or number.
    public void kill(String id, String signal) throws IOException {
        connection.call(new ContainerAct.Kill(id, signal));
    }

    /// Sends the image's stop signal, and SIGKILL after `grace`; false if it did not run.
    public boolean stop(String id, Duration grace) throws IOException {
        return connection.call(new ContainerAct.Stop(id, grace));
    }

    /// Runs a command and waits for it, at most about `longest`; after that it is a [CommandTimedOut].
    public ExecOutcome exec(String id, NewExec command, Duration longest) throws IOException {
        return new ExecRun(connection, connection.call(new CreateExec(id, command)), longest).run();
    }

    /// Ends and removes it with its anonymous volumes; false if there was none.
    public boolean remove(String id) throws IOException {
        return connection.found(new ContainerAct.Remove(id)).orElse(false);
    }

    /// Ids of all containers that bear this label (`key` or `key=value`), stopped ones too.
    public List<String> labelled(String label) throws IOException {
        return connection.call(new ListContainers(label));
    }
}
