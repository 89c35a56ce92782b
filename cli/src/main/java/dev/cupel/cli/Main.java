package dev.cupel.cli;

import dev.cupel.image.CupelException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// Where the program starts: builds the command line, runs it, and turns every outcome into one clear line and an exit code.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine(out, err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        Workspace workspace = new Workspace(System.getenv());
        return new CommandLine(new CupelCommand())
                .addSubcommand(new SlimCommand(workspace))
                .addSubcommand(new VerifyCommand(workspace))
                .addSubcommand(new ExplainCommand(workspace))
                .addSubcommand(new LintCommand(workspace))
                .addSubcommand(new CopyCommand(workspace))
                .addSubcommand(new DemoCommand(workspace))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::misused)
                .setExecutionExceptionHandler(Main::failed);
    }

    private static int misused(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("cupel: " + e.getMessage());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        PrintWriter err = command.getErr();
        CupelCommand root = (CupelCommand) command.getCommandSpec().root().userObject();
        if (root.debug()) {
            e.printStackTrace(err);
        }
        return switch (e) {
            case CupelException told -> {
                err.println("cupel: " + told.getMessage());
                if (!told.next().isEmpty()) {
                    err.println(told.next());
                }
                yield ExitCode.of(told.fault());
            }
            case InterruptedException _ -> ExitCode.INTERRUPTED;
            case IOException io -> {
                err.println("cupel: " + (io.getMessage() == null ? io.toString() : io.getMessage()));
                err.println("Run it again with --debug to see where that came from.");
                yield ExitCode.ENVIRONMENT;
            }
            default -> {
                err.println("cupel: this is a defect in Cupel: " + e);
                err.println("Run it again with --debug and report what it prints.");
                yield ExitCode.ENVIRONMENT;
            }
        };
    }
}
