package dev.cupel.inspect.gate;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.inspect.xray.XrayReport;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The rules of dive's CI mode, as dive 0.13 checks them: beyond the limit fails, on it passes. A rule is off when its text is empty,
/// `disabled`, `off` or `false`.
///
/// @param lowestEfficiency 0 to 1
/// @param highestWastedBytes such as `20MB`
/// @param highestUserWastedPercent a share, 0 to 1, whatever its name says
public record DiveRules(String lowestEfficiency, String highestWastedBytes, String highestUserWastedPercent) {
    private static final Set<String> OFF = Set.of("", "disabled", "off", "false");

    /// What dive asks where nobody asks for anything.
    public static final DiveRules DEFAULTS = new DiveRules("0.9", "disabled", "0.1");

    /// What is no limit is a [CupelException].
    public DiveRules {
        requireShare("lowestEfficiency", lowestEfficiency);
        if (!isOff(highestWastedBytes)) {
            size(highestWastedBytes);
        }
        requireShare("highestUserWastedPercent", highestUserWastedPercent);
    }

    /// Reads a `.dive-ci` file; its rules may be written in camel case or with hyphens.
    public static DiveRules parse(String yaml, String file) {
        try {
            Object root = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
            Object rules = root instanceof Map<?, ?> map ? map.get("rules") : null;
            Map<?, ?> told = rules instanceof Map<?, ?> map ? map : Map.of();
            return DEFAULTS.with(
                    text(told, "lowestEfficiency", "lowest-efficiency", file),
                    text(told, "highestWastedBytes", "highest-wasted-bytes", file),
                    text(told, "highestUserWastedPercent", "highest-user-wasted-percent", file));
        } catch (YamlEngineException e) {
            throw new CupelException(Fault.USAGE, "Cannot read " + file + ": " + Quoted.of(String.valueOf(e.getMessage())) + ".", "It is YAML with a map `rules`.", e);
        }
    }

    /// The same with other limits; an empty list leaves one as it is.
    public DiveRules with(List<String> efficiency, List<String> wastedBytes, List<String> userWasted) {
        return new DiveRules(
                efficiency.isEmpty() ? lowestEfficiency : efficiency.getLast(),
                wastedBytes.isEmpty() ? highestWastedBytes : wastedBytes.getLast(),
                userWasted.isEmpty() ? highestUserWastedPercent : userWasted.getLast());
    }

    /// One ruling a rule, in dive's order.
    public List<Ruling> judge(XrayReport.DiveRow dive) {
        return List.of(userWasted(dive), wastedBytes(dive), efficiency(dive));
    }

    private Ruling efficiency(XrayReport.DiveRow dive) {
        String rule = "lowestEfficiency";
        if (isOff(lowestEfficiency)) {
            return skipped(rule);
        }
        double limit = share(rule, lowestEfficiency);
        return Ruling.of(rule, !(dive.efficiency() < limit), "efficiency is %.4f, the least is %s".formatted(dive.efficiency(), lowestEfficiency));
    }

    private Ruling wastedBytes(XrayReport.DiveRow dive) {
        String rule = "highestWastedBytes";
        if (isOff(highestWastedBytes)) {
            return skipped(rule);
        }
        return Ruling.of(rule, dive.wastedBytes() <= size(highestWastedBytes), "%d bytes are wasted, at most %s may be".formatted(dive.wastedBytes(), highestWastedBytes));
    }

    private Ruling userWasted(XrayReport.DiveRow dive) {
        String rule = "highestUserWastedPercent";
        if (isOff(highestUserWastedPercent)) {
            return skipped(rule);
        }
        double limit = share(rule, highestUserWastedPercent);
        // dive divides by zero for an image of one layer, and what is not a number is not above a limit. Infinity is.
        OptionalDouble wasted = dive.wastedUserShare().map(OptionalDouble::of).orElse(dive.wastedBytes() > 0 ? OptionalDouble.of(Double.POSITIVE_INFINITY) : OptionalDouble.empty());
        String told = wasted.isEmpty()
                ? "there is only one layer"
                : "%.4f of the bytes above the first layer are wasted, at most %s may be".formatted(wasted.getAsDouble(), highestUserWastedPercent);
        return Ruling.of(rule, wasted.isEmpty() || wasted.getAsDouble() <= limit, told);
    }

    private static void requireShare(String rule, String text) {
        if (!isOff(text)) {
            share(rule, text);
        }
    }

    private static long size(String text) {
        return Bytes.parse(text).orElseThrow(() -> unreadable("highestWastedBytes", text, "a size such as 20MB"));
    }

    private static double share(String rule, String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw unreadable(rule, text, "a number from 0 to 1");
        }
        throw unreadable(rule, text, "a number from 0 to 1");
    }

    private static CupelException unreadable(String rule, String text, String wanted) {
        return new CupelException(Fault.USAGE, rule + " cannot be " + Quoted.of(text) + ".", "Write " + wanted + ", or `disabled`.");
    }

    private static Ruling skipped(String rule) {
        return new Ruling(rule, Ruling.Outcome.SKIP, "not asked for");
    }

    private static boolean isOff(String text) {
        return OFF.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static List<String> text(Map<?, ?> rules, String camel, String kebab, String file) {
        Object value = rules.containsKey(camel) ? rules.get(camel) : rules.get(kebab);
        // A list may hold itself, and has no text then.
        if (value instanceof Map || value instanceof Collection) {
            throw new CupelException(Fault.USAGE, "Cannot read " + file + ": " + camel + " is no single value.", "Write a number, a size, or `disabled`.");
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
