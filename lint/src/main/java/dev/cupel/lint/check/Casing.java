package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Stage;
import dev.cupel.lint.dockerfile.Word;
import dev.cupel.lint.rule.Edit;
import java.util.List;
import java.util.Locale;

/// Upper and lower case.
final class Casing {
    private Casing() {}

    static void stageNames(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            stage.alias().filter(name -> !name.text().equals(name.text().toLowerCase(Locale.ROOT))).ifPresent(name -> findings.add(
                    "StageNameCasing", name.span(), name.text(), new Edit(name.span(), name.text().toLowerCase(Locale.ROOT))));
        }
    }

    static void fromAs(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            List<Word> words = stage.from().words();
            String from = stage.from().keyword().text();
            if (stage.alias().isPresent() && isUniform(from) && isUpper(from) != isUpper(words.get(1).text())) {
                Word as = words.get(1);
                findings.add("FromAsCasing", as.span(), "", new Edit(as.span(), isUpper(from) ? "AS" : "as"));
            }
        }
    }

    static void instructions(BuildFile file, Findings findings) {
        List<Instruction> all = file.file().instructions();
        long upper = all.stream().filter(one -> isUpper(one.keyword().text())).count();
        long lower = all.stream().filter(one -> isLower(one.keyword().text())).count();
        boolean wantsUpper = upper >= lower;
        for (Instruction one : all) {
            String text = one.keyword().text();
            String wanted = wantsUpper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
            if (!text.equals(wanted)) {
                findings.add("ConsistentInstructionCasing", one.keyword().span(), text, new Edit(one.keyword().span(), wanted));
            }
        }
    }

    private static boolean isUniform(String text) {
        return isUpper(text) || isLower(text);
    }

    private static boolean isUpper(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static boolean isLower(String text) {
        return text.equals(text.toLowerCase(Locale.ROOT));
    }
}
