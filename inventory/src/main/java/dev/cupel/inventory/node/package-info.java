/// Reads what Node.js programs keep in files: source text (modules it asks for, programs and workers it starts) and
/// `package.json`. Start at [ScriptSource] and [PackageJson].
/// May use: `dev.cupel.inventory.source`, Jackson. Must not use: anything that knows the image.
/// Spec: ECMAScript 2025, "Lexical Grammar"; Node.js 24, "Modules: Packages".
@NullMarked
package dev.cupel.inventory.node;

import org.jspecify.annotations.NullMarked;
