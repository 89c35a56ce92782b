# shellcheck shell=bash
# What the benchmarks share; sourced.

needs() {
  local program
  for program; do
    command -v "$program" >/dev/null || { echo "bench: needs $program, which is not on PATH" >&2; exit 3; }
  done
}

# The machine that figures were measured on, as a JSON object: figures of different machines are not compared.
machine() {
  local jdk
  jdk=$(CUPEL_FIND_JDK=1 ./cupel)
  jq -n --arg cpu "$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1)" --argjson cpus "$(nproc)" \
    --argjson memory "$(awk '/^MemTotal/ { print $2 * 1024 }' /proc/meminfo)" --arg kernel "$(uname -r)" \
    --arg system "$(. /etc/os-release && echo "$PRETTY_NAME")" --arg jdk "$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$jdk/release")" \
    --arg engine "$(docker version -f '{{.Server.Version}}' 2>/dev/null | grep . || echo none)" --arg load "$(cut -d' ' -f1 /proc/loadavg)" \
    --arg commit "$(git rev-parse --short HEAD 2>/dev/null || echo unknown)" --arg day "$(date -u +%F)" \
    '{cpu: $cpu, cpus: $cpus, memoryBytes: $memory, kernel: $kernel, system: $system, jdk: $jdk, dockerEngine: $engine, loadBefore: ($load | tonumber), commit: $commit, day: $day}'
}
