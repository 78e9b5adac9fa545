package ringside.cpu.x86.insn.sse;

import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;

/** What conversions between XMM and MMX registers ask first. @sdm Vol.3A 12.1, 13.1.4 */
final class MmxConversion {
    private MmxConversion() {}

    static void require(X86Core cpu, boolean entersMmx) {
        FloatingUnits.requireSse(cpu);
        if (entersMmx) {
            FloatingUnits.requireMmx(cpu);
        }
    }
}
