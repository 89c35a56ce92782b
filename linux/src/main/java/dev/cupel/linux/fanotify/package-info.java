/// fanotify(7): the kernel tells which files of a file system were opened or executed, and by whom ([OpenWatch]), or holds back
/// whoever is about to execute one ([ExecGate]). May use: `dev.cupel.linux`. Needs CAP_SYS_ADMIN in the initial user namespace.
@NullMarked
package dev.cupel.linux.fanotify;

import org.jspecify.annotations.NullMarked;
