package dev.cupel.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The commands, in the order in which help lists them. Describing one to picocli costs some ten milliseconds, so a call gets only
/// those that it can reach.
record CommandTree(Workspace workspace) {
    private Map<String, Supplier<CommandLine>> commands() {
        Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put("slim", () -> new CommandLine(new SlimCommand(workspace)));
        commands.put("verify", () -> new CommandLine(new VerifyCommand(workspace)));
        commands.put("explain", () -> new CommandLine(new ExplainCommand(workspace)));
        commands.put("copy", () -> new CommandLine(new CopyCommand(workspace)));
        commands.put("xray", () -> new CommandLine(new XrayCommand(workspace)));
        commands.put("diff", () -> new CommandLine(new DiffCommand(workspace)));
        commands.put("sbom", () -> new CommandLine(new SbomCommand(workspace)));
        commands.put("base", () -> new CommandLine(new BaseCommand(workspace)));
        commands.put("lint", () -> new CommandLine(new LintCommand(workspace)));
        commands.put("scan", () -> new CommandLine(new ScanCommand(workspace)));
        commands.put("db", this::database);
        commands.put("watch", this::watch);
        commands.put("vex", this::vex);
        commands.put("store", this::store);
        commands.put("demo", () -> new CommandLine(new DemoCommand(workspace)));
        commands.put("completion", () -> new CommandLine(new CompletionCommand()));
        commands.put("man", () -> new CommandLine(new ManCommand()));
        commands.put("help", () -> new CommandLine(new HelpCommand()));
        commands.put("train", () -> new CommandLine(new TrainCommand(workspace)));
        return commands;
    }

    /// The command line for a call with these arguments.
    CommandLine forCall(List<String> arguments) {
        CommandLine root = new CommandLine(new CupelCommand());
        root.getHelpSectionMap().remove(SECTION_KEY_OPTION_LIST); // they stand in the first line, and the screen is full
        commands().forEach((name, command) -> {
            if (reaches(arguments, name)) {
                root.addSubcommand(command.get());
            }
        });
        return root;
    }

    private static boolean reaches(List<String> arguments, String name) {
        if (arguments.equals(List.of("--version")) || arguments.equals(List.of("-V"))) {
            return false;
        }
        // The other commands look at all, or call another.
        boolean alone = !arguments.isEmpty()
                && List.of("slim", "verify", "explain", "copy", "xray", "diff", "sbom", "base", "lint", "scan", "watch", "vex", "db", "store").contains(arguments.getFirst());
        return !alone || name.equals(arguments.getFirst());
    }

    private CommandLine database() {
        return new CommandLine(new DbCommand())
                .addSubcommand(new DbUpdateCommand(workspace))
                .addSubcommand(new DbImportCommand(workspace))
                .addSubcommand(new DbStatusCommand(workspace))
                .addSubcommand(new DbExportCommand(workspace))
                .addSubcommand(new DbCompareCommand());
    }

    private CommandLine watch() {
        return new CommandLine(new WatchCommand(workspace))
                .addSubcommand(new WatchAddCommand(workspace))
                .addSubcommand(new WatchListCommand(workspace))
                .addSubcommand(new WatchRemoveCommand(workspace))
                .addSubcommand(new WatchMetricsCommand(workspace));
    }

    private CommandLine vex() {
        return new CommandLine(new VexCommand())
                .addSubcommand(new VexAddCommand(workspace))
                .addSubcommand(new VexListCommand(workspace))
                .addSubcommand(new VexAttachCommand(workspace))
                .addSubcommand(new VexImportCommand(workspace));
    }

    private CommandLine store() {
        return new CommandLine(new StoreCommand())
                .addSubcommand(new StoreListCommand(workspace))
                .addSubcommand(new StoreCollectCommand(workspace));
    }
}
