package dev.cupel.observe.run;

import dev.cupel.observe.journal.Leftover;
import dev.cupel.observe.journal.Workplace;
import java.util.List;

/// Where a container lives on this machine.
///
/// @param own what was made for it alone and goes with it
/// @param guard of all that is written in the workplace
record Home(Workplace workplace, List<Leftover> own, ScratchGuard guard, WrittenFiles written) {
    Home {
        own = List.copyOf(own);
    }
}
