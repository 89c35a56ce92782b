#!/bin/sh
# Makes the root file system that the scenes of act.c play in. Usage: stage.sh SOURCES ROOT
set -eu
sources=$1
root=$2
mkdir -p "$root/bin" "$root/lib" "$root/proc" "$root/sys" "$root/dev" "$root/etc" "$root/opt/tools" "$root/usr/bin" \
    "$root/srv/cage/etc" "$root/data/listed" "$root/data/place" "$root/data/directory" "$root/data/threads" "$root/data/storm" \
    "$root/data/busy" "$root/data/deep"
gcc -O1 -static -pthread -o "$root/bin/act" "$sources/act.c"
gcc -O1 -shared -fPIC -o "$root/lib/plugin.so" "$sources/plugin.c"
gcc -O1 -Wl,--dynamic-linker=/lib/loader.so -Wl,-rpath,/lib -o "$root/bin/dynamic" "$sources/dynamic.c" -ldl
cp -L "$(gcc -print-file-name=libc.so.6)" "$root/lib/libc.so.6"
case $(uname -m) in
    aarch64) loader=ld-linux-aarch64.so.1 ;;
    *)
        loader=ld-linux-x86-64.so.2
        gcc -m32 -nostdlib -static -o "$root/bin/narrow" "$sources/narrow.s"
        ;;
esac
cp -L "$(gcc -print-file-name=$loader)" "$root/lib/loader.so"
printf '#!/opt/tools/interpreter nothing\n' >"$root/bin/script"
chmod 755 "$root/bin/script"
cp "$root/bin/act" "$root/opt/tools/interpreter"
cp "$root/bin/act" "$root/opt/tools/tool"
cp "$root/bin/act" "$root/opt/tools/relative-tool"
cp "$root/bin/act" "$root/data/directory/tool"
cp "$root/bin/act" "$root/opt/tools/from-thread"
cp "$root/bin/act" "$root/opt/tools/spawned"
cd "$root/data"
for name in at-once opened opened-at stat lstat access faccessat statx getxattr listed/one listed/two place/here place-beside \
    directory/opened directory/stat directory/access openat2 written renamed unlinked changed ring-opened ring-stat in-handler after-signal \
    after-halt after-end joined narrow; do
    echo "$name" >"$name"
done
ln -s somewhere link
ln -s opened link-to-opened
ln -s elsewhere directory/link
for i in $(seq 0 15); do : >"threads/$i"; : >"threads/stat-$i"; done
for i in $(seq 0 199); do : >"storm/$i"; : >"storm/storm-stat-$i"; done
for name in caged caged-stat caged-relative in-root; do : >"$root/srv/cage/etc/$name"; done
(cd busy && seq 0 29999 | xargs touch)
