/// What PHP's installers write down, in PHP's own serialization.
/// Start at [PhpValue]. Uses nothing but the JDK.
/// Format: PHP's `serialize()`, without objects.
@NullMarked
package dev.cupel.inventory.php;

import org.jspecify.annotations.NullMarked;
