/// Reports about images as text: for a terminal, a log, a merge request.
/// May use: `dev.cupel.image`, `dev.cupel.inspect`, `dev.cupel.cli.terminal`.
@NullMarked
package dev.cupel.cli.view;

import org.jspecify.annotations.NullMarked;
