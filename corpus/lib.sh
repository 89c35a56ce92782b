# shellcheck shell=bash
# What the functional tests share; sourced by corpus/NAME/test with the image reference as its first argument.
# A test starts containers of the image in Docker Engine, asks what no probe asks, and prints one line a check.
set -u
image=${1:?usage: test IMAGE}
failures=0
work=$(mktemp -d)
label=dev.cupel.corpus.test=$$ # finds what sub-shells started, too
finish() {
  docker ps -aq --filter "label=$label" | xargs -r docker rm -f -v >/dev/null 2>&1
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

# start OPTIONS… [-- COMMAND…]: a container of the image in the background; sets $id and $ip.
start() {
  local options=() command=()
  while [ $# -gt 0 ]; do
    if [ "$1" = -- ]; then shift; command=("$@"); break; fi
    options+=("$1"); shift
  done
  id=$(docker run -d --label "$label" "${options[@]}" "$image" "${command[@]}") || { echo "not ok   the container starts"; failures=$((failures + 1)); id=none; ip=127.0.0.1; return; }
  address
}

address() {
  ip=$(docker inspect -f '{{.NetworkSettings.IPAddress}}' "$id")
}

# once OPTIONS… -- COMMAND…: runs a command of the image to its end.
once() {
  local options=()
  while [ "$1" != -- ]; do options+=("$1"); shift; done
  shift
  docker run --rm --label "$label" "${options[@]}" "$image" "$@" 2>&1
}

# port NUMBER: waits until the container listens there, at most about 60 s.
port() {
  for _ in $(seq 300); do
    (exec 3<>"/dev/tcp/$ip/$1") 2>/dev/null && return 0
    [ "$(docker inspect -f '{{.State.Running}}' "$id" 2>/dev/null)" = true ] || break
    sleep 0.2
  done
  echo "not ok   port $1 opens"
  docker logs --tail 20 "$id" 2>&1 | sed 's/^/         /'
  failures=$((failures + 1))
  # Nothing that follows could pass; fifty more lines would only hide this one.
  verdict
  exit 1
}

# until_ok COMMAND…: repeats a command until it succeeds, at most about 60 s.
until_ok() {
  for _ in $(seq 300); do "$@" >/dev/null 2>&1 && return 0; sleep 0.2; done
  return 1
}

get() { curl -sS -m 20 "$@" 2>&1; }
code() { curl -sS -m 20 -o /dev/null -w '%{http_code}' "$@" 2>&1; }

# is NAME EXPECTED ACTUAL · has NAME PART ACTUAL · ok NAME COMMAND…
is() { if [ "$2" = "$3" ]; then echo "ok       $1"; else echo "not ok   $1: expected '$2', got '$(printf %.200s "$3")'"; failures=$((failures + 1)); fi; }
has() { case $3 in *"$2"*) echo "ok       $1" ;; *) echo "not ok   $1: no '$2' in '$(printf %.300s "$3")'"; failures=$((failures + 1)) ;; esac; }
ok() { local name=$1; shift; if "$@" >"$work/out" 2>&1; then echo "ok       $name"; else echo "not ok   $name: $(tail -c 300 "$work/out")"; failures=$((failures + 1)); fi; }

# verdict: the last line of every test.
verdict() {
  [ "$failures" = 0 ] && echo "passed   $image" || echo "failed   $image: $failures"
  [ "$failures" = 0 ]
}
