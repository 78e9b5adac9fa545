package ringside.cpu.x86;

import java.util.Arrays;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/** The registers of the processor: general, flags, segments with their hidden parts, system, XMM, x87. @sdm Vol.1 3.4 */
public abstract class X86State {
    public static final int RAX = 0;
    public static final int RCX = 1;
    public static final int RDX = 2;
    public static final int RBX = 3;
    public static final int RSP = 4;
    public static final int RBP = 5;
    public static final int RSI = 6;
    public static final int RDI = 7;
    /** The number of a general register that always reads as zero: no base, or no index. */
    public static final int NONE = 16;
    /** As the base of an address: the address of the next instruction. */
    public static final int RIP = 17;

    public static final int ES = 0;
    public static final int CS = 1;
    public static final int SS = 2;
    public static final int DS = 3;
    public static final int FS = 4;
    public static final int GS = 5;

    /** RAX to R15, and the zero at {@link #NONE}. */
    protected final long[] gpr = new long[17];

    /** The address of the instruction that executes, as an offset in CS. */
    protected long rip;
    /** Where execution goes on. */
    protected long nextRip;

    protected int rflags = Rflags.RESERVED_ONE;
    /** Something happened that the step loop must look at before the next instruction. */
    protected boolean attention;
    /** What STI or a load of SS holds back for the next instruction. @sdm Vol.3A 6.8.3 */
    protected InterruptShadow shadow = InterruptShadow.NONE;

    private final SegmentRegister[] segments = new SegmentRegister[6];
    private final SegmentRegister ldtr = new SegmentRegister();
    private final SegmentRegister tr = new SegmentRegister();
    private DescriptorTable gdtr = DescriptorTable.AFTER_RESET;
    private DescriptorTable idtr = DescriptorTable.AFTER_RESET;
    int cpl;

    private final SystemRegisters system = new SystemRegisters();
    private final SseRegisters sse = new SseRegisters();
    private final X87Registers x87 = new X87Registers();

    X86State() {
        Arrays.setAll(segments, i -> new SegmentRegister());
    }

    /** Works out the mode anew after a change of what decides it. */
    public abstract void systemChanged();

    /** Works out the mode anew after a reset, or when saved state has been restored: nothing happens in the guest. */
    abstract void stateReplaced();

    // ---- registers ----

    /** A general register, all 64 bits of it. */
    public final long gpr(int n) {
        return gpr[n];
    }

    /** Writes a general register, all 64 bits of it. */
    public final void setGpr(int n, long value) {
        gpr[n] = value;
    }

    /** The address of the instruction that executes. */
    public final long rip() {
        return rip;
    }

    /** The address behind the instruction that executes, or where a branch has led. */
    public final long nextRip() {
        return nextRip;
    }

    /** Lets execution go on at an offset in CS that has been checked. */
    public final void setNextRip(long offset) {
        nextRip = offset;
    }

    /** RFLAGS. */
    public final int rflags() {
        return rflags;
    }

    /** Writes all of RFLAGS; the caller knows what may change. */
    public final void setRflags(int value) {
        int changed = rflags ^ value;
        rflags = value & Rflags.DEFINED | Rflags.RESERVED_ONE;
        if ((changed & ~(Rflags.STATUS | Rflags.DF)) != 0) {
            attention = true;
            systemChanged();
        }
    }

    /** Sets the six status flags. */
    public final void setStatusFlags(int flags) {
        rflags = rflags & ~Rflags.STATUS | flags;
    }

    /** Sets some of the status flags, and leaves the others. */
    public final void setStatusFlags(int mask, int flags) {
        rflags = rflags & ~mask | flags & mask;
    }

    /** Whether a flag is set. */
    public final boolean flag(int bit) {
        return (rflags & bit) != 0;
    }

