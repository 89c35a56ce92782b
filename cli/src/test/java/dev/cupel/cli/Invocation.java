package dev.cupel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// One call of the command line, as `main` makes it.
record Invocation(int exitCode, String out, String err) {
    static Invocation of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Workspace workspace = new Workspace(System.getenv(), false); // this process runs other tests, too
        int code = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), workspace).execute(arguments);
        return new Invocation(code, out.toString(), err.toString());
    }
}
