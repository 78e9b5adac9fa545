package ringside.cpu.x86.segment;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/**
 * RET to another code segment, and the checks that IRET shares with it. @sdm Vol.3A 5.8.6, Vol.2B "RET"
 *
 * <p>Nothing returns to a ring further in.
 */
public final class FarReturn {
    private static final int USER = 3;

    private FarReturn() {}

    /**
     * RET.
     *
     * @param released how many bytes of parameters are taken off the stack, of both stacks if the ring changes
     */
    public static void execute(X86Core cpu, OperandSize size, int released) {
        long offset = cpu.peekStack(size, 0);
        Selector selector = new Selector((int) cpu.peekStack(size, size.bytes()));
        if (cpu.is8086()) {
            FarTransfer.loadReal(cpu, selector.value(), offset);
            cpu.dropStack(2L * size.bytes() + released);
            return;
        }
        CodeSegment code = code(cpu, selector);
        if (selector.rpl() == cpu.cpl()) {
            long entry = code.entry(cpu, offset, 0);
            code.touch(cpu);
            cpu.dropStack(2L * size.bytes() + released);
            FarTransfer.enter(cpu, code, cpu.cpl(), entry);
            return;
        }
        int above = 2 * size.bytes() + released;
        long pointer = cpu.peekStack(size, above);
        Selector stack = new Selector((int) cpu.peekStack(size, above + size.bytes()));
        Descriptor stackDescriptor = stack(cpu, stack, code);
        long entry = code.entry(cpu, offset, 0);
        code.touch(cpu);
        FarTransfer.enter(cpu, code, selector.rpl(), entry);
        loadStack(cpu, stack, stackDescriptor, pointer);
        cpu.dropStack(released);
        SegmentLoad.dropPrivileged(cpu);
    }

    /** The code segment to return to, checked. */
    public static CodeSegment code(X86Core cpu, Selector selector) {
        CodeSegment code = CodeSegment.read(cpu, selector, 0);
        code.requireDefinedSize(cpu);
        code.require(selector.rpl() >= cpu.cpl(), 0);
        boolean permitted = code.descriptor().isConforming()
                ? code.descriptor().dpl() <= selector.rpl()
                : code.descriptor().dpl() == selector.rpl();
        code.require(permitted, 0);
        code.requirePresent(0);
        return code;
    }

    /**
     * The stack segment to return to, checked; null for a null selector, which 64-bit code may have but in ring 3.
     *
     * @param code where execution goes on, in the ring that its selector's RPL says
     */
    public static Descriptor stack(X86Core cpu, Selector selector, CodeSegment code) {
        int cpl = code.selector().rpl();
        if (!selector.isNull()) {
            return SegmentLoad.stackSegment(cpu, selector, cpl, X86Fault.GP, 0);
        }
        if (!code.is64(cpu) || cpl == USER || selector.rpl() != cpl) {
            throw X86Fault.generalProtection(0);
        }
        return null;
    }

    /** Loads SS and the stack pointer; outside 64-bit code only as much of it as the stack segment has. */
    public static void loadStack(X86Core cpu, Selector selector, Descriptor descriptor, long pointer) {
        SegmentRegister register = cpu.segment(X86Core.SS);
        if (descriptor == null) {
            register.loadNull(selector.value());
        } else {
            descriptor.load(register, selector);
        }
        cpu.setStackPointer(pointer);
    }
}
