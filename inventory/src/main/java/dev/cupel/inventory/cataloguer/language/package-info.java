/// Packages of language ecosystems, each by what its installer leaves behind.
/// One class an ecosystem. May use: `dev.cupel.inventory.cataloguer`, `.catalog`, `.python`, `.node`, `.java`, `.perl`, `.php`, `dev.cupel.image`, Jackson.
@NullMarked
package dev.cupel.inventory.cataloguer.language;

import org.jspecify.annotations.NullMarked;
