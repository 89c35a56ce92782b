/// What scripts and command lines call: interpreters of `#!` lines, the commands of shell scripts on any branch, the image's own
/// entry point, command and health check. Start at [ShellAnalyzer] and [CommandLineAnalyzer].
/// May use: `dev.cupel.slim.analysis.system.programs`, `dev.cupel.slim.analysis.system.config`, `dev.cupel.slim.analysis`, `dev.cupel.inventory.shell`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.analysis.system.shell;

import org.jspecify.annotations.NullMarked;
