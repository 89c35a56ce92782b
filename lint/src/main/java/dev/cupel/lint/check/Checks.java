package dev.cupel.lint.check;

import java.util.List;

/// All checks of Dockerfiles.
public final class Checks {
    private Checks() {}

    /// Those that judge commands by themselves, wherever they stand.
    public static List<Check> ofCommands() {
        return List.of(
                ShellHabits::sudo, Apt::habits, Apt::loneUpdate, SystemInstallers::leavings, Downloads::runUnseen, Downloads::unchecked);
    }

    public static List<Check> all() {
        return List.of(
                Syntax::errors,
                Syntax::order,
                Syntax::emptyLines,
                Syntax::maintainer,
                Syntax::legacyPairs,
                Syntax::swallowed,
                Casing::stageNames,
                Casing::fromAs,
                Casing::instructions,
                StageNames::twins,
                StageNames::reserved,
                StageNames::unused,
                StageNames::descriptions,
                Bases::tags,
                Bases::digests,
                Bases::registries,
                Bases::outOfSupport,
                Bases::platforms,
                Bases::arguments,
                Variables::undefined,
                Variables::selfReference,
                Variables::unusedArguments,
                Variables::frontend,
                Commands::repeated,
                Commands::shellForm,
                Commands::healthCheck,
                Paths::workdir,
                Paths::relativeTargets,
                Paths::severalSources,
                Paths::volumes,
                Copies::fromStage,
                Copies::addOrCopy,
                Copies::archives,
                Copies::wholeStage,
                Copies::ignored,
                Copies::wholeContext,
                Ports::format,
                Users::last,
                Users::names,
                Users::highNumbers,
                Secrets::names,
                Secrets::values,
                Secrets::files,
                Labels::keys,
                Labels::values,
                Labels::schema,
                SystemInstallers::asks,
                SystemInstallers::pins,
                SystemInstallers::leavings,
                Apt::habits,
                Apt::loneUpdate,
                OtherInstallers::caches,
                OtherInstallers::pins,
                OtherInstallers::npmCi,
                ShellHabits::pointless,
                ShellHabits::changeDirectory,
                ShellHabits::sudo,
                ShellHabits::shellReplaced,
                ShellHabits::pipes,
                ShellHabits::exports,
                Downloads::twoTools,
                Downloads::progress,
                Downloads::runUnseen,
                Downloads::unchecked,
                Layers::consecutiveRuns,
                Layers::deletedLater,
                Layers::buildTools,
                Layers::sourcesFirst,
                Layers::cacheMounts,
                Layers::ownership,
                Layers::worldWritable,
                Layers::sshServer);
    }
}
