package dev.cupel.cli;

import dev.cupel.cli.terminal.StandardOutput;
import dev.cupel.cli.terminal.Voice;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// Where the program starts: builds the command line, runs it, and turns every outcome into one clear line and an exit code.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
        Voice voice = new Voice(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), Voice.speaksUnicode(environment));
        PrintWriter err = new PrintWriter(voice, true);
        Interruption interruption = Interruption.watch(voice);
        int code = executed(out, err, new Workspace(environment, Clock.systemUTC(), true), arguments);
        out.flush();
        Optional<IOException> lost = output.failure();
        lost.ifPresent(failure -> err.println("cupel: Cannot write to standard output: " + failure.getMessage() + "."));
        err.flush();
        interruption.over();
        System.exit(code == ExitCode.DONE && lost.isPresent() ? ExitCode.ENVIRONMENT : code);
    }

    private static int executed(PrintWriter out, PrintWriter err, Workspace workspace, String... arguments) {
        try {
            return commandLine(out, err, workspace, arguments).execute(arguments);
        } catch (RuntimeException | Error e) { // too little memory, or a defect in the command line itself
            return told(e, List.of(arguments).contains("--debug"), err);
        }
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err, Workspace workspace, String... arguments) {
        CommandLine line = new CommandTree(workspace)
                .forCall(List.of(arguments))
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Misuse::tell)
                .setExecutionExceptionHandler(Main::failed);
        Values.readBy(line);
        return line;
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        CupelCommand root = (CupelCommand) command.getCommandSpec().root().userObject();
        return told(e, root.debug(), command.getErr());
    }

    private static int told(Throwable e, boolean debug, PrintWriter err) {
        if (debug) {
            e.printStackTrace(err);
        }
        Trouble trouble = Trouble.of(e);
        err.println("cupel: " + trouble.what());
        if (!trouble.next().isEmpty()) {
            err.println(trouble.next());
        }
        return trouble.exitCode();
    }
}
