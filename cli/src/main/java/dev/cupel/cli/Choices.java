package dev.cupel.cli;

import dev.cupel.cli.answer.Format;
import dev.cupel.cli.value.Choice;
import dev.cupel.observe.run.Network;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.vulnerability.channel.MailServer;
import dev.cupel.vulnerability.vex.VexJustification;
import dev.cupel.vulnerability.vex.VexStatus;
import java.util.Iterator;

/// What shells complete for options that take one of a few words.
final class Choices {
    private Choices() {}

    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choice.words(Format.class).iterator();
        }
    }

    static final class Modes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choice.words(Mode.class).iterator();
        }
    }

    static final class Statuses implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choice.words(VexStatus.class).iterator();
        }
    }

    static final class Justifications implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choice.words(VexJustification.class).iterator();
        }
    }

    static final class Changes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choice.words(WatchGate.class).iterator();
        }
    }

    static final class Protections implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choice.words(MailServer.Protection.class).iterator();
        }
    }

    static final class MetricsFormats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choice.words(WatchMetricsCommand.Format.class).iterator();
        }
    }

    static final class Networks implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choice.words(Network.class).iterator();
        }
    }

    static final class Runtimes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choice.words(RuntimeKind.class).iterator();
        }
    }

    static final class Shells implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choice.words(Shell.class).iterator();
        }
    }
}
