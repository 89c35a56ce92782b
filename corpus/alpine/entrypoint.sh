#!/bin/sh
# As entry scripts of Alpine images do: prepares the volume as root, then drops to the service's user.
set -eu
if [ "$1" = almanac ] && [ "$(id -u)" = 0 ]; then
  mkdir -p /data
  [ -f /data/visits ] || echo 0 >/data/visits
  find /data \! -user almanac -exec chown almanac {} +
  for script in /entrypoint.d/*.sh; do
    # shellcheck disable=SC1090
    if [ -f "$script" ]; then . "$script"; fi
  done
  exec su -s /bin/sh almanac -c 'exec "$0" "$@"' -- "$@"
fi
exec "$@"
