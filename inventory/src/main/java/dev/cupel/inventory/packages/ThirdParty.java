package dev.cupel.inventory.packages;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Packages of the system's kind that are not the distribution's: their makers put their mark into the version or the name. The
/// distribution's advisories compare with its own builds and say nothing about them, nor about what they bring along.
public final class ThirdParty {
    private record Mark(String maker, Pattern name, Pattern version) {}

    private static final Pattern ANY = Pattern.compile("");

    private static final List<Mark> MARKS = List.of(
            new Mark("NodeSource", ANY, Pattern.compile("nodesource")),
            new Mark("the PostgreSQL project (PGDG)", ANY, Pattern.compile("\\.pgdg|PGDG")),
            new Mark("Docker", Pattern.compile("^(docker-ce|docker-buildx-plugin|docker-compose-plugin|containerd\\.io)"), ANY),
            new Mark("NVIDIA", Pattern.compile("^(cuda-|libcudnn|libnccl|libcublas)"), ANY),
            new Mark("nginx.org", Pattern.compile("^nginx"), Pattern.compile("-[0-9]{1,3}~(bookworm|bullseye|buster|trixie|jammy|noble|focal)$")),
            new Mark("MariaDB", ANY, Pattern.compile("\\+maria~")),
            new Mark("sury.org", ANY, Pattern.compile("\\+0~20[0-9]{6}|\\+deb\\.sury\\.org")),
            new Mark("Google", Pattern.compile("^google-(chrome|cloud-cli)"), ANY),
            new Mark("Remi", ANY, Pattern.compile("\\.remi(\\.|$)")));

    private ThirdParty() {}

    /// Who made a package; empty for the distribution's own, as far as anyone can tell.
    public static Optional<String> maker(String name, String version) {
        return MARKS.stream().filter(mark -> mark.name().matcher(name).find() && mark.version().matcher(version).find()).map(Mark::maker).findFirst();
    }
}
