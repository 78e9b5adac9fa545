package ringside.cpu.x86.insn.x87;

import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X87Registers;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.Unpacked;

/** The register stack, and the status word after an operation. @sdm Vol.1 8.1.2, 8.1.3, 8.5 */
final class X87Stack {
    static final int C0 = 1 << 8;
    static final int C1 = 1 << 9;
    static final int C2 = 1 << 10;
    static final int C3 = 1 << 14;
    /** The four condition codes. */
    static final int CONDITIONS = C0 | C1 | C2 | C3;

    private static final int STACK_FAULT = 1 << 6;
    /** With the error summary, the bit that once said that the unit was busy. */
    private static final int ERROR = FloatingUnits.ERROR_SUMMARY | 1 << 15;

    private static final int EXCEPTIONS = 0x3F;

    private X87Stack() {}

    static int physical(X86Core cpu, int i) {
        return cpu.x87().top() + i & 7;
    }

    static boolean isEmpty(X86Core cpu, int i) {
        return (cpu.x87().empty() >>> physical(cpu, i) & 1) != 0;
    }

    static Unpacked read(X86Core cpu, int i) {
        int n = physical(cpu, i);
        return Unpacked.extended(cpu.x87().signExponent(n), cpu.x87().significand(n));
    }

    static void write(X86Core cpu, int i, Unpacked value) {
        writeBits(cpu, i, value.signExponent(), value.extendedSignificand());
    }

    static void writeBits(X86Core cpu, int i, int signExponent, long significand) {
        int n = physical(cpu, i);
        cpu.x87().set(n, signExponent, significand);
        cpu.x87().setEmpty(cpu.x87().empty() & ~(1 << n));
    }

    static void free(X86Core cpu, int i) {
        cpu.x87().setEmpty(cpu.x87().empty() | 1 << physical(cpu, i));
    }

    static void pop(X86Core cpu, int times) {
        for (int i = 0; i < times; i++) {
            free(cpu, 0);
            cpu.x87().setTop(cpu.x87().top() + 1);
        }
    }

    static void push(X86Core cpu, Unpacked value) {
        pushBits(cpu, value.signExponent(), value.extendedSignificand());
    }

    static void pushBits(X86Core cpu, int signExponent, long significand) {
        cpu.x87().setTop(cpu.x87().top() - 1);
        writeBits(cpu, 0, signExponent, significand);
    }

    static void setConditions(X86Core cpu, int mask, int bits) {
        X87Registers x87 = cpu.x87();
        x87.setStatus(x87.status() & ~mask | bits);
    }

    /**
     * Notes what the operation has reported, and in C1 whether it rounded up.
     *
     * @return whether there is a result: no unmasked exception prevented the computation
     */
    static boolean complete(X86Core cpu) {
        FloatingContext context = cpu.x87().context();
        int raised = context.effective();
        boolean up = (raised & FloatingContext.PRECISION) != 0 && context.roundedUp();
        setConditions(cpu, C1, raised | (up ? C1 : 0));
        updateSummary(cpu);
        return !context.isUnmasked(FloatingContext.BEFORE_COMPUTATION);
    }

    /**
     * A register that should hold something is empty.
     *
     * @return whether the exception is masked, so that the indefinite value takes its place
     */
    static boolean underflows(X86Core cpu) {
        return fault(cpu, 0);
    }

    /**
     * The register that a push would fill is not empty.
     *
     * @return whether the exception is masked, so that the indefinite value overwrites it
     */
    static boolean overflows(X86Core cpu) {
        return fault(cpu, C1);
    }

    private static boolean fault(X86Core cpu, int c1) {
        setConditions(cpu, C1, STACK_FAULT | FloatingContext.INVALID | c1);
        updateSummary(cpu);
        return (cpu.x87().control() & FloatingContext.INVALID) != 0;
    }

    /** Sets the summary of errors if an exception that is not masked has happened, and clears it if not. */
    static void updateSummary(X86Core cpu) {
        X87Registers x87 = cpu.x87();
        boolean error = (x87.status() & ~x87.control() & EXCEPTIONS) != 0;
        x87.setStatus(error ? x87.status() | ERROR : x87.status() & ~ERROR);
    }

    /**
     * Pushes a value, or the indefinite one if there is no room. A denormal number is pushed even if that is an unmasked
     * exception.
     */
    static void load(X86Core cpu, Unpacked value) {
        if (!isEmpty(cpu, 7)) {
            if (overflows(cpu)) {
                push(cpu, Unpacked.INDEFINITE);
            }
            return;
        }
        complete(cpu);
        if (!cpu.x87().context().isUnmasked(FloatingContext.INVALID)) {
            push(cpu, value);
        }
    }
}
