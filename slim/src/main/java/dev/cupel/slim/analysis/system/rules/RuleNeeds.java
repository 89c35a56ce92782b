package dev.cupel.slim.analysis.system.rules;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.system.glob.Glob;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What each rule keeps in one image. Ten thousand files may make a rule hold; its patterns are looked up once.
final class RuleNeeds {
    private final AnalysisContext context;
    private final Map<KeepRule, List<Need>> known = new ConcurrentHashMap<>();

    RuleNeeds(AnalysisContext context) {
        this.context = context;
    }

    List<Need> of(KeepRule rule) {
        return known.computeIfAbsent(rule, this::lookUp);
    }

    private List<Need> lookUp(KeepRule rule) {
        return rule.keep().stream()
                .flatMap(kept -> kept.paths().in(context.root()).stream()
                        .map(path -> new Need(path, kept.depth(), RuleAnalyzer.reason(rule))))
                .flatMap(need -> rule.but().isEmpty() ? Stream.of(need) : without(rule.but(), need))
                .toList();
    }

    /// A tree with gaps is every path of it but those.
    private Stream<Need> without(List<Glob> gaps, Need need) {
        Stream<ImagePath> paths = need.depth() == Need.Depth.SELF
                ? Stream.of(need.path())
                : context.root().follow(need.path()) instanceof Resolution.Found(Node node, var _)
                        ? context.root().walk(node.path()).map(Node::path)
                        : Stream.empty();
        return paths.filter(path -> gaps.stream().noneMatch(gap -> gap.matches(path))).map(path -> Need.of(path, need.reason()));
    }
}
