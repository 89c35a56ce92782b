package dev.cupel.slim.analysis.system;

import dev.cupel.image.ImagePath;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.system.config.Locales;
import dev.cupel.slim.analysis.system.config.NameServices;
import dev.cupel.slim.analysis.system.config.NamedPaths;
import dev.cupel.slim.analysis.system.dotnet.DotnetAnalyzer;
import dev.cupel.slim.analysis.system.elf.ElfAnalyzer;
import dev.cupel.slim.analysis.system.ownpackages.OwnPackages;
import dev.cupel.slim.analysis.system.rules.RuleAnalyzer;
import dev.cupel.slim.analysis.system.shell.CalledPrograms;
import dev.cupel.slim.analysis.system.shell.CommandFileAnalyzer;
import dev.cupel.slim.analysis.system.shell.CommandLineAnalyzer;
import dev.cupel.slim.analysis.system.shell.ShellAnalyzer;
import dev.cupel.slim.analysis.system.shell.StartedPrograms;
import dev.cupel.slim.analysis.system.skeleton.AliasAnalyzer;
import dev.cupel.slim.analysis.system.skeleton.DirectoryAnalyzer;
import dev.cupel.slim.analysis.system.skeleton.VolumeAnalyzer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The analyzers of this side of an image.
public final class SystemAnalyzers {
    private SystemAnalyzers() {}

    /// All of them, new, for an image of which no run is known.
    public static List<Analyzer> all() {
        return all(List.of());
    }

    /// All of them, new. `executed` are the programs that a run was seen to start: their packages count as the application's
    /// own, as do those that the image's configuration starts.
    public static List<Analyzer> all(Collection<ImagePath> executed) {
        List<ImagePath> seen = List.copyOf(executed);
        StartedPrograms started = new StartedPrograms();
        return List.of(
                new DirectoryAnalyzer(),
                new VolumeAnalyzer(),
                new CommandLineAnalyzer(),
                new RuleAnalyzer(),
                new Locales(),
                new NameServices(),
                new ElfAnalyzer(),
                new ShellAnalyzer(),
                new CommandFileAnalyzer(),
                new NamedPaths(),
                new CalledPrograms(),
                new DotnetAnalyzer(),
                new AliasAnalyzer(),
                new OwnPackages(context -> {
                    List<ImagePath> programs = new ArrayList<>(started.of(context));
                    programs.addAll(seen);
                    return programs;
                }));
    }
}