    /** Whether a condition holds, numbered as in opcodes: 0 O, 1 NO, 2 B ... 15 G. @sdm Vol.1 Appendix B */
    public final boolean condition(int number) {
        int f = rflags;
        boolean holds = switch (number >>> 1) {
            case 0 -> (f & Rflags.OF) != 0;
            case 1 -> (f & Rflags.CF) != 0;
            case 2 -> (f & Rflags.ZF) != 0;
            case 3 -> (f & (Rflags.CF | Rflags.ZF)) != 0;
            case 4 -> (f & Rflags.SF) != 0;
            case 5 -> (f & Rflags.PF) != 0;
            case 6 -> ((f >>> 7 ^ f >>> 11) & 1) != 0;
            default -> (f & Rflags.ZF) != 0 || ((f >>> 7 ^ f >>> 11) & 1) != 0;
        };
        return holds ^ (number & 1) != 0;
    }

    /** A segment register by its number in instructions: ES, CS, SS, DS, FS, GS. */
    public final SegmentRegister segment(int number) {
        return segments[number];
    }

    /** LDTR. */
    public final SegmentRegister ldtr() {
        return ldtr;
    }

    /** TR. */
    public final SegmentRegister tr() {
        return tr;
    }

    /** GDTR. */
    public final DescriptorTable gdtr() {
        return gdtr;
    }

    /** Writes GDTR. */
    public final void setGdtr(DescriptorTable value) {
        gdtr = value;
    }

    /** IDTR. */
    public final DescriptorTable idtr() {
        return idtr;
    }

    /** Writes IDTR. */
    public final void setIdtr(DescriptorTable value) {
        idtr = value;
    }

    /** The current privilege level, 0 to 3. */
    public final int cpl() {
        return cpl;
    }

    /** Control, debug and model-specific registers. */
    public final SystemRegisters system() {
        return system;
    }

    /** The XMM registers. */
    public final SseRegisters sse() {
        return sse;
    }

    /** The x87 registers, which are the MMX registers too. */
    public final X87Registers x87() {
        return x87;
    }

    // ---- state ----

    /** The reset values of what stands here. @sdm Vol.3A Table 9-1 */
    protected final void resetCore() {
        system.reset();
        sse.reset();
        x87.reset();
        resetRegisters();
    }

    /** As after an INIT, which leaves the floating-point registers alone. @sdm Vol.3A 9.1.1, Table 9-1 */
    protected final void initializeCore() {
        system.initialize();
        resetRegisters();
    }

    private void resetRegisters() {
        Arrays.fill(gpr, 0);
        gpr[RDX] = CpuIdentity.SIGNATURE;
        rip = 0xFFF0;
        nextRip = rip;
        rflags = Rflags.RESERVED_ONE;
        shadow = InterruptShadow.NONE;
        for (int i = 0; i < segments.length; i++) {
            segments[i].reset(0, 0, 3, false);
        }
        segments[CS].reset(0xF000, 0xFFFF_0000L, 0xB, false);
        ldtr.reset(0, 0, 2, true);
        tr.reset(0, 0, 0xB, true);
        gdtr = DescriptorTable.AFTER_RESET;
        idtr = DescriptorTable.AFTER_RESET;
        cpl = 0;
        stateReplaced();
    }

    protected final void saveCore(StateWriter out) {
        for (int i = 0; i < NONE; i++) {
            out.doubleword(gpr[i]);
        }
        out.doubleword(rip);
        out.word(rflags);
        out.byteValue(shadow.ordinal());
        for (SegmentRegister segment : segments) {
            segment.save(out);
        }
        ldtr.save(out);
        tr.save(out);
        out.doubleword(gdtr.base());
        out.word(gdtr.limit());
        out.doubleword(idtr.base());
        out.word(idtr.limit());
        out.byteValue(cpl);
        system.save(out);
        sse.save(out);
        x87.save(out);
    }

    protected final void restoreCore(StateReader in) {
        for (int i = 0; i < NONE; i++) {
            gpr[i] = in.doubleword();
        }
        rip = in.doubleword();
        nextRip = rip;
        rflags = in.word();
        shadow = InterruptShadow.values()[in.byteValue()];
        for (SegmentRegister segment : segments) {
            segment.restore(in);
        }
        ldtr.restore(in);
        tr.restore(in);
        gdtr = new DescriptorTable(in.doubleword(), in.word());
        idtr = new DescriptorTable(in.doubleword(), in.word());
        cpl = in.byteValue();
        system.restore(in);
        sse.restore(in);
        x87.restore(in);
        stateReplaced();
    }
}
