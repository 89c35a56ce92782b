package dev.cupel.observe.recording;

import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.sensor.CallMeaning;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files that the arguments of a kernel function name (`KprobeArgument` in `tetragon.proto`). A policy chooses function and
/// arguments; of system calls the name as the program wrote it, of others the path that the kernel came to.
///
/// @param function `security_file_permission`, `fd_install`, `__x64_sys_openat`, `sys_enter_openat`
record TetragonArguments(EventNode body, String function) {
    private static final Pattern SYSTEM_CALL = Pattern.compile("(?:__\\w+?_)?sys_(?:enter_|exit_)?(\\w+)");
    private static final Pattern CHANGES = Pattern.compile("write|truncate|unlink|rename|mkdir|rmdir|mknod|symlink|_link|chmod|chown|setattr|setxattr");
    private static final Pattern ASKS = Pattern.compile("getattr|getxattr|statfs|vfs_stat|path_notify");
    private static final long MAY_WRITE = 2; // include/linux/fs.h
    private static final long MAY_READ = 4;

    void addTo(UseList uses) {
        List<EventNode> arguments = Stream.concat(body.at("args").elements(), body.at("data").elements()).toList();
        for (EventNode argument : arguments) {
            for (String kind : List.of("file_arg", "path_arg", "linux_binprm_arg")) {
                if (argument.has(kind)) {
                    add(argument.at(kind), kind, uses);
                }
            }
        }
        Matcher call = SYSTEM_CALL.matcher(function);
        if (call.matches()) {
            named(call.group(1), arguments, uses);
        }
    }

    private void add(EventNode file, String kind, UseList uses) {
        Set<AccessKind> kinds = kind.equals("linux_binprm_arg") ? Set.of(AccessKind.EXECUTE) : Set.of(done());
        // FilePathFlagsToStr, pkg/reader/path: the walk to the root ended before it was there.
        if (file.text("flags").contains("unresolvedPathComponents")) {
            uses.cut(kinds);
        } else if (file.text("path").startsWith("/")) { // others are pipes and sockets
            uses.add(file.text("path"), kinds, found());
        }
    }

    private void named(String call, List<EventNode> arguments, UseList uses) {
        long flags = 0;
        String name = "";
        for (EventNode argument : arguments) {
            OptionalLong number = argument.number("int_arg");
            if (name.isEmpty()) {
                name = argument.text("string_arg");
            } else if (flags == 0 && number.isPresent()) {
                flags = number.getAsLong();
            }
        }
        uses.add(name, CallMeaning.of(call, flags), found());
    }

    private AccessKind done() {
        if (function.startsWith("security_bprm")) {
            return AccessKind.EXECUTE;
        }
        if (function.equals("security_file_permission")) {
            return permission();
        }
        if (function.contains("readlink")) {
            return AccessKind.READLINK;
        }
        return CHANGES.matcher(function).find() ? AccessKind.WRITE : ASKS.matcher(function).find() ? AccessKind.STAT : AccessKind.READ;
    }

    private AccessKind permission() {
        long mask = body.at("args").elements().flatMapToLong(one -> one.number("int_arg").stream()).findFirst().orElse(MAY_READ);
        return (mask & MAY_WRITE) != 0 && (mask & MAY_READ) == 0 ? AccessKind.WRITE : AccessKind.READ;
    }

    private boolean found() {
        return Outcome.found(body.at("return").number("int_arg").orElse(0));
    }
}
