package dev.cupel.inventory.elf;

import java.util.List;

/// One entry of the note in which a program names libraries that it loads at run time.
///
/// @param sonames alternatives, best first; never empty
/// @param feature what they are for; empty where the note does not say
/// @param priority `required`, `recommended` or `suggested`, as written
public record DlopenNote(List<String> sonames, String feature, String priority) {
    public DlopenNote {
        sonames = List.copyOf(sonames);
    }
}
