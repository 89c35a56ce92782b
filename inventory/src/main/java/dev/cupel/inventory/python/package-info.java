/// Reads what Python keeps in files: source text (imports, names in literals, programs it starts), the description of an
/// installed distribution, path files, virtual environments. Start at [PythonSource] and [DistInfo].
/// May use: `dev.cupel.inventory.source`. Must not use: anything that knows the image.
/// Spec: Python 3.14 reference, "Lexical analysis"; PyPA "Recording installed projects", "Entry points specification".
@NullMarked
package dev.cupel.inventory.python;

import org.jspecify.annotations.NullMarked;
