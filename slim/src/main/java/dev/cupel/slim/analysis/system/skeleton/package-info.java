/// What costs nothing and is missed when it is gone: directories, links, other names of kept files, volumes.
/// May use: `dev.cupel.slim.analysis`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.analysis.system.skeleton;

import org.jspecify.annotations.NullMarked;
