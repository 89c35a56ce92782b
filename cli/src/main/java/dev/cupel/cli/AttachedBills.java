package dev.cupel.cli;

import dev.cupel.cli.terminal.TerminalProgress;
import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.ImagePath;
import dev.cupel.image.Platform;
import dev.cupel.image.registry.transfer.Attachment;
import dev.cupel.image.registry.transfer.Attachments;
import dev.cupel.inventory.sbom.BillFormat;
import dev.cupel.inventory.sbom.BillReader;
import dev.cupel.inventory.sbom.MalformedBill;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// Bills that are attached to an image in its registry.
record AttachedBills(Attachments attachments, TerminalProgress progress, CommandSpec spec) {
    private static final String OF_SYFT = "application/vnd.syft+json";

    /// Attaches one and says in a line what is where.
    void attach(Digest subject, BillFormat format, byte[] document, Instant now) throws IOException {
        Attachments.Attached attached = attachments.attach(subject, format.mediaType(), document, now);
        progress.done();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s %s (%d bytes) to %s as %s%n",
                attached.fresh() ? "attached" : "was attached already:", format, document.length, attachments.name().withDigest(subject), attached.place());
        out.flush();
    }

    /// Writes the newest one and lists all on standard error; answers with the exit code.
    int fetch(Platform platform, Optional<BillFormat> format, OutputFile output) throws IOException {
        List<Attachment> found = attachments.list(platform, type -> isWanted(type, format));
        PrintWriter err = spec.commandLine().getErr();
        if (found.isEmpty()) {
            progress.done();
            err.printf("cupel: no %sbill of materials is attached to %s.%n", format.map(one -> one + " ").orElse(""), attachments.name());
            err.flush();
            return ExitCode.NOTHING;
        }
        byte[] document = attachments.content(found.getFirst(), BillReader.MOST_BYTES);
        String text = checked(found.getFirst(), document);
        progress.done();
        output.print(spec, out -> out.print(text));
        String mark = "→";
        for (Attachment one : found) {
            String type = BillFormat.ofMediaType(one.artifact().type()).map(BillFormat::name).orElse("SYFT");
            err.printf("%s %s  %-9s  %9d bytes  %s%n", mark, one.created(), type, one.artifact().content().sizeBytes(), one.manifest().digest());
            mark = " ";
        }
        err.flush();
        return ExitCode.DONE;
    }

    private static boolean isWanted(String type, Optional<BillFormat> format) {
        Optional<BillFormat> known = BillFormat.ofMediaType(type);
        return format.isPresent() ? known.equals(format) : known.isPresent() || type.equals(OF_SYFT);
    }

    /// Anybody who may push may attach anything: what is no bill is not passed on as one.
    private String checked(Attachment attachment, byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        try {
            BillReader.alone(ImagePath.ROOT).read(document);
            if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), document)) {
                return text;
            }
            throw refused(attachment, "it is not UTF-8");
        } catch (MalformedBill e) {
            throw refused(attachment, String.valueOf(e.getMessage()));
        }
    }

    private CupelException refused(Attachment attachment, String why) {
        return new CupelException(
                Fault.INPUT,
                "Cannot use " + attachments.name().withDigest(attachment.manifest().digest()) + " as a bill of materials: " + why + ".",
                "Ask who attached it, or choose another one with --format.");
    }
}
