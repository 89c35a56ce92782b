package dev.cupel.observe.probe.protocol;

import java.util.List;

/// A round through Redis: each kind of value, scripts, persistence, introspection, mistakes.
final class RedisLines {
    static final List<String> ALL = List.of(
            "PING", "SET cupel:text value", "GET cupel:text", "INCR cupel:count", "APPEND cupel:text s", "STRLEN cupel:text",
            "LPUSH cupel:list a b c", "LRANGE cupel:list 0 -1", "SADD cupel:set a", "SMEMBERS cupel:set",
            "ZADD cupel:sorted 1 one 2 two", "ZRANGE cupel:sorted 0 -1", "HSET cupel:hash field value", "HGETALL cupel:hash",
            "XADD cupel:stream 1-1 field value", "XLEN cupel:stream", "SETBIT cupel:bits 7 1", "PFADD cupel:log a b", "PFCOUNT cupel:log",
            "GEOADD cupel:geo 13.36 38.11 Palermo", "GEOHASH cupel:geo Palermo", "EXPIRE cupel:text 60", "TYPE cupel:hash",
            "EVAL return(redis.call('GET','cupel:text')) 0", "EVAL return(cjson.encode({1,2})) 0", "SORT cupel:list ALPHA",
            "MULTI", "INCR cupel:count", "EXEC", "OBJECT ENCODING cupel:list", "CONFIG GET maxmemory", "CONFIG GET dir",
            "COMMAND COUNT", "CLIENT GETNAME", "ACL WHOAMI", "MODULE LIST", "LATENCY DOCTOR", "SLOWLOG LEN", "MEMORY DOCTOR",
            "INFO server", "INFO replication", "NONSENSE", "GET", "INCR cupel:text",
            "DEL cupel:text cupel:count cupel:list cupel:set cupel:sorted cupel:hash cupel:stream cupel:bits cupel:log cupel:geo",
            "DBSIZE", "BGREWRITEAOF", "SAVE", "LASTSAVE", "ECHO done");

    private RedisLines() {}
}
