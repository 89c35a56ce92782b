#!/bin/sh
# Writes the tables of system call numbers beside this file, from the kernel headers of this machine (linux-libc-dev).
# x86-64 has its own numbers; arm64 uses the generic ones (asm-generic/unistd.h) with what its own unistd.h asks for.
# Calls since number 403 have the same number on every processor; `newer` adds those that the headers do not know yet.
set -eu
cd "$(dirname "$0")"

newer() {
    cat <<'CALLS'
451 cachestat
452 fchmodat2
453 map_shadow_stack
454 futex_wake
455 futex_wait
456 futex_requeue
457 statmount
458 listmount
459 lsm_get_self_attr
460 lsm_set_self_attr
461 lsm_list_modules
462 mseal
463 setxattrat
464 getxattrat
465 listxattrat
466 removexattrat
467 open_tree_attr
468 file_getattr
469 file_setattr
CALLS
}

# Lets the compiler work the numbers out: some are defined by way of other macros.
table() {
    defines=$1
    prefix=$2
    names=$(printf '%s\n' "$defines" "#include <$3>" | gcc $4 -E -dM - | sed -n "s/^#define __NR_\([a-z0-9_]*\) .*/\1/p" |
        grep -v -e '^syscalls$' -e '^arch_specific_syscall$' -e '^sync_file_range2$' -e '^syscall_mask$')
    {
        printf '%s\n' "$defines" "#include <$3>"
        for name in $names; do printf '#ifdef __NR_%s\ncall %s __NR_%s\n#endif\n' "$name" "=$name" "$name"; done
    } | gcc $4 -E -P - | sed -n 's/^call =\([a-z0-9_]*\) \(.*\)$/\1 \2/p' |
        while read -r name number; do echo "$((number)) $name"; done
}

write() {
    { echo "# $1: number and name. Made by tables.sh."; cat - | sort -n -u -k1,1 -s; } >"$2"
}

{ table "" x86 asm/unistd_64.h ""; newer; } | write x86-64 x86-64.calls
{
    table "#define __ARCH_WANT_RENAMEAT
#define __ARCH_WANT_NEW_STAT
#define __ARCH_WANT_SET_GET_RLIMIT
#define __ARCH_WANT_SYS_CLONE3
#define __ARCH_WANT_MEMFD_SECRET
#define __BITS_PER_LONG 64" arm asm-generic/unistd.h "-D__ASM_GENERIC_BITS_PER_LONG"
    newer
} | write arm64 arm64.calls
