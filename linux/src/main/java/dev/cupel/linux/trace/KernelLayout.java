package dev.cupel.linux.trace;

import dev.cupel.linux.bpf.Btf;
import dev.cupel.linux.bpf.MalformedBtf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/// Where the running kernel keeps what the programs read, in bytes.
///
/// @param registers offsets in `struct pt_regs`, in the order of [Processor#registers]
record KernelLayout(Map<KernelField, Integer> fields, List<Integer> registers) {
    KernelLayout {
        fields = Map.copyOf(fields);
        registers = List.copyOf(registers);
    }

    int of(KernelField field) {
        return Objects.requireNonNull(fields.get(field));
    }

    /// Whether this kernel has everything that io_uring needs.
    boolean hasRings() {
        return fields.size() == KernelField.values().length;
    }

    /// Looks everything up; an [IOException] names what this kernel does not have.
    static KernelLayout in(Btf types, Processor processor) throws IOException {
        try {
            Map<KernelField, Integer> fields = new EnumMap<>(KernelField.class);
            for (KernelField field : KernelField.values()) {
                OptionalInt offset = types.offsetOf(field.structure, field.member);
                if (offset.isPresent()) {
                    fields.put(field, offset.getAsInt());
                } else if (!field.optional) {
                    throw missing(field.structure, field.member);
                }
            }
            List<Integer> registers = new ArrayList<>();
            for (Processor.Place place : processor.registers()) {
                OptionalInt offset = types.offsetOf("pt_regs", place.member());
                registers.add(offset.orElseThrow(() -> missing("pt_regs", place.member())) + place.offset());
            }
            return new KernelLayout(fields, registers);
        } catch (MalformedBtf e) {
            throw new IOException("the kernel's type information cannot be read: " + e.getMessage(), e);
        }
    }

    private static IOException missing(String structure, String member) {
        return new IOException("this kernel's struct " + structure + " has no member " + member);
    }
}
