package ringside.cpu.x86;

import ringside.cpu.bus.Bus;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/**
 * The processor as instructions see it: its registers, modes, memory, stack, branches.
 *
 * <p>Everything here is state of the architecture and the plainest operations on it. What is more (loading a segment,
 * delivering an interrupt, walking page tables) stands in packages of its own that work on a core.
 */
public abstract class X86Core extends X86State {
    /** Whether the code is 64-bit code; kept here since every memory access asks. */
    private boolean mode64;

    private static final int NOTHING_TOLD = -1;

    /** Mode and ring as the last event told them, or would have. */
    private int toldMode = NOTHING_TOLD;

    private int toldRing;

    private static final long NOT_REPEATED = -1;
    /** The mark at which a string instruction last ended an iteration that was not its last. */
    private long repeatMark = NOT_REPEATED;

    private final LinearMemory memory;
    private final SegmentedMemory segmented;
    private final Clock clock;
    private final TraceRing trace;
    private Ports ports = Ports.NONE;
    private LocalInterrupts localInterrupts = LocalInterrupts.NONE;
    private TranslationCache translations = TranslationCache.NONE;
    /** Whether a single-step trap follows the instruction that executes. */
    protected boolean singleStepping;
    /** Whether NMIs wait until IRET. */
    protected boolean nmiBlocked;

    private final HardwareBreakpoints hardwareBreakpoints = new HardwareBreakpoints(system());
    private final Ports watchedPorts = new WatchedPorts(this);

    protected X86Core(Bus bus, Clock clock, TraceRing trace) {
        this.clock = clock;
        this.trace = trace;
        memory = new LinearMemory(bus, hardwareBreakpoints);
        segmented = new SegmentedMemory(this);
    }

    // ---- parts ----

    /** Memory by linear address. */
    public final LinearMemory memory() {
        return memory;
    }

    /** Virtual time. */
    public final Clock clock() {
        return clock;
    }

    /** Where events are left. */
    public final TraceRing trace() {
        return trace;
    }

    /** The I/O address space. */
    public final Ports ports() {
        return hardwareBreakpoints.watchesPorts() ? watchedPorts : ports;
    }

    /** The ports of the board, without breakpoints. */
    final Ports connectedPorts() {
        return ports;
    }

    /** The breakpoints of the debug registers. */
    public final HardwareBreakpoints hardwareBreakpoints() {
        return hardwareBreakpoints;
    }

    /** The local APIC or interrupt pins. */
    public final LocalInterrupts localInterrupts() {
        return localInterrupts;
    }

    /** The remembered translations, for instructions that drop them. */
    public final TranslationCache translations() {
        return translations;
    }

    /** Connects the processor to its paging. */
    protected final void connect(TranslationCache cache) {
        translations = cache;
    }

    /** Connects the processor to its board. */
    public final void connect(Ports newPorts, LocalInterrupts newInterrupts) {
        ports = newPorts;
        localInterrupts = newInterrupts;
    }

    // ---- segments and modes ----

    /** Sets the current privilege level, after CS and SS have been loaded. */
    public final void setCpl(int level) {
        cpl = level;
        systemChanged();
    }

    /** Whether CR0.PE is set. */
    public final boolean isProtected() {
        return (system().cr0 & SystemRegisters.CR0_PE) != 0;
    }

    /** Whether RFLAGS.VM is set: virtual-8086 mode, which is a part of protected mode. */
    public final boolean isVirtual8086() {
        return (rflags & Rflags.VM) != 0;
    }

    /** Whether segments and instructions are those of an 8086: in real mode and in virtual-8086 mode. */
    public final boolean is8086() {
        return !isProtected() || isVirtual8086();
    }

    /** Whether long mode is active (EFER.LMA): 64-bit or compatibility mode. */
    public final boolean isLongMode() {
        return (system().efer & SystemRegisters.EFER_LMA) != 0;
    }

    /** Whether the code that executes is 64-bit code. */
    public final boolean is64() {
        return mode64;
    }

    /** The size of code: 16, 32 or 64 bits. It decides how instructions are decoded. */
    public final int codeBits() {
        return mode64 ? 64 : segment(CS).isDefaultBig() ? 32 : 16;
    }

    /** The size of a stack address: 8, 4 or 2 bytes. */
    public final OperandSize stackAddressSize() {
        return mode64 ? OperandSize.QUADWORD : segment(SS).isDefaultBig() ? OperandSize.DOUBLEWORD : OperandSize.WORD;
    }

    /**
     * Follows a change of CR0, CR4, EFER, CS, the CPL or RFLAGS.AC: works out the mode anew. Paging forgets by itself
     * what it must.
     */
    @Override
    public final void systemChanged() {
        mode64 = isLongMode() && segment(CS).isLongCode();
        tellMode();
        boolean suspendsSmap = (rflags & Rflags.AC) != 0;
        AccessPrivilege supervisor = suspendsSmap ? AccessPrivilege.SUPERVISOR_AC : AccessPrivilege.SUPERVISOR;
        boolean user = cpl == 3;
        boolean aligned = user && suspendsSmap && (system().cr0 & SystemRegisters.CR0_AM) != 0;
        memory.setRegime(user ? AccessPrivilege.USER : supervisor, isLongMode(), aligned);
        attention = true;
    }

    @Override
    final void stateReplaced() {
        toldMode = NOTHING_TOLD;
        repeatMark = NOT_REPEATED;
        systemChanged();
    }

    /**
     * The mode by its number in events: 0 real, 1 protected with 16-bit code, 2 with 32-bit code, 3 compatibility, 4 64-bit,
     * 5 virtual-8086.
     */
    public final int modeNumber() {
        if (isVirtual8086()) {
            return 5;
        }
        return !isProtected() ? 0 : mode64 ? 4 : isLongMode() ? 3 : segment(CS).isDefaultBig() ? 2 : 1;
    }

