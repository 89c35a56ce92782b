package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Flag;
import dev.cupel.lint.dockerfile.Instruction;
import dev.cupel.lint.dockerfile.Stage;
import dev.cupel.lint.dockerfile.Word;
import dev.cupel.lint.rule.Edit;
import java.util.List;
import java.util.Optional;

/// COPY and ADD.
final class Copies {
    private static final String ARCHIVE = "(?i).*\\.(tar|tar\\.(gz|bz2|xz|lzma|zst|z)|tgz|tbz2?|txz|tlz|tzst|gz|bz2|xz|lzma|zst|z)";
    private static final String UNPACKED = "(?i).*\\.(tar|tar\\.(gz|bz2|xz|lzma|zst|z)|tgz|tbz2?|txz|tlz|tzst)";

    private Copies() {}

    static void fromStage(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            for (Instruction one : BuildFile.unwrapped(stage)) {
                Optional<Flag> from = one.is("COPY") ? one.flag("from") : Optional.empty();
                String name = from.map(flag -> flag.value().unquoted()).orElse("");
                if (name.isEmpty() || from.get().value().isVariable()) {
                    continue;
                }
                boolean earlier = file.stages().earlier(stage, name).isPresent();
                if (stage.isCalled(name) && !earlier) {
                    findings.add("DL3023", from.get().whole(), name);
                } else if (!earlier && !name.matches(".*[:@./].*")) {
                    findings.add("DL3022", from.get().whole(), name);
                }
            }
        }
    }

    static void addOrCopy(BuildFile file, Findings findings) {
        for (Instruction one : file.file().instructions()) {
            if (!one.is("ADD") || one.words().isEmpty()) {
                continue;
            }
            List<Word> sources = one.words().subList(0, one.words().size() - 1);
            boolean local = sources.stream().allMatch(word -> !isRemote(word) && !word.unquoted().matches(ARCHIVE) && !word.isVariable());
            if (local) {
                // Without its own flags ADD and COPY do the same for what is neither archive nor address.
                boolean own = one.flag("checksum").isPresent() || one.flag("keep-git-dir").isPresent() || one.flag("unpack").isPresent();
                boolean pattern = sources.stream().anyMatch(word -> word.text().matches(".*[*?\\[].*"));
                boolean lower = one.keyword().text().equals("add");
                Edit edit = new Edit(one.keyword().span(), lower ? "copy" : "COPY");
                findings.add("DL3020", one.keyword().span(), "", own || pattern || isFolder(sources) ? new Edit[0] : new Edit[] {edit});
            }
            sources.stream()
                    .filter(word -> word.unquoted().matches("https?://.*") && !word.unquoted().contains(".git"))
                    .filter(_ -> one.flag("checksum").isEmpty())
                    .forEach(word -> findings.add("CUP1016", word.span(), word.text()));
        }
    }

    /// ADD of a folder copies archives in it as they are, as COPY does; but a lone name may be an archive under any name.
    private static boolean isFolder(List<Word> sources) {
        return sources.stream().anyMatch(word -> !word.unquoted().matches(".*\\.[A-Za-z0-9]+|.*/|\\.\\.?"));
    }

    private static boolean isRemote(Word word) {
        return word.unquoted().matches("(?i)(https?|ftp|git|ssh)://.*|git@.*");
    }

    static void archives(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            for (Instruction one : stage.all("COPY")) {
                if (one.flag("from").isPresent()) {
                    continue;
                }
                List<Word> words = one.words();
                words.subList(0, Math.max(0, words.size() - 1)).stream()
                        .filter(word -> word.unquoted().matches(UNPACKED))
                        .filter(word -> file.scripts(stage).stream().anyMatch(script -> unpacks(script, word)))
                        .findFirst()
                        .ifPresent(word -> findings.add("DL3010", word.span(), word.text()));
            }
        }
    }

    private static boolean unpacks(Script script, Word archive) {
        String name = archive.unquoted().substring(archive.unquoted().lastIndexOf('/') + 1);
        return script.any(call -> call.is("tar", "bsdtar", "gunzip", "unxz", "bunzip2")
                && call.arguments().stream().anyMatch(argument -> argument.text().endsWith(name)));
    }

    static void wholeStage(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            boolean emptyBase = file.base(stage).filter(BaseImage::isScratch).isPresent();
            for (Instruction one : stage.all("COPY")) {
                List<Word> words = one.words();
                // Into scratch it is how layers are squashed on purpose.
                boolean whole = words.size() == 2 && words.getFirst().unquoted().matches("/|/\\.|/\\*");
                if (one.flag("from").isPresent() && whole && !emptyBase) {
                    findings.add("DL3067", words.getFirst().span());
                }
            }
        }
    }

    static void ignored(BuildFile file, Findings findings) {
        Optional<IgnoredPaths> ignored = file.surroundings().ignored();
        if (ignored.isEmpty()) {
            return;
        }
        for (Instruction one : file.file().instructions()) {
            if ((one.is("COPY") || one.is("ADD")) && one.flag("from").isEmpty() && one.hereDocuments().isEmpty()) {
                List<Word> words = one.words();
                words.subList(0, Math.max(0, words.size() - 1)).stream()
                        .filter(word -> !isRemote(word) && !word.isVariable() && !word.text().matches(".*[*?\\[].*"))
                        .filter(word -> isLeftOut(ignored.get(), word.unquoted().replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "")))
                        .forEach(word -> findings.add("CopyIgnoredFile", word.span(), word.text()));
            }
        }
    }

    private static boolean isLeftOut(IgnoredPaths ignored, String path) {
        return !path.isEmpty() && !path.equals(".") && ignored.leavesOut(path) && !ignored.hasExceptions();
    }

    static void wholeContext(BuildFile file, Findings findings) {
        if (!file.surroundings().context() || file.surroundings().ignored().isPresent()) {
            return;
        }
        for (Instruction one : file.file().instructions()) {
            if ((one.is("COPY") || one.is("ADD")) && one.flag("from").isEmpty() && one.words().size() == 2
                    && one.words().getFirst().unquoted().matches("\\.|\\./|/|\\*")) {
                findings.add("CUP1017", one.words().getFirst().span());
            }
        }
    }
}
