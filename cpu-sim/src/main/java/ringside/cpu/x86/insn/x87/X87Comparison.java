package ringside.cpu.x86.insn.x87;

import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Comparison;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.Unpacked;

/** Compares with ST(0) and tells the outcome in the condition codes. @sdm Vol.2A "FCOM/FCOMP/FCOMPP" */
final class X87Comparison {
    private X87Comparison() {}

    static Comparison order(FloatingContext c, boolean signals, Unpacked a, Unpacked b) {
        return signals ? Comparison.ordered(c, a, b) : Comparison.unordered(c, a, b);
    }

    /** Compares ST(0) with an operand. */
    static void compare(X86Core cpu, boolean signals, Unpacked operand, int pops) {
        Comparison order = order(cpu.x87().context(), signals, X87Stack.read(cpu, 0), operand);
        if (X87Stack.complete(cpu)) {
            finish(cpu, order, pops);
        }
    }

    /** An operand is missing. */
    static void underflow(X86Core cpu, int pops) {
        if (X87Stack.underflows(cpu)) {
            finish(cpu, Comparison.UNORDERED, pops);
        }
    }

    private static void finish(X86Core cpu, Comparison order, int pops) {
        int codes = switch (order) {
            case GREATER -> 0;
            case LESS -> X87Stack.C0;
            case EQUAL -> X87Stack.C3;
            case UNORDERED -> X87Stack.C0 | X87Stack.C2 | X87Stack.C3;
        };
        X87Stack.setConditions(cpu, X87Stack.CONDITIONS, codes);
        X87Stack.pop(cpu, pops);
    }
}
