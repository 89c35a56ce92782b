/// Node.js: modules by the rules of its resolution, packages that stay whole with what they depend on, native addons for the
/// image's platform only. Start at [NodeAnalyzer].
/// May use: `dev.cupel.inventory.node`, `dev.cupel.slim.analysis`, `dev.cupel.slim.keep`, `dev.cupel.image`.
/// Spec: Node.js 24, "Modules: CommonJS modules" and "Modules: Packages".
@NullMarked
package dev.cupel.slim.analysis.language.node;

import org.jspecify.annotations.NullMarked;
