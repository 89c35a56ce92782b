package dev.cupel.linux.bpf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Writes eBPF instructions: eight bytes each, `code, dst | src << 4, s16 offset, s32 immediate` (linux/bpf.h, `struct bpf_insn`).
/// Every method returns this assembler, so that a program reads downwards.
public final class Assembler {
    private static final int LD_IMM64 = 0x18;
    private static final int LDX_MEM = 0x61;
    private static final int ST_MEM = 0x62;
    private static final int STX_MEM = 0x63;
    private static final int STX_ATOMIC = 0xdb; // 64-bit; immediate 0 is BPF_ADD
    private static final int ALU64 = 0x07;
    private static final int JMP = 0x05;
    private static final int FROM_REGISTER = 0x08;
    private static final int CALL = 0x85;
    private static final int EXIT = 0x95;
    private static final Register PSEUDO_MAP_FD = Register.R1; // as source: the immediate is a map's descriptor

    /// One instruction slot; a jump keeps its label until the end.
    private record Slot(int code, int registers, int offset, int immediate, List<Label> target) {}

    private final List<Slot> slots = new ArrayList<>();

    /// `target = target op source`.
    public Assembler alu(Arithmetic operation, Register target, Register source) {
        return add(ALU64 | FROM_REGISTER | operation.bits, target, source, 0, 0);
    }

    /// `target = target op value`; the value is widened with its sign.
    public Assembler alu(Arithmetic operation, Register target, int value) {
        return add(ALU64 | operation.bits, target, Register.R0, 0, value);
    }

    public Assembler move(Register target, Register source) {
        return alu(Arithmetic.MOVE, target, source);
    }

    public Assembler move(Register target, int value) {
        return alu(Arithmetic.MOVE, target, value);
    }

    /// Sets all 64 bits; takes two slots.
    public Assembler moveWide(Register target, long value) {
        return add(LD_IMM64, target, Register.R0, 0, (int) value).add(0, Register.R0, Register.R0, 0, (int) (value >>> 32));
    }

    /// Puts the address of a map into the register, for [KernelFunction] calls that take one.
    public Assembler moveMap(Register target, BpfMap map) {
        return add(LD_IMM64, target, PSEUDO_MAP_FD, 0, map.descriptor())
                .add(0, Register.R0, Register.R0, 0, 0);
    }

    /// `target = frame + offset`: the address of a place on the stack; offsets are negative.
    public Assembler stackAddress(Register target, int offset) {
        return move(target, Register.R10).alu(Arithmetic.ADD, target, offset);
    }

    /// `target = *(address + offset)`, widened with zeroes.
    public Assembler load(Width width, Register target, Register address, int offset) {
        return add(LDX_MEM | width.bits, target, address, offset, 0);
    }

    /// `*(address + offset) = value`.
    public Assembler store(Width width, Register address, int offset, Register value) {
        return add(STX_MEM | width.bits, address, value, offset, 0);
    }

    /// `*(address + offset) = value`, widened with its sign.
    public Assembler store(Width width, Register address, int offset, int value) {
        return add(ST_MEM | width.bits, address, Register.R0, offset, value);
    }

    /// `*(address + offset) += value` in one step, on 64 bits.
    public Assembler atomicAdd(Register address, int offset, Register value) {
        return add(STX_ATOMIC, address, value, offset, 0);
    }

    public Assembler jump(Label target) {
        return add(JMP, Register.R0, Register.R0, 0, 0, List.of(target));
    }

    public Assembler jumpIf(Condition condition, Register left, Register right, Label target) {
        return add(JMP | FROM_REGISTER | condition.bits, left, right, 0, 0, List.of(target));
    }

    /// The value is widened with its sign.
    public Assembler jumpIf(Condition condition, Register left, int right, Label target) {
        return add(JMP | condition.bits, left, Register.R0, 0, right, List.of(target));
    }

    public Assembler call(KernelFunction function) {
        return add(CALL, Register.R0, Register.R0, 0, function.number);
    }

    /// Ends the program with 0.
    public Assembler exit() {
        return move(Register.R0, 0).add(EXIT, Register.R0, Register.R0, 0, 0);
    }

    public Assembler bind(Label label) {
        label.bind(slots.size());
        return this;
    }

    /// The program in the kernel's byte order, all jumps resolved.
    ByteBuffer assemble() {
        ByteBuffer out = ByteBuffer.allocate(slots.size() * BpfProgram.INSTRUCTION_BYTES).order(ByteOrder.nativeOrder());
        for (int at = 0; at < slots.size(); at++) {
            Slot slot = slots.get(at);
            int offset = slot.target.isEmpty() ? slot.offset : slot.target.getFirst().at() - at - 1;
            out.put((byte) slot.code).put((byte) slot.registers).putShort(fitting(offset)).putInt(slot.immediate);
        }
        return out.flip();
    }

    private static short fitting(int offset) {
        if (offset != (short) offset) {
            throw new IllegalStateException("a jump or field offset of " + offset + " does not fit in 16 bits");
        }
        return (short) offset;
    }

    private Assembler add(int code, Register target, Register source, int offset, int immediate) {
        return add(code, target, source, offset, immediate, List.of());
    }

    private Assembler add(int code, Register target, Register source, int offset, int immediate, List<Label> label) {
        slots.add(new Slot(code, target.number | source.number << 4, offset, immediate, label));
        return this;
    }
}
