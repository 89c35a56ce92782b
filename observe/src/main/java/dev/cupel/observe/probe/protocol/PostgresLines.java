package dev.cupel.observe.probe.protocol;

import java.util.List;

/// A round through PostgreSQL: types, collations, time zones, text search dictionaries, encodings, procedural languages,
/// planner, maintenance, errors. Each of them is code or data that the server opens when it is first asked for.
final class PostgresLines {
    static final List<String> ALL = List.of(
            "SHOW server_version", "SHOW server_encoding", "SHOW lc_collate", "SHOW data_directory", "SELECT current_user, current_database()",
            "CREATE SCHEMA cupel_probe", "CREATE TABLE cupel_probe.things (id serial PRIMARY KEY, name text UNIQUE, made timestamptz, doc jsonb)",
            "CREATE INDEX ON cupel_probe.things USING gin (doc)", "CREATE INDEX ON cupel_probe.things USING brin (made)",
            "INSERT INTO cupel_probe.things (name, made, doc) SELECT 'n' || i, '2024-02-29 12:00+00', jsonb_build_object('i', i)"
                    + " FROM generate_series(1, 500) i",
            "SELECT count(*), min(name), max(name) FROM cupel_probe.things", "SELECT id, doc->>'i' FROM cupel_probe.things WHERE name = 'n7'",
            "UPDATE cupel_probe.things SET name = upper(name) WHERE id < 10", "DELETE FROM cupel_probe.things WHERE id = 11",
            "SELECT name FROM cupel_probe.things ORDER BY name COLLATE \"C\" DESC LIMIT 3",
            "SELECT x FROM (VALUES ('Z'), ('a'), ('ä')) v(x) ORDER BY x",
            "SELECT timestamptz '2024-07-01 12:00+00' AT TIME ZONE 'Europe/Berlin', timestamptz '2024-07-01 12:00+00' AT TIME ZONE 'Asia/Tokyo'",
            "SELECT count(*) > 300 FROM pg_timezone_names", "SELECT count(*) > 100 FROM pg_timezone_abbrevs", "SET timezone = 'America/New_York'",
            "SELECT to_char(timestamptz '2024-02-29 12:00+00', 'TMDay DD TMMonth YYYY TZ')",
            "SELECT to_tsvector('english', 'running quickly') @@ to_tsquery('run')", "SELECT to_tsvector('german', 'die laufenden Häuser')",
            "SELECT cfgname FROM pg_ts_config ORDER BY 1", "SELECT to_tsvector(cfgname::regconfig, 'one two houses') FROM pg_ts_config ORDER BY cfgname",
            "SELECT convert_to('ä', 'LATIN1'), convert_from('\\xe4', 'LATIN1'), convert_to('a', 'SJIS'), convert_to('a', 'WIN1252'),"
                    + " convert_to('a', 'EUC_JP'), convert_to('a', 'BIG5'), convert_to('a', 'KOI8R'), convert_to('a', 'GB18030')",
            "DO $$ BEGIN PERFORM 1; END $$", "CREATE FUNCTION cupel_probe.twice(i int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 2 * i; END $$",
            "SELECT cupel_probe.twice(21)", "SELECT lanname FROM pg_language ORDER BY 1", "SELECT 'abc' ~ '^a.c$', regexp_replace('abc', 'b', 'x')",
            "SELECT md5('a'), sha256('a'), encode('a', 'base64')", "SELECT 1.5::numeric ^ 10, sqrt(2), 10::money, '192.0.2.1/24'::inet",
            "SELECT xmlelement(name a, 'b')", "SELECT jsonb_path_query('{\"a\": [1, 2]}', '$.a[*]')", "SELECT int4range(1, 5) * int4range(3, 9)",
            "SET jit = on", "SET jit_above_cost = 0", "SELECT sum(id) FROM cupel_probe.things", "RESET jit_above_cost",
            "EXPLAIN (COSTS OFF) SELECT * FROM cupel_probe.things WHERE name = 'n7'", "ANALYZE cupel_probe.things", "VACUUM cupel_probe.things",
            "REINDEX TABLE cupel_probe.things", "BEGIN", "SELECT 1/0", "ROLLBACK", "SELEC nonsense", "SELECT * FROM cupel_probe.no_such_table",
            "SET lc_messages = 'de_DE.UTF-8'", "SELECT no_such_column", "SELECT count(*) > 0 FROM pg_settings",
            "SELECT name FROM pg_available_extensions ORDER BY 1", "SELECT extname FROM pg_extension ORDER BY 1",
            "SELECT pg_reload_conf()", "CHECKPOINT", "DROP SCHEMA cupel_probe CASCADE");

    private PostgresLines() {}
}
