package ringside.cpu.vector;

import java.util.Arrays;
import ringside.cpu.x86.X86Core;

/** Values of registers, all of them or some, by {@link X86VectorRegister#index}. */
final class X86VectorState {
    private static final int COUNT = X86VectorRegister.ALL.size();

    private final long[] low = new long[COUNT];
    private final long[] high = new long[COUNT];
    private final boolean[] named = new boolean[COUNT];

    void set(X86VectorRegister register, long lowPart, long highPart) {
        low[register.index()] = lowPart;
        high[register.index()] = highPart;
        named[register.index()] = true;
    }

    boolean has(X86VectorRegister register) {
        return named[register.index()];
    }

    long low(X86VectorRegister register) {
        return low[register.index()];
    }

    long high(X86VectorRegister register) {
        return high[register.index()];
    }

    /** Takes all values from the processor. */
    void readFrom(X86Core cpu) {
        for (X86VectorRegister register : X86VectorRegister.ALL) {
            set(register, register.low().applyAsLong(cpu), register.high().applyAsLong(cpu));
        }
    }

    /** Puts the values that are named into the processor; those of system registers first, for they decide the mode. */
    void writeTo(X86Core cpu) {
        for (X86VectorRegister register : X86VectorRegister.ALL) {
            if (has(register) && register.isSystem()) {
                register.writer().write(cpu, low(register), high(register));
            }
        }
        for (X86VectorRegister register : X86VectorRegister.ALL) {
            if (has(register) && !register.isSystem()) {
                register.writer().write(cpu, low(register), high(register));
            }
        }
    }

    /** Names no register any more. */
    void clear() {
        Arrays.fill(named, false);
    }
}
