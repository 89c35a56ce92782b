package dev.cupel.inventory.packages;

import dev.cupel.image.Quoted;
import dev.cupel.inventory.distribution.Distribution;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Packages of the system's kind that are not the distribution's: their makers put their mark into the version, the name or the record of
/// who publishes them. The distribution's advisories compare with its own builds and say nothing about them, nor about what they bring
/// along. In doubt a package is the distribution's: else its vulnerabilities are not seen.
public final class ThirdParty {
    /// Who made a package.
    ///
    /// @param name as people know it, or as the package has it, in quotes
    /// @param sure whether it is known to; else it is only most likely that the distribution did not
    public record Maker(String name, boolean sure) {}

    private record Mark(String maker, Pattern name, Pattern version) {}

    private record Publisher(String maker, Pattern text) {}

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

    /// Maintainers of deb packages and vendors of rpm packages. Debian's maintainers are often single persons with addresses of any
    /// company: only what packagers of a repository of their own call themselves is here.
    private static final List<Publisher> PUBLISHERS = List.of(
            new Publisher("NodeSource", Pattern.compile("^NodeSource\\b|@nodesource\\.com>")),
            new Publisher("Docker", Pattern.compile("^Docker\\b|<support@docker\\.com>")),
            new Publisher("NVIDIA", Pattern.compile("^NVIDIA\\b|<cudatools@nvidia\\.com>")),
            new Publisher("the PostgreSQL project (PGDG)", Pattern.compile("^PostgreSQL Global Development Group")),
            new Publisher("nginx.org", Pattern.compile("(?i)^nginx(,| packaging)|<nginx-packaging@f5\\.com>")),
            new Publisher("MySQL", Pattern.compile("<mysql-build@oss\\.oracle\\.com>")),
            new Publisher("MariaDB", Pattern.compile("^MariaDB (Foundation|Corporation|plc)")),
            new Publisher("MongoDB", Pattern.compile("^MongoDB\\b|<packaging@mongodb\\.com>")),
            new Publisher("Percona", Pattern.compile("^Percona\\b")),
            new Publisher("Remi", Pattern.compile("(?i)^Remi('s)? (Collet|RPM)")),
            new Publisher("Elastic", Pattern.compile("^Elastic\\b|<info@elastic\\.co>")),
            new Publisher("HashiCorp", Pattern.compile("^HashiCorp\\b")),
            new Publisher("Grafana Labs", Pattern.compile("<contact@grafana\\.com>|^Grafana\\b")),
            new Publisher("GitLab", Pattern.compile("^GitLab(,| B\\.V\\.| Inc)|<support@gitlab\\.com>")),
            new Publisher("Datadog", Pattern.compile("<package@datadoghq\\.com>")),
            new Publisher("Confluent", Pattern.compile("<packages@confluent\\.io>")),
            new Publisher("Microsoft", Pattern.compile("<(dotnetcore|dotnetpackages|gpgsecurity)@(microsoft\\.com|dotnetfoundation\\.org)>")),
            new Publisher("Eclipse Adoptium", Pattern.compile("^Eclipse Adoptium|<temurin-dev@eclipse\\.org>")),
            new Publisher("Azul", Pattern.compile("^Azul Systems")),
            new Publisher("the Kubernetes project", Pattern.compile("^Kubernetes Authors")),
            new Publisher("Google", Pattern.compile("^Google (LLC|Inc|Cloud CLI Authors)")));

    private final Optional<RpmFamily> family;
    private final boolean told;

    private ThirdParty(Optional<RpmFamily> family, boolean told) {
        this.family = family;
        this.told = told;
    }

    /// Of an image.
    ///
    /// @param publishers of all of its system's packages; empty texts where a record names none
    public static ThirdParty in(Optional<Distribution> distribution, Collection<String> publishers) {
        Optional<RpmFamily> family = distribution.flatMap(RpmFamily::of);
        long named = publishers.stream().filter(one -> !one.isEmpty()).count();
        long own = family.map(it -> publishers.stream().filter(it::owns).count()).orElse(0L);
        return new ThirdParty(family, own * 2 > named);
    }

    /// Who made a package; empty for the distribution's own, as far as anyone can tell.
    ///
    /// @param publisher rpm's vendor, dpkg's maintainer
    public Optional<Maker> maker(String name, String version, String publisher) {
        return MARKS.stream()
                .filter(mark -> mark.name().matcher(name).find() && mark.version().matcher(version).find())
                .map(mark -> new Maker(mark.maker(), true))
                .findFirst()
                .or(() -> PUBLISHERS.stream().filter(one -> one.text().matcher(publisher).find()).map(one -> new Maker(one.maker(), true)).findFirst())
                .or(() -> family.flatMap(it -> vendor(it, version, publisher)));
    }

    /// Every build of a family bears one of few vendors. A vendor nobody knows may be a company that rebuilds the distribution's sources: only
    /// a build that looks like none of the distribution's is somebody else's.
    private Optional<Maker> vendor(RpmFamily family, String version, String vendor) {
        if (vendor.isEmpty() || family.owns(vendor)) {
            return Optional.empty();
        }
        if (family.isRivals(vendor)) {
            return Optional.of(new Maker(Quoted.of(vendor), true));
        }
        return told && !family.builtLike(version) ? Optional.of(new Maker(Quoted.of(vendor), false)) : Optional.empty();
    }
}
