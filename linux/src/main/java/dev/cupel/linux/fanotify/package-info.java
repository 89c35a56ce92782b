/// fanotify(7): the kernel tells which files of a file system were opened or executed, and by whom.
/// Start at [OpenWatch]. May use: `dev.cupel.linux`. Needs CAP_SYS_ADMIN in the initial user namespace.
@NullMarked
package dev.cupel.linux.fanotify;

import org.jspecify.annotations.NullMarked;
