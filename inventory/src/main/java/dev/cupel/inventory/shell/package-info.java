/// Reads shell scripts without running them: which commands stand in them on any branch, in functions, substitutions and here
/// documents, and what the variables are set to. Start at [ShellScript].
/// May use: the JDK. Must not use: anything that knows the image.
/// Spec: POSIX.1-2024, "Shell Command Language"; the parts of bash that entry scripts use (arrays, `[[`, `<<<`, `$'…'`).
@NullMarked
package dev.cupel.inventory.shell;

import org.jspecify.annotations.NullMarked;
