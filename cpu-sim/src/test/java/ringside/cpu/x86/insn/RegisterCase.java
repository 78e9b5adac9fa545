package ringside.cpu.x86.insn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/**
 * Executes instructions between registers again and again with random operands: {@code a} in rAX, {@code b} in rBX, rCX
 * and rDX as they come.
 */
final class RegisterCase {
    private static final OperandSize[] SIZES = OperandSize.values();

    private final long seed;
    private final Random random;
    final FlatX86 cpu = new FlatX86(64);
    OperandSize size;
    long a;
    long b;
    long c;
    long d;
    int flagsBefore;
    private String code;

    RegisterCase(long seed) {
        this.seed = seed;
        random = new Random(seed);
    }

    /** New operands, new flags, and a size that is not smaller. */
    void next(OperandSize smallest) {
        size = SIZES[smallest.ordinal() + random.nextInt(SIZES.length - smallest.ordinal())];
        a = any();
        b = any();
        c = any();
        d = any();
        flagsBefore = random.nextInt() & Rflags.STATUS;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number near an edge, of random length, or random. */
    private long any() {
        return switch (random.nextInt(4)) {
            case 0 -> (1L << random.nextInt(64)) - random.nextInt(3);
            case 1 -> random.nextLong() >> random.nextInt(64);
            case 2 -> random.nextInt(5) - 2;
            default -> random.nextLong();
        };
    }

    /** The instruction at the present size: with prefix 66 or REX.W, or for bytes with the opcode below. */
    byte[] sized(int... code) {
        int[] bytes = code.clone();
        int last = bytes[0] == 0x0F ? 1 : 0;
        bytes[last] -= size == OperandSize.BYTE ? 1 : 0;
        IntStream prefix = switch (size) {
            case WORD -> IntStream.of(0x66);
            case QUADWORD -> IntStream.of(0x48);
            default -> IntStream.empty();
        };
        return bytes(IntStream.concat(prefix, IntStream.of(bytes)).toArray());
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Executes it; gives the fault or null. */
    X86Fault tryTo(byte[] instruction) {
        code = HexFormat.of().formatHex(instruction);
        cpu.setGpr(X86Core.RAX, a);
        cpu.setGpr(X86Core.RBX, b);
        cpu.setGpr(X86Core.RCX, c);
        cpu.setGpr(X86Core.RDX, d);
        cpu.setRflags(flagsBefore);
        return cpu.execute(instruction);
    }

    /** Executes it without a fault. */
    void execute(byte[] instruction) {
        assertNull(tryTo(instruction), this::toString);
    }

    /** Checks what stands in a register; 32 bits must have cleared the upper half, and fewer have kept what was there. */
    void expect(int register, long before, long value) {
        long kept = size.bits() < 32 ? before & ~size.mask() : 0;
        assertEquals(
                Long.toHexString(kept | value & size.mask()),
                Long.toHexString(cpu.gpr(register)),
                () -> this + ", register " + register);
    }

    /** Checks some of the flags. */
    void expectFlags(int mask, int flags) {
        assertEquals(
                Integer.toHexString(flags & mask),
                Integer.toHexString(cpu.rflags() & mask),
                () -> this + ", flags of " + Integer.toHexString(mask));
    }

    boolean flagBefore(int flag) {
        return (flagsBefore & flag) != 0;
    }

    @Override
    public String toString() {
        return String.format(
                "%s with rax=%x rbx=%x rcx=%x rdx=%x flags=%x, seed %d", code, a, b, c, d, flagsBefore, seed);
    }
}
