/// What the image's author put there: the application's folders, files that COPY and ADD brought, small files that no package
/// owns. Start at [ApplicationFolders]; [ApplicationAnalyzer] keeps them.
/// May use: `dev.cupel.slim.analysis`, `dev.cupel.slim.keep`, `dev.cupel.inventory`, `dev.cupel.image`.
@NullMarked
package dev.cupel.slim.analysis.application;

import org.jspecify.annotations.NullMarked;
