package ringside.cpu.vector;

import java.util.Locale;

/** Compares the registers of an x86 processor with what a vector expects. */
record X86Check(X86Vector vector, Differences differences) {

    void compareRegisters(X86VectorState before, X86VectorState after) {
        for (X86VectorRegister register : X86VectorRegister.ALL) {
            boolean named = vector.registersAfter().has(register);
            if (named || vector.exception() == null) {
                compare(register, named ? vector.registersAfter() : before, after);
            }
        }
    }

    private void compare(X86VectorRegister register, X86VectorState expected, X86VectorState actual) {
        long mask = register.name().equals("rflags") ? vector.flagsMask() : -1;
        long low = expected.low(register) & mask;
        long actualLow = actual.low(register) & mask;
        long high = expected.high(register);
        long actualHigh = actual.high(register);
        if (low != actualLow || high != actualHigh) {
            differences.add(register.name(), text(register, low, high), text(register, actualLow, actualHigh));
        }
    }

    private static String text(X86VectorRegister register, long low, long high) {
        if (register.bytes() == 0) {
            return X86Bench.hex(low);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < register.bytes(); i++) {
            long part = i < 8 ? low >>> 8 * i : high >>> 8 * (i - 8);
            text.append(String.format(Locale.ROOT, "%02x", part & 0xFF));
        }
        return text.toString();
    }
}
