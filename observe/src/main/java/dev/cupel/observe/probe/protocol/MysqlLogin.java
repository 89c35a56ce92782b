package dev.cupel.observe.probe.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;

/// The rest of a MySQL login after the client's first answer: other methods, more questions, the verdict.
record MysqlLogin(Wire wire, String password, ByteBuffer scramble) {
    private static final int MOST_TURNS = 10;
    private static final int MORE = 0x01;
    private static final int SWITCH = 0xfe;
    private static final byte FULL_AUTHENTICATION = 4;
    private static final byte[] WANT_PUBLIC_KEY = {2};

    /// `logged in`, or the server's complaint.
    String finish() throws IOException {
        ByteBuffer salt = scramble;
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            MysqlPacket packet = MysqlPacket.read(wire);
            int next = packet.sequence() + 1;
            switch (packet.kind()) {
                case 0 -> {
                    return "logged in";
                }
                case 0xff -> {
                    return packet.complaint();
                }
                case SWITCH -> {
                    packet.take(1);
                    String method = packet.zeroEnded();
                    byte[] fresh = packet.take(Math.min(20, packet.content().remaining()));
                    salt = ByteBuffer.wrap(fresh);
                    wire.send(MysqlPacket.bytes(next, MysqlPassword.proof(method, password, salt)));
                }
                case MORE -> more(packet, next, salt);
                default -> throw new MalformedReply("the server answers a login with a packet of unknown kind");
            }
        }
        throw new MalformedReply("the login does not end");
    }

    // "Fast" authentication (3) only announces the OK packet that follows.
    private void more(MysqlPacket packet, int next, ByteBuffer salt) throws IOException {
        packet.take(1);
        if (packet.content().remaining() == 1 && packet.take(1)[0] == FULL_AUTHENTICATION) {
            wire.send(MysqlPacket.bytes(next, WANT_PUBLIC_KEY));
        } else if (packet.content().remaining() > 1) {
            wire.send(MysqlPacket.bytes(next, MysqlPassword.sealed(password, salt, packet.rest())));
        }
    }
}
