package dev.cupel.cli.explorer;

import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.layers.LayerStory;
import dev.cupel.inspect.xray.XrayReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/// Shows an image on this process's terminal until the person has seen enough; the screen is then as it was before.
public final class Explorer {
    private final Deck deck;

    /// Files that the person extracts go into `directory`.
    public Explorer(OpenedImage image, LayerStory story, XrayReport report, Path directory) {
        this.deck = new Deck(report, story, new FileText(image), directory);
    }

    public void run() throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            AtomicBoolean resized = new AtomicBoolean(true);
            AtomicBoolean stopped = new AtomicBoolean();
            terminal.handle(Terminal.Signal.WINCH, _ -> resized.set(true));
            terminal.handle(Terminal.Signal.INT, _ -> stopped.set(true));
            Attributes before = terminal.enterRawMode();
            terminal.puts(Capability.enter_ca_mode);
            terminal.puts(Capability.keypad_xmit);
            terminal.puts(Capability.cursor_invisible);
            terminal.flush();
            try {
                loop(terminal, resized, stopped);
            } finally {
                terminal.puts(Capability.cursor_normal);
                terminal.puts(Capability.keypad_local);
                terminal.puts(Capability.exit_ca_mode);
                terminal.flush();
                terminal.setAttributes(before);
            }
        }
    }

    private void loop(Terminal terminal, AtomicBoolean resized, AtomicBoolean stopped) throws IOException {
        Display display = new Display(terminal, true);
        KeyInput keys = new KeyInput(terminal.reader());
        boolean stale = true;
        Size size = terminal.getSize();
        while (!deck.over() && !stopped.get()) {
            if (resized.getAndSet(false)) {
                size = terminal.getSize();
                display.resize(size);
                display.clear();
                stale = true;
            }
            if (stale) {
                display.update(new Picture(deck).lines(size.getColumns(), size.getRows()), 0);
                terminal.flush();
            }
            Optional<Key> key = keys.next();
            key.ifPresent(deck::press);
            stale = key.isPresent();
        }
    }
}
