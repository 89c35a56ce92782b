#!/bin/bash
set -eo pipefail
if [ "${1:0:1}" = - ]; then set -- mariadbd "$@"; fi
if [ "$1" = mariadbd ]; then
  if [ "$(id -u)" = 0 ]; then
    find /var/lib/mysql \! -user mysql -exec chown mysql: '{}' +
    exec gosu mysql "${BASH_SOURCE[0]}" "$@"
  fi
  if [ ! -d /var/lib/mysql/mysql ]; then
    if [ -z "$MARIADB_ROOT_PASSWORD" ]; then echo >&2 "Database is uninitialized and MARIADB_ROOT_PASSWORD is not set"; exit 1; fi
    mariadb-install-db --datadir=/var/lib/mysql --rpm --auth-root-authentication-method=normal --skip-test-db >/dev/null
    "$@" --skip-networking --socket=/run/mysqld/init.sock &
    pid=$!
    for i in {60..0}; do
      if mariadb-admin --socket=/run/mysqld/init.sock ping >/dev/null 2>&1; then break; fi
      sleep 0.5
    done
    mariadb-tzinfo-to-sql /usr/share/zoneinfo 2>/dev/null | mariadb --socket=/run/mysqld/init.sock -uroot mysql
    mariadb --socket=/run/mysqld/init.sock -uroot <<-SQL
      CREATE USER 'root'@'%' IDENTIFIED BY '${MARIADB_ROOT_PASSWORD}';
      GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;
      ALTER USER 'root'@'localhost' IDENTIFIED BY '${MARIADB_ROOT_PASSWORD}';
SQL
    if [ -n "$MARIADB_DATABASE" ]; then mariadb --socket=/run/mysqld/init.sock -uroot -p"$MARIADB_ROOT_PASSWORD" -e "CREATE DATABASE \`$MARIADB_DATABASE\`"; fi
    for f in /docker-entrypoint-initdb.d/*; do
      case "$f" in
        *.sh) . "$f" ;;
        *.sql) mariadb --socket=/run/mysqld/init.sock -uroot -p"$MARIADB_ROOT_PASSWORD" "$MARIADB_DATABASE" <"$f" ;;
        *.sql.gz) gunzip -c "$f" | mariadb --socket=/run/mysqld/init.sock -uroot -p"$MARIADB_ROOT_PASSWORD" "$MARIADB_DATABASE" ;;
        *.sql.xz) xzcat "$f" | mariadb --socket=/run/mysqld/init.sock -uroot -p"$MARIADB_ROOT_PASSWORD" "$MARIADB_DATABASE" ;;
      esac
    done
    mariadb-admin --socket=/run/mysqld/init.sock -uroot -p"$MARIADB_ROOT_PASSWORD" shutdown
    wait "$pid"
  fi
fi
exec "$@"
