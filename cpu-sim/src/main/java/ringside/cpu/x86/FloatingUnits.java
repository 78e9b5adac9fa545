package ringside.cpu.x86;

import ringside.cpu.x86.floating.FloatingContext;

/** Whether x87, MMX and SSE instructions may execute, and what comes of their exceptions. @sdm Vol.3A 2.5, 13.1 */
public final class FloatingUnits {
    /** The bit of the x87 status word that says: an unmasked exception waits for its handler. @sdm Vol.1 8.1.3.3 */
    public static final int ERROR_SUMMARY = 1 << 7;

    private FloatingUnits() {}

    /**
     * What an SSE instruction asks before everything else.
     *
     * @throws X86Fault #UD if the operating system has not enabled SSE, #NM if the registers are another task's
     */
    public static void requireSse(X86Core cpu) {
        SystemRegisters system = cpu.system();
        if ((system.cr0 & SystemRegisters.CR0_EM) != 0 || (system.cr4 & SystemRegisters.CR4_OSFXSR) == 0) {
            throw X86Fault.undefinedOpcode();
        }
        if ((system.cr0 & SystemRegisters.CR0_TS) != 0) {
            throw X86Fault.of(X86Fault.NM);
        }
    }

    /**
     * What an x87 instruction asks before everything else.
     *
     * @throws X86Fault #NM
     */
    public static void requireX87(X86Core cpu) {
        if ((cpu.system().cr0 & (SystemRegisters.CR0_EM | SystemRegisters.CR0_TS)) != 0) {
            throw X86Fault.of(X86Fault.NM);
        }
    }

    /**
     * Delivers an x87 exception that waits. With CR0.NE clear a PC would get an interrupt through its interrupt controller
     * instead; here the instruction executes as if the board ignored the error (IGNNE#).
     *
     * @throws X86Fault #MF
     */
    public static void deliverPending(X86Core cpu) {
        if ((cpu.x87().status() & ERROR_SUMMARY) != 0 && (cpu.system().cr0 & SystemRegisters.CR0_NE) != 0) {
            throw X86Fault.of(X86Fault.MF);
        }
    }

    /**
     * What an MMX instruction asks before everything else.
     *
     * @throws X86Fault #UD, #NM or #MF
     */
    public static void requireMmx(X86Core cpu) {
        if ((cpu.system().cr0 & SystemRegisters.CR0_EM) != 0) {
            throw X86Fault.undefinedOpcode();
        }
        requireX87(cpu);
        deliverPending(cpu);
    }

    /** Begins an SSE operation that rounds or reports. */
    public static FloatingContext beginSse(X86Core cpu) {
        FloatingContext context = cpu.sse().context();
        context.beginSse(cpu.sse().mxcsr());
        return context;
    }

    /**
     * Notes in MXCSR what an SSE operation has reported, before it writes its result.
     *
     * @throws X86Fault #XM, or #UD if the operating system has not enabled it, if an exception is not masked
     */
    public static void finishSse(X86Core cpu, FloatingContext context) {
        int raised = context.effective();
        if (raised == 0) {
            return;
        }
        cpu.sse().setMxcsr(cpu.sse().mxcsr() | raised);
        if (context.isUnmasked(raised)) {
            boolean enabled = (cpu.system().cr4 & SystemRegisters.CR4_OSXMMEXCPT) != 0;
            throw X86Fault.of(enabled ? X86Fault.XM : X86Fault.UD);
        }
    }
}
