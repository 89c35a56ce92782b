package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Stage;
import dev.cupel.lint.dockerfile.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where things go.
final class Paths {
    private Paths() {}

    static void workdir(BuildFile file, Findings findings) {
        Set<Integer> absolute = new HashSet<>();
        for (Stage stage : file.all()) {
            boolean known = file.stages().parent(stage).filter(parent -> absolute.contains(parent.index())).isPresent();
            for (Instruction one : stage.all("WORKDIR")) {
                Word path = one.words().isEmpty() ? one.keyword() : one.words().getFirst();
                if (isAbsolute(path)) {
                    known = true;
                } else if (!known) {
                    findings.add("WorkdirRelativePath", path.span(), path.text());
                }
            }
            if (known) {
                absolute.add(stage.index());
            }
        }
    }

    static void relativeTargets(BuildFile file, Findings findings) {
        Set<Integer> set = new HashSet<>();
        for (Stage stage : file.all()) {
            boolean known = file.stages().parent(stage).filter(parent -> set.contains(parent.index())).isPresent();
            for (Instruction one : BuildFile.unwrapped(stage)) {
                known |= one.is("WORKDIR");
                if (one.is("COPY") && one.words().size() > 1 && !isAbsolute(one.words().getLast()) && !known) {
                    findings.add("DL3045", one.words().getLast().span(), one.words().getLast().text());
                }
            }
            if (known) {
                set.add(stage.index());
            }
        }
    }

    static boolean isAbsolute(Word path) {
        String text = path.unquoted();
        return text.startsWith("/") || text.startsWith("$") || path.text().matches("\"?[A-Za-z]:[\\\\/].*");
    }

    static void severalSources(BuildFile file, Findings findings) {
        for (Instruction one : file.file().instructions()) {
            List<Word> words = one.words();
            if ((one.is("COPY") || one.is("ADD")) && words.size() > 2) {
                String target = words.getLast().unquoted();
                if (!target.endsWith("/") && !target.equals(".") && !target.endsWith("/.") && !words.getLast().isVariable()) {
                    findings.add("DL3021", words.getLast().span(), target);
                }
            }
        }
    }

    static void volumes(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            List<String> volumes = new ArrayList<>();
            for (Instruction one : stage.instructions()) {
                if (one.is("VOLUME")) {
                    one.words().stream()
                            .filter(word -> word.unquoted().matches("/(proc|sys|dev)(/.*)?"))
                            .forEach(word -> findings.add("CUP1022", word.span(), word.unquoted()));
                    one.words().forEach(word -> volumes.add(word.unquoted()));
                } else if ((one.is("COPY") || one.is("ADD")) && !one.words().isEmpty()) {
                    String target = one.words().getLast().unquoted();
                    volumes.stream()
                            .filter(volume -> target.equals(volume) || target.startsWith(volume + "/"))
                            .findFirst()
                            .ifPresent(volume -> findings.add("CUP1024", one.words().getLast().span(), volume));
                }
            }
        }
    }
}
