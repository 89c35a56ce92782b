package dev.cupel.observe.probe.protocol;

import java.nio.ByteBuffer;

/// What a MySQL or MariaDB server says first (protocol version 10, "Initial Handshake Packet").
///
/// @param scramble 20 random bytes that the password is hashed with
/// @param method how it wants the password: `mysql_native_password`, `caching_sha2_password`
record MysqlGreeting(String version, ByteBuffer scramble, String method) {
    static final String NATIVE = "mysql_native_password";
    private static final int PLUGIN_AUTH = 1 << 19;

    static MysqlGreeting read(MysqlPacket packet) throws MalformedReply {
        if (packet.number(1) != 10) {
            throw new MalformedReply("the server does not greet with protocol version 10");
        }
        String version = packet.zeroEnded();
        packet.take(4);
        byte[] first = packet.take(8);
        packet.take(1);
        int lower = packet.number(2);
        packet.take(3);
        int capabilities = lower | (packet.number(2) << 16);
        int length = packet.number(1);
        packet.take(10);
        byte[] second = packet.take(Math.max(13, length - 8));
        String method = (capabilities & PLUGIN_AUTH) != 0 ? packet.zeroEnded() : NATIVE;
        return new MysqlGreeting(version, ByteBuffer.allocate(20).put(first).put(second, 0, 12).flip(), method);
    }
}
