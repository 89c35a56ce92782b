package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.vulnerability.vex.MalformedVex;
import dev.cupel.vulnerability.vex.VexSource;
import dev.cupel.vulnerability.vex.VexStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where statements are read from.
///
/// @param attached whether also from what is attached to the image that is scanned
record VexPlaces(List<Path> paths, Attached attached) {
    /// Whether what is attached counts.
    enum Attached {
        NO,
        /// The policy says so for every image that is in a registry.
        WHERE_IT_CAN,
        /// A person asks for it.
        DEMANDED
    }

    /// The word for it; a file of this name is `./attached`.
    static final String ATTACHED = "attached";

    VexPlaces {
        paths = List.copyOf(paths);
    }

    /// @param given as a person wrote them
    /// @param listed as the file `policy` has them
    static VexPlaces of(List<String> given, List<String> listed, Path policy) {
        List<Path> paths = new ArrayList<>();
        given.stream().filter(one -> !one.equals(ATTACHED)).map(Path::of).forEach(paths::add);
        listed.stream().filter(one -> !one.equals(ATTACHED)).map(policy::resolveSibling).forEach(paths::add);
        Attached attached = listed.contains(ATTACHED) ? Attached.WHERE_IT_CAN : Attached.NO;
        return new VexPlaces(paths, given.contains(ATTACHED) ? Attached.DEMANDED : attached);
    }

    /// What files and folders say.
    List<VexStatement> read() throws IOException {
        List<VexStatement> statements = new ArrayList<>();
        for (Path place : paths) {
            try {
                statements.addAll(new VexSource(place).read());
            } catch (MalformedVex e) {
                throw new CupelException(Fault.INPUT, "Cannot read VEX: " + e.getMessage() + ".", "Name documents of OpenVEX, CSAF VEX or CycloneDX VEX, all of them JSON.", e);
            }
        }
        return statements;
    }
}
