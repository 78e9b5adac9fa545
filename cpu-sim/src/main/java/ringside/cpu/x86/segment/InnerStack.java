package ringside.cpu.x86.segment;

import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/**
 * The stack that a call or an interrupt switches to, as the TSS names it. @sdm Vol.3A 5.8.5, 6.14.4, 7.7
 *
 * <p>In long mode there is only a pointer, and SS becomes null with the new privilege level as its RPL.
 */
public final class InnerStack {
    private static final int PRIVILEGE_STACKS = 4;
    private static final int INTERRUPT_STACKS = 36;

    private final X86Core cpu;
    private final int cpl;
    private final Selector selector;
    private final SegmentRegister segment = new SegmentRegister();
    private final long pointer;

    private InnerStack(X86Core cpu, int cpl, Selector selector, long pointer) {
        this.cpu = cpu;
        this.cpl = cpl;
        this.selector = selector;
        this.pointer = pointer;
    }

    /**
     * The stack of a privilege level.
     *
     * @throws X86Fault #TS or #SS
     */
    public static InnerStack of(X86Core cpu, int cpl, int external) {
        if (cpu.isLongMode()) {
            return new InnerStack(cpu, cpl, new Selector(cpl), field(cpu, PRIVILEGE_STACKS + 8 * cpl, 8, external));
        }
        boolean is16 = (cpu.tr().type() & Descriptor.TYPE_32) == 0;
        int bytes = is16 ? 2 : 4;
        int offset = (is16 ? 2 : 4) + 2 * bytes * cpl;
        requireWithinTss(cpu, offset, bytes + 2, external);
        long pointer = field(cpu, offset, bytes, external);
        Selector selector = new Selector((int) field(cpu, offset + bytes, 2, external));
        if (selector.isNull()) {
            throw X86Fault.of(X86Fault.TS, external);
        }
        InnerStack stack = new InnerStack(cpu, cpl, selector, pointer);
        SegmentLoad.stackSegment(cpu, selector, cpl, X86Fault.TS, external).load(stack.segment, selector);
        return stack;
    }

    /** The top of a stack of the interrupt stack table, 1 to 7, of long mode. @sdm Vol.3A 6.14.5 */
    public static long interruptStack(X86Core cpu, int number, int external) {
        return field(cpu, INTERRUPT_STACKS + 8 * (number - 1), 8, external);
    }

    private static void requireWithinTss(X86Core cpu, int offset, int bytes, int external) {
        if (offset + bytes - 1 > cpu.tr().limit()) {
            throw X86Fault.of(X86Fault.TS, new Selector(cpu.tr().selector()).errorCode() | external);
        }
    }

    private static long field(X86Core cpu, int offset, int bytes, int external) {
        requireWithinTss(cpu, offset, bytes, external);
        return cpu.memory().loadSystem(Descriptors.wrap(cpu, cpu.tr().base() + offset), bytes);
    }

    /** The selector, as it is part of error codes. */
    public Selector selector() {
        return selector;
    }

    /** The top of the stack. */
    public long pointer() {
        return pointer;
    }

    /** For pushing on it. */
    public StackFrame frame() {
        return cpu.isLongMode() ? StackFrame.flat(cpu, pointer, cpl) : StackFrame.inner(cpu, segment, pointer);
    }

    /** Loads SS, and RSP from the frame. */
    public void commit(StackFrame frame) {
        SegmentRegister stack = cpu.segment(X86Core.SS);
        if (cpu.isLongMode()) {
            stack.loadNull(cpl);
        } else {
            stack.load(selector.value(), segment.base(), segment.limit(), segment.attributes());
        }
        frame.commit();
    }
}
