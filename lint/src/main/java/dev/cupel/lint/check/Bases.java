package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Flag;
import dev.cupel.lint.dockerfile.Span;
import dev.cupel.lint.dockerfile.Stage;
import dev.cupel.lint.dockerfile.VariableUse;
import dev.cupel.lint.dockerfile.Word;
import dev.cupel.lint.rule.Edit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What FROM names.
final class Bases {
    private static final Pattern END_OF_LIFE = Pattern.compile(
            "(debian|buildpack-deps|python|node|ruby|php|openjdk|golang|perl|postgres|nginx|httpd):(.*-)?(jessie|stretch|buster|wheezy)(-.*)?|debian:([5-9]|10)(\\D.*)?"
                    + "|ubuntu:(1[0-9]\\.\\d\\d|trusty|xenial|bionic|artful|cosmic|disco|eoan|groovy|hirsute|impish|kinetic|lunar|mantic|2[13]\\.\\d\\d)(\\D.*)?"
                    + "|centos(:.*)?|alpine:(2\\.\\d+|3\\.(\\d|1[0-8]))(\\.\\d+)?|(fedora):([1-3]\\d)|python:(2|3\\.[0-8])(\\D.*)?|node:([1-9]|1[0-9])(\\D.*)?"
                    + "|php:([57])(\\D.*)?|ruby:([12])(\\D.*)?|openjdk(:.*)?");

    private Bases() {}

    /// The stages that are built on an image, with its name.
    private interface Named {
        void look(Word word, BaseImage image);
    }

    private static void each(BuildFile file, Named named) {
        for (Stage stage : file.all()) {
            if (file.stages().parent(stage).isEmpty()) {
                stage.image().ifPresent(word -> file.global()
                        .expand(word, file.file().escape())
                        .filter(name -> !BaseImage.lacksTag(name))
                        .map(BaseImage::of)
                        .filter(image -> !image.isScratch())
                        .ifPresent(image -> named.look(word, image)));
            }
        }
    }

    static void tags(BuildFile file, Findings findings) {
        each(file, (word, image) -> {
            if (image.tag().isEmpty() && image.digest().isEmpty()) {
                findings.add("DL3006", word.span(), word.text());
            } else if (image.tag().equals("latest") && image.digest().isEmpty()) {
                findings.add("DL3007", word.span(), word.text());
            }
        });
    }

    static void digests(BuildFile file, Findings findings) {
        each(file, (word, image) -> {
            if (image.digest().isEmpty() && !image.tag().isEmpty()) {
                findings.add("CUP1005", word.span(), word.text());
            }
        });
    }

    static void registries(BuildFile file, Findings findings) {
        List<String> trusted = file.surroundings().trustedRegistries();
        each(file, (word, image) -> {
            String registry = image.registry().isEmpty() ? "docker.io" : image.registry();
            if (!trusted.isEmpty() && trusted.stream().noneMatch(one -> isLike(registry, one))) {
                findings.add("DL3026", word.span(), registry);
            }
        });
    }

    private static boolean isLike(String registry, String pattern) {
        String[] parts = pattern.split("\\*", -1);
        String regex = List.of(parts).stream().map(Pattern::quote).collect(Collectors.joining(".*"));
        return registry.matches(regex) || (pattern.equals("hub.docker.com") && registry.equals("docker.io"));
    }

    static void outOfSupport(BuildFile file, Findings findings) {
        each(file, (word, image) -> {
            boolean official = image.registry().isEmpty() && image.path().replaceFirst("^library/", "").indexOf('/') < 0;
            String name = image.name() + (image.tag().isEmpty() ? "" : ":" + image.tag());
            if (official && END_OF_LIFE.matcher(name).matches()) {
                findings.add("CUP1021", word.span(), name);
            }
        });
    }

    static void platforms(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            Optional<Flag> platform = stage.from().flag("platform");
            if (platform.isEmpty()) {
                continue;
            }
            String value = platform.get().value().unquoted();
            Span span = platform.get().whole();
            if (value.equals("$TARGETPLATFORM") || value.equals("${TARGETPLATFORM}")) {
                int behind = stage.from().words().getFirst().span().start();
                findings.add("RedundantTargetPlatform", span, "", new Edit(new Span(span.start(), behind), ""));
            } else if (!platform.get().value().isVariable() && !namesItself(stage, value)) {
                findings.add("FromPlatformFlagConstDisallowed", span, value);
            }
        }
    }

    /// A stage that is chosen by its platform (`build-amd64`) may fix it, says Docker's check.
    private static boolean namesItself(Stage stage, String platform) {
        String architecture = platform.substring(platform.indexOf('/') + 1).replaceAll("/.*", "");
        return stage.alias().filter(name -> name.text().contains(architecture)).isPresent();
    }

    static void arguments(BuildFile file, Findings findings) {
        for (Stage stage : file.all()) {
            for (Word word : stage.from().flag("platform").map(flag -> List.of(flag.value(), name(stage))).orElse(List.of(name(stage)))) {
                boolean all = true;
                for (VariableUse use : VariableUse.in(word.text(), file.file().escape())) {
                    if (!file.global().knows(use.name()) && !use.hasFallback()) {
                        findings.add("UndefinedArgInFrom", word.span(), use.name());
                        all = false;
                    }
                }
                if (all && word.isVariable() && word.equals(name(stage)) && !isName(file, word)) {
                    findings.add("InvalidDefaultArgInFrom", word.span(), word.text());
                }
            }
        }
    }

    private static Word name(Stage stage) {
        return stage.image().orElse(new Word("", stage.from().keyword().span()));
    }

    /// Whether the name is valid once every argument without a default is empty.
    private static boolean isName(BuildFile file, Word word) {
        StringBuilder name = new StringBuilder();
        int at = 0;
        for (VariableUse use : VariableUse.in(word.text(), file.file().escape())) {
            Word one = new Word(word.text().substring(use.start(), use.end()), word.span());
            name.append(word.text(), at, use.start()).append(file.global().expand(one, file.file().escape()).orElse(use.operator().matches("|:?\\?") ? "" : "x"));
            at = use.end();
        }
        String whole = new Word(name.append(word.text().substring(at)).toString(), word.span()).unquoted();
        boolean platform = VariableUse.in(word.text(), file.file().escape()).stream().anyMatch(use -> dev.cupel.lint.dockerfile.Scope.PLATFORM.contains(use.name()));
        return platform || (!BaseImage.lacksTag(whole) && BaseImage.of(whole).isValid());
    }
}
