package ringside.cpu.x86.insn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;

/** Repeated string instructions do what a loop over arrays does, upwards and downwards, also where operands overlap. */
class StringPropertyTest {
    private static final long SEED = 80186;
    private static final int CASES = 300;
    private static final int BASE = 0x4000;
    private static final int SPAN = 0x200;
    private static final int MOST = 12;

    private final Random random = new Random(SEED);
    private final FlatX86 cpu = new FlatX86(64);
    private OperandSize size;
    private int count;
    private int source;
    private int destination;
    private int step;
    private byte[] memory;

    /** Small values, so that comparisons find equal elements. */
    private void next(OperandSize newSize) {
        size = newSize;
        count = random.nextInt(MOST);
        source = BASE + SPAN / 4 + random.nextInt(SPAN / 2);
        destination =
                random.nextInt(3) == 0 ? source + random.nextInt(9) - 4 : BASE + SPAN / 4 + random.nextInt(SPAN / 2);
        boolean down = random.nextBoolean();
        step = down ? -size.bytes() : size.bytes();
        for (int i = 0; i < SPAN; i++) {
            cpu.setByte(BASE + i, random.nextInt(4) == 0 ? 1 : 0);
        }
        memory = cpu.allMemory();
        cpu.setRflags((down ? Rflags.DF : 0) | random.nextInt() & Rflags.STATUS);
        cpu.setGpr(X86Core.RCX, count);
        cpu.setGpr(X86Core.RSI, source);
        cpu.setGpr(X86Core.RDI, destination);
        cpu.setGpr(X86Core.RAX, random.nextInt(2));
    }

    /** Executes until it is done; the number of executions. */
    private int repeat(int prefix, int opcode) {
        byte[] code = size == OperandSize.BYTE
                ? RegisterCase.bytes(prefix, opcode)
                : size == OperandSize.WORD
                        ? RegisterCase.bytes(prefix, 0x66, opcode + 1)
                        : size == OperandSize.QUADWORD
                                ? RegisterCase.bytes(prefix, 0x48, opcode + 1)
                                : RegisterCase.bytes(prefix, opcode + 1);
        int executions = 0;
        do {
            assertNull(cpu.execute(code), what());
            executions++;
        } while (cpu.nextRip() == FlatX86.ADDRESS);
        assertEquals(FlatX86.ADDRESS + code.length, cpu.nextRip(), what());
        return executions;
    }

    private String what() {
        return size + " * " + count + " from " + source + " to " + destination + " by " + step + ", seed " + SEED;
    }

    private long load(int address) {
        long value = 0;
        for (int i = size.bytes() - 1; i >= 0; i--) {
            value = value << 8 | memory[address + i] & 0xFF;
        }
        return value;
    }

    private void store(int address, long value) {
        for (int i = 0; i < size.bytes(); i++) {
            memory[address + i] = (byte) (value >>> 8 * i);
        }
    }

    private void assertPointers(int elements, boolean usesSource) {
        assertEquals(count - elements, cpu.gpr(X86Core.RCX), what());
        assertEquals(destination + (long) elements * step, cpu.gpr(X86Core.RDI), what());
        assertEquals(source + (usesSource ? (long) elements * step : 0), cpu.gpr(X86Core.RSI), what());
    }

    @ParameterizedTest
    @EnumSource
    void repMovsCopiesElementAfterElement(OperandSize each) {
        for (int i = 0; i < CASES; i++) {
            next(each);
            for (int n = 0; n < count; n++) {
                store(destination + n * step, load(source + n * step));
            }
            assertEquals(Math.max(1, count), repeat(0xF3, 0xA4), what());
            assertArrayEquals(memory, cpu.allMemory(), what());
            assertPointers(count, true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void repStosFills(OperandSize each) {
        for (int i = 0; i < CASES; i++) {
            next(each);
            for (int n = 0; n < count; n++) {
                store(destination + n * step, cpu.gpr(X86Core.RAX));
            }
            repeat(0xF3, 0xAA);
            assertArrayEquals(memory, cpu.allMemory(), what());
            assertPointers(count, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void repeCmpsStopsBehindTheFirstDifferenceAndRepneBehindTheFirstMatch(OperandSize each) {
        for (int i = 0; i < CASES; i++) {
            next(each);
            boolean whileEqual = random.nextBoolean();
            int flags = cpu.rflags();
            int elements = 0;
            boolean equal = whileEqual;
            while (elements < count && equal == whileEqual) {
                equal = load(source + elements * step) == load(destination + elements * step);
                elements++;
            }
            repeat(whileEqual ? 0xF3 : 0xF2, 0xA6);
            assertPointers(elements, true);
            if (elements == 0) {
                assertEquals(flags, cpu.rflags(), what());
            } else {
                assertEquals(equal, cpu.flag(Rflags.ZF), what());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void repneScasFindsTheAccumulator(OperandSize each) {
        for (int i = 0; i < CASES; i++) {
            next(each);
            int elements = 0;
            boolean found = false;
            while (elements < count && !found) {
                found = load(destination + elements * step) == size.zeroExtend(cpu.gpr(X86Core.RAX));
                elements++;
            }
            repeat(0xF2, 0xAE);
            assertPointers(elements, false);
        }
    }
}
