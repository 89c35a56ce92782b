package dev.cupel.linux.bpf;

/// What the `info` word of a type says (Documentation/bpf/btf.rst, `struct btf_type`): kind in bits 24 to 28, count in the lower 16.
final class BtfKind {
    private static final int INT = 1;
    private static final int ARRAY = 3;
    private static final int STRUCT = 4;
    private static final int UNION = 5;
    private static final int ENUM = 6;
    private static final int FUNC_PROTO = 13;
    private static final int VAR = 14;
    private static final int DATASEC = 15;
    private static final int DECL_TAG = 17;
    private static final int ENUM64 = 19;
    private static final int LAST_KNOWN = 19;

    private BtfKind() {}

    static boolean isStructure(int info) {
        return kind(info) == STRUCT;
    }

    static boolean isAggregate(int info) {
        return kind(info) == STRUCT || kind(info) == UNION;
    }

    /// Bytes between the record's own twelve and the next record.
    static int trailingBytes(int info) throws MalformedBtf {
        int count = info & 0xffff;
        return switch (kind(info)) {
            case INT, VAR, DECL_TAG -> 4;
            case ARRAY -> 12;
            case STRUCT, UNION, DATASEC, ENUM64 -> 12 * count;
            case ENUM, FUNC_PROTO -> 8 * count;
            default -> {
                if (kind(info) == 0 || kind(info) > LAST_KNOWN) {
                    // Without its length there is no way to the next type.
                    throw new MalformedBtf("a type of unknown kind " + kind(info));
                }
                yield 0;
            }
        };
    }

    private static int kind(int info) {
        return info >>> 24 & 0x1f;
    }
}
