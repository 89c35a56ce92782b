package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Word;
import dev.cupel.lint.rule.Edit;
import java.util.Locale;

/// EXPOSE.
final class Ports {
    private static final int HIGHEST = 65535;

    private Ports() {}

    static void format(BuildFile file, Findings findings) {
        for (Instruction one : file.file().instructions()) {
            if (one.is("EXPOSE")) {
                one.words().forEach(word -> look(word, findings));
            }
        }
    }

    private static void look(Word word, Findings findings) {
        String text = word.unquoted();
        int slash = text.indexOf('/');
        String ports = slash < 0 ? text : text.substring(0, slash);
        String protocol = slash < 0 ? "" : text.substring(slash + 1);
        if (!protocol.equals(protocol.toLowerCase(Locale.ROOT)) && protocol.matches("[A-Za-z]+")) {
            Edit edit = new Edit(word.span(), word.text().toLowerCase(Locale.ROOT));
            findings.add("ExposeProtoCasing", word.span(), protocol, word.isVariable() ? new Edit[0] : new Edit[] {edit});
        }
        if (word.isVariable()) {
            return;
        }
        if (ports.contains(":")) {
            findings.add("ExposeInvalidFormat", word.span(), text);
        } else if (ports.matches("\\d+(-\\d+)?")) {
            for (String port : ports.split("-", -1)) {
                if (port.length() > 5 || Integer.parseInt(port) > HIGHEST) {
                    findings.add("DL3011", word.span(), port);
                }
            }
        } else {
            findings.add("CUP0001", word.span(), ports + " is no port");
        }
    }
}
