package dev.cupel.observe.probe.protocol;

import java.util.List;

/// A round through MySQL or MariaDB: engines, character sets, collations, time zones, routines, maintenance, errors.
final class MysqlLines {
    static final List<String> ALL = List.of(
            "SELECT VERSION()", "SELECT @@character_set_server, @@collation_server, @@datadir, @@lc_messages", "SHOW DATABASES",
            "CREATE DATABASE cupel_probe", "USE cupel_probe",
            "CREATE TABLE things (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40) UNIQUE, made DATETIME, FULLTEXT(name)) ENGINE=InnoDB",
            "CREATE TABLE plain (id INT PRIMARY KEY, text VARCHAR(40)) ENGINE=MyISAM", "CREATE TABLE fleeting (id INT) ENGINE=MEMORY",
            "CREATE TABLE rows_as_text (id INT NOT NULL) ENGINE=CSV", "CREATE TABLE packed (id INT) ENGINE=ARCHIVE",
            "CREATE TEMPORARY TABLE passing (id INT)", "INSERT INTO things (name, made) VALUES ('one', '2024-02-29 12:00:00'), ('zwei', NOW())",
            "INSERT INTO plain VALUES (1, 'a'), (2, 'b')", "SELECT id, name FROM things ORDER BY name", "SELECT COUNT(*) FROM plain",
            "SELECT id FROM things WHERE MATCH(name) AGAINST ('zwei')", "UPDATE things SET name = UPPER(name)", "DELETE FROM things WHERE id = 1",
            "SELECT CONVERT('ä' USING latin1), CONVERT('a' USING sjis), CONVERT('a' USING big5), CONVERT('a' USING cp1251)",
            "SELECT 'a' = 'Ä' COLLATE utf8mb4_unicode_ci, 'a' < 'B' COLLATE utf8mb4_bin",
            "SELECT CONVERT_TZ('2024-07-01 12:00:00', '+00:00', '+09:00')", "SET lc_time_names = 'de_DE'", "SELECT DATE_FORMAT('2024-02-29', '%W %M')",
            "SELECT SHA2('a', 256), MD5('a'), HEX(AES_ENCRYPT('a', 'k'))", "SELECT JSON_EXTRACT('{\"a\": [1, 2]}', '$.a[1]')",
            "SELECT 'abc' REGEXP '^a.c$', FORMAT(1234.5, 2), INET_ATON('192.0.2.1')", "CREATE PROCEDURE twice(IN i INT) SET @twice = 2 * i",
            "CALL twice(21)", "SELECT @twice", "CREATE VIEW seen AS SELECT name FROM things", "SELECT * FROM seen", "BEGIN", "INSERT INTO things (name) VALUES ('three')",
            "ROLLBACK", "SELECT * FROM no_such_table", "SELEC nonsense", "INSERT INTO plain VALUES (1, 'twice')", "SET lc_messages = 'de_DE'",
            "SELECT * FROM no_such_table", "SHOW ENGINES", "SHOW PLUGINS", "SHOW CHARACTER SET", "SHOW GRANTS", "CHECK TABLE plain",
            "ANALYZE TABLE things", "OPTIMIZE TABLE plain", "EXPLAIN SELECT * FROM things WHERE name = 'zwei'", "FLUSH LOGS", "FLUSH TABLES",
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'cupel_probe' ORDER BY 1", "DROP DATABASE cupel_probe");

    private MysqlLines() {}
}
