/// Python: interpreters and their search paths, imports in any function, distributions that stay whole.
/// Start at [PythonAnalyzer]; what it knows of an image is in [PythonWorld].
/// May use: `dev.cupel.inventory.python`, `dev.cupel.slim.analysis`, `dev.cupel.slim.keep`, `dev.cupel.image`.
/// Spec: PEP 405 (virtual environments), 420 (namespace packages), 3147 (`__pycache__`); PyPA "Recording installed projects".
@NullMarked
package dev.cupel.slim.analysis.language.python;

import org.jspecify.annotations.NullMarked;
