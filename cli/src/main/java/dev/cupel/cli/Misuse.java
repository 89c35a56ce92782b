package dev.cupel.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A call that is written wrongly, told in two lines: what is wrong, and where to read on.
final class Misuse {
    private Misuse() {}

    static int tell(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("cupel: " + e.getMessage() + suggestion(e));
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String suggestion(ParameterException e) {
        List<String> near = e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return near.isEmpty() ? "" : "; did you mean " + near.getFirst() + "?";
    }
}
