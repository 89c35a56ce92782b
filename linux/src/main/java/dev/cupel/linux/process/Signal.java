package dev.cupel.linux.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A signal by name and number (signal(7); the numbers of x86-64 and arm64 are the same).
public record Signal(String name, int number) {
    private static final String[] NAMES = {
        "", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM", "TERM",
        "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO",
        "PWR", "SYS"
    };
    private static final int FIRST_REAL_TIME = 34; // as glibc and Docker count
    private static final int LAST_REAL_TIME = 64;
    public static final Signal TERM = new Signal("SIGTERM", 15);
    public static final Signal KILL = new Signal("SIGKILL", 9);
    public static final Signal HUP = new Signal("SIGHUP", 1);

    /// Reads `SIGQUIT`, `quit`, `3`, `RTMIN+3`, as a Dockerfile's STOPSIGNAL may have it; empty where it is none.
    public static Optional<Signal> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        String name = upper.startsWith("SIG") ? upper.substring(3) : upper;
        if (name.matches("[0-9]{1,2}")) {
            return ofNumber(Integer.parseInt(name));
        }
        if (name.matches("RTMIN(\\+[0-9]{1,2})?")) {
            return realTime(FIRST_REAL_TIME + offset(name), upper);
        }
        if (name.matches("RTMAX(-[0-9]{1,2})?")) {
            return realTime(LAST_REAL_TIME - offset(name), upper);
        }
        int number = name.isEmpty() ? -1 : Arrays.asList(NAMES).indexOf(name);
        return number < 1 ? Optional.empty() : ofNumber(number);
    }

    /// The signal that an image wants to be stopped with: SIGTERM where it names none, or none that there is.
    public static Signal toStop(String wanted) {
        return parse(wanted).orElse(TERM);
    }

    private static Optional<Signal> ofNumber(int number) {
        if (number >= 1 && number < NAMES.length) {
            return Optional.of(new Signal("SIG" + NAMES[number], number));
        }
        return realTime(number, "SIGRTMIN+" + (number - FIRST_REAL_TIME));
    }

    private static Optional<Signal> realTime(int number, String name) {
        return number < FIRST_REAL_TIME || number > LAST_REAL_TIME
                ? Optional.empty()
                : Optional.of(new Signal(name.startsWith("SIG") ? name : "SIG" + name, number));
    }

    private static int offset(String name) {
        return name.length() <= 5 ? 0 : Integer.parseInt(name.substring(6));
    }
}
