package dev.cupel.cli.manual;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A manual page in the macros of man(7), made of a command's own description.
public final class ManPage {
    private final CommandSpec command;
    private final StringBuilder roff = new StringBuilder();

    public ManPage(CommandSpec command) {
        this.command = command;
    }

    /// The page, ready for `man -l`.
    public String roff() {
        roff.setLength(0);
        String name = command.qualifiedName("-");
        // The third argument is the date of the page; reproducible pages have none.
        line(".TH " + text(name.toUpperCase(Locale.ROOT)) + " 1 \"\" \"Cupel\" \"User Commands\"");
        section("NAME");
        line(text(name) + " \\- " + text(Subcommands.sentence(command.usageMessage().description())));
        section("SYNOPSIS");
        line(".B " + text(command.qualifiedName(" ")));
        line(text(synopsis()));
        arguments();
        commands();
        footer();
        seeAlso();
        return roff.toString();
    }

    private String synopsis() {
        String parameters = command.positionalParameters().stream().map(ManPage::label).collect(Collectors.joining(" "));
        String rest = new Subcommands(command).all().isEmpty() ? parameters : command.usageMessage().synopsisSubcommandLabel();
        return "[OPTION]... " + rest;
    }

    private void arguments() {
        List<OptionSpec> options = new Subcommands(command).options();
        section("OPTIONS");
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            entry("\\fI" + text(label(parameter)) + "\\fR", parameter.description());
        }
        for (OptionSpec option : options) {
            String names = Arrays.stream(option.names()).map(name -> "\\fB" + text(name) + "\\fR").collect(Collectors.joining(", "));
            String value = option.arity().max() == 0 ? "" : " \\fI" + text(label(option)) + "\\fR";
            entry(names + value, option.description());
        }
    }

    private void commands() {
        List<CommandSpec> commands = new Subcommands(command).all();
        if (!commands.isEmpty()) {
            section("COMMANDS");
            commands.forEach(one -> entry("\\fB" + text(one.name()) + "\\fR", one.usageMessage().description()));
        }
    }

    /// Lines of the footer that begin with spaces stand as they are; a line that ends in a colon is a heading.
    private void footer() {
        String heading = command.usageMessage().footerHeading().replace("%n", "").replace(":", "");
        String[] lines = command.usageMessage().footer();
        if (lines.length == 0) {
            return;
        }
        section(heading.isBlank() ? "NOTES" : heading.toUpperCase(Locale.ROOT));
        line(".nf");
        for (String one : lines) {
            line(text(one.replace("%n", "").replace("%%", "%")));
        }
        line(".fi");
    }

    private void seeAlso() {
        String pages = (command.parent() == null ? new Subcommands(command).all().stream() : List.of(command.root()).stream())
                .map(one -> "\\fB" + text(one.qualifiedName("-")) + "\\fR(1)")
                .collect(Collectors.joining(",\n"));
        section("SEE ALSO");
        line(pages);
    }

    private void section(String name) {
        line(".SH " + text(name));
    }

    private void entry(String tag, String[] description) {
        line(".TP");
        line(tag);
        line(text(Subcommands.sentence(description)));
    }

    private static String label(ArgSpec argument) {
        return argument.paramLabel();
    }

    /// Escapes what roff would take for its own: backslashes, hyphens that are minus signs, a line's first dot or quote.
    private static String text(String plain) {
        String escaped = plain.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private void line(String text) {
        roff.append(text).append('\n');
    }
}
