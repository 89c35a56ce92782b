package dev.cupel.slim.analysis.system.shell;

import dev.cupel.image.ImagePath;
import dev.cupel.slim.keep.Reason;

/// The words for why something that a text calls stays.
sealed interface Reasons {
    /// The same for a line of the text, counted from 1.
    Reasons at(int line);

    Reason command(String name);

    Reason file(String name);

    Reason sourced();

    Reason copied();

    /// Whether a command of this name is left out unless something else needs it.
    boolean leavesOut(String name);

    static InScript of(ImagePath script) {
        return new InScript(script, 1, 1);
    }

    /// `instruction` is a Dockerfile's word such as `ENTRYPOINT`.
    static Reasons of(String instruction) {
        return new InConfiguration(instruction);
    }

    /// The text stands in a file of the image, from line `first` on.
    record InScript(ImagePath script, int first, int line) implements Reasons {
        @Override
        public Reasons at(int other) {
            return new InScript(script, first, first + other - 1);
        }

        /// The same for text that begins at a line of the file.
        Reasons from(int number) {
            return new InScript(script, number, number);
        }

        @Override
        public Reason command(String name) {
            return because("command in line " + line);
        }

        @Override
        public boolean leavesOut(String name) {
            return Shells.isOfMachines(name);
        }

        @Override
        public Reason file(String name) {
            return because("argument of a command in line " + line);
        }

        @Override
        public Reason sourced() {
            return because("script sourced in line " + line);
        }

        @Override
        public Reason copied() {
            return because("directory copied in line " + line);
        }

        private Reason because(String how) {
            return new Reason.NeededBy(script, how);
        }
    }

    /// The text stands in the image's configuration.
    record InConfiguration(String instruction) implements Reasons {
        @Override
        public Reasons at(int line) {
            return this;
        }

        @Override
        public Reason command(String name) {
            return because("calls it");
        }

        @Override
        public boolean leavesOut(String name) {
            return false;
        }

        @Override
        public Reason file(String name) {
            return because("names it");
        }

        @Override
        public Reason sourced() {
            return because("runs it as a script");
        }

        @Override
        public Reason copied() {
            return because("copies it");
        }

        private Reason because(String how) {
            return new Reason.Rule("command-line", "the image's " + instruction + " " + how);
        }
    }
}
