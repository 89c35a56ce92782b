package dev.cupel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;

/// One call of the command line, as `main` makes it.
record Invocation(int exitCode, String out, String err) {
    static Invocation of(String... arguments) {
        return of(System.getenv(), arguments);
    }

    static Invocation of(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Workspace workspace = new Workspace(environment, Clock.systemUTC(), false); // this process runs other tests, too
        int code = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), workspace, arguments)
                .setUsageHelpAutoWidth(false)
                .execute(arguments);
        return new Invocation(code, out.toString(), err.toString());
    }
}