    private void tellMode() {
        int mode = modeNumber();
        boolean told = mode == toldMode && cpl == toldRing || toldMode == NOTHING_TOLD;
        if (!told && trace.wants(CpuEventKind.PROCESSOR_MODE)) {
            trace.add(clock.instructions(), CpuEventKind.PROCESSOR_MODE, toldMode, mode, toldRing, cpl);
        }
        toldMode = mode;
        toldRing = cpl;
    }

    // ---- memory by segment and offset ----

    /** The linear address of an access, after the checks of segmentation. */
    public final long linear(int segment, long offset, int bytes, MemoryAccess access) {
        if (mode64) {
            return segment < FS ? offset : offset + segment(segment).base();
        }
        return segmented.linear(segment, offset, bytes, access);
    }

    /** Reads an operand, zero-extended. */
    public final long load(OperandSize size, int segment, long offset) {
        long linear = linear(segment, offset, size.bytes(), MemoryAccess.READ);
        return switch (size) {
            case BYTE -> memory.load8(linear, segment);
            case WORD -> memory.load16(linear, segment);
            case DOUBLEWORD -> memory.load32(linear, segment);
            case QUADWORD -> memory.load64(linear, segment);
        };
    }

    /** Reads an operand that will be written back: faults as the write would. */
    public final long loadForStore(OperandSize size, int segment, long offset) {
        long linear = linear(segment, offset, size.bytes(), MemoryAccess.WRITE);
        return memory.loadForStore(linear, size.bytes(), segment);
    }

    /** Writes an operand. */
    public final void store(OperandSize size, int segment, long offset, long value) {
        long linear = linear(segment, offset, size.bytes(), MemoryAccess.WRITE);
        switch (size) {
            case BYTE -> memory.store8(linear, segment, (int) value);
            case WORD -> memory.store16(linear, segment, (int) value);
            case DOUBLEWORD -> memory.store32(linear, segment, (int) value);
            case QUADWORD -> memory.store64(linear, segment, value);
        }
    }

    // ---- the stack ----

    /** The stack pointer as an address of the present stack size. */
    public final long stackPointer() {
        return gpr[RSP] & stackAddressSize().mask();
    }

    /** Writes the part of RSP that is the stack pointer. */
    public final void setStackPointer(long value) {
        long mask = stackAddressSize().mask();
        gpr[RSP] = mask == 0xFFFF ? gpr[RSP] & ~mask | value & mask : value & mask;
    }

    /** Pushes a value. */
    public final void push(OperandSize size, long value) {
        long top = stackPointer() - size.bytes() & stackAddressSize().mask();
        store(size, SS, top, value);
        setStackPointer(top);
    }

    /** The value at a distance in bytes above the top of the stack. */
    public final long peekStack(OperandSize size, int distance) {
        return load(size, SS, stackPointer() + distance & stackAddressSize().mask());
    }

    /** Takes so many bytes off the stack. */
    public final void dropStack(long bytes) {
        setStackPointer(stackPointer() + bytes);
    }

    // ---- near branches ----

    /**
     * Branches within CS.
     *
     * @param size the operand size, by which the target is cut off outside 64-bit mode
     * @throws X86Fault #GP(0) if the target is not canonical or beyond the limit of CS
     */
    public final void branch(OperandSize size, long target) {
        if (mode64) {
            if (target << 16 >> 16 != target) {
                throw X86Fault.generalProtection(0);
            }
            nextRip = target;
        } else {
            long offset = target & size.mask() & 0xFFFF_FFFFL;
            if (offset > segment(CS).limit()) {
                throw X86Fault.generalProtection(0);
            }
            nextRip = offset;
        }
    }

    /**
     * Goes on at an offset in a new context: a fault from here on is one of the instruction there. For task switches,
     * which load segments when the old task has been left already.
     */
    public final void goOnAt(long offset) {
        rip = offset;
        nextRip = offset;
    }

    // ---- what instructions ask of the step loop ----

    /** Holds interrupts back until after the next instruction. */
    public final void setShadow(InterruptShadow newShadow) {
        shadow = newShadow;
        attention = true;
    }

    /** Goes on at the same instruction, as a repeated string instruction does while iterations are left. */
    public final void repeatInstruction() {
        nextRip = rip;
        repeatMark = clock.instructions();
    }

    /** Whether, between two instructions, the one that has just retired has iterations left. */
    public final boolean isRepeating() {
        return repeatMark >= 0 && clock.instructions() == repeatMark + 1;
    }

    /** Forgets what was repeated, when execution goes on in a handler. */
    public final void endRepetition() {
        repeatMark = NOT_REPEATED;
    }

    /** Makes the step loop look at the rest of the system before the next instruction. */
    public final void requestAttention() {
        attention = true;
    }

    /** Takes back the single-step trap after this instruction, as the delivery of an interrupt does. */
    public final void cancelSingleStep() {
        singleStepping = false;
    }

    /** Asks for a single-step trap after this instruction, as SYSRET does when it sets TF. @sdm Vol.2B "SYSRET" */
    public final void requestSingleStep() {
        singleStepping = true;
        attention = true;
    }

    /** Lets NMIs in again, as IRET does. */
    public final void unblockNmi() {
        nmiBlocked = false;
        attention = true;
    }

    /** Stops until an interrupt comes. */
    public abstract void halt();

    /** Ends the machine: nothing can be delivered any more, or the guest asked for it by a device. */
    public abstract void shutdown(String diagnosis);
}
