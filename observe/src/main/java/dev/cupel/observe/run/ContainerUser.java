package dev.cupel.observe.run;

import java.util.List;

/// Who a container's processes are.
///
/// @param groups supplementary ones
/// @param home for `HOME`, where neither image nor plan sets it
record ContainerUser(long uid, long gid, List<Long> groups, String home) {
    ContainerUser {
        groups = List.copyOf(groups);
    }

    boolean isRoot() {
        return uid == 0;
    }
}
