/// Namespaces: acting inside a container's network, making an empty one ([NetworkNamespace]); the user namespace that this program is
/// in ([UserNamespace]), and a new one for who is not root ([HeldUserNamespace]). May use: `dev.cupel.linux`, `dev.cupel.linux.process`.
@NullMarked
package dev.cupel.linux.namespace;

import org.jspecify.annotations.NullMarked;
