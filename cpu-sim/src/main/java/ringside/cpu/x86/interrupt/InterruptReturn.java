package ringside.cpu.x86.interrupt;

import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.UnimplementedEncodingException;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.segment.CodeSegment;
import ringside.cpu.x86.segment.Descriptor;
import ringside.cpu.x86.segment.FarReturn;
import ringside.cpu.x86.segment.FarTransfer;
import ringside.cpu.x86.segment.SegmentLoad;
import ringside.cpu.x86.segment.Selector;
import ringside.cpu.x86.segment.TaskSwitch;

/** IRET, IRETD, IRETQ. @sdm Vol.3A 6.12.1, 6.14.3, Vol.2A "IRET" */
public final class InterruptReturn {
    private static final int ALWAYS = Rflags.STATUS | Rflags.TF | Rflags.DF | Rflags.NT;
    private static final int NOT_IN_16_BITS = Rflags.RF | Rflags.AC | Rflags.ID;
    /** What IRET in real mode leaves alone. */
    private static final int KEPT_IN_REAL_MODE = Rflags.VM | Rflags.VIF | Rflags.VIP;

    private InterruptReturn() {}

    /** Returns; the operand size is that of the values on the stack. */
    public static void execute(X86Core cpu, OperandSize size) {
        if (!cpu.isProtected()) {
            returnInRealMode(cpu, size);
        } else if (cpu.flag(Rflags.NT)) {
            if (cpu.isLongMode()) {
                throw X86Fault.generalProtection(0);
            }
            TaskSwitch.byReturn(cpu);
        } else {
            returnInProtectedMode(cpu, size);
        }
        cpu.unblockNmi();
        if (cpu.trace().wants(CpuEventKind.EXCEPTION_RETURN)) {
            cpu.trace()
                    .add(
                            cpu.clock().instructions(),
                            CpuEventKind.EXCEPTION_RETURN,
                            NUMBER_UNKNOWN,
                            cpu.nextRip(),
                            cpu.cpl(),
                            0);
        }
    }

    /** Which exception ends the processor does not know. */
    private static final int NUMBER_UNKNOWN = -1;

    private static void returnInRealMode(X86Core cpu, OperandSize size) {
        long offset = cpu.peekStack(size, 0);
        int selector = (int) cpu.peekStack(size, size.bytes()) & 0xFFFF;
        long flags = cpu.peekStack(size, 2 * size.bytes());
        FarTransfer.loadReal(cpu, selector, offset);
        cpu.dropStack(3L * size.bytes());
        int writable = size == OperandSize.WORD ? 0xFFFF : Rflags.DEFINED & ~KEPT_IN_REAL_MODE;
        setFlags(cpu, writable, flags);
    }

    private static void returnInProtectedMode(X86Core cpu, OperandSize size) {
        long offset = cpu.peekStack(size, 0);
        Selector selector = new Selector((int) cpu.peekStack(size, size.bytes()));
        long flags = cpu.peekStack(size, 2 * size.bytes());
        boolean toVirtual8086 = size != OperandSize.WORD && (flags & Rflags.VM) != 0 && cpu.cpl() == 0;
        if (toVirtual8086 && !cpu.isLongMode()) {
            throw UnimplementedEncodingException.INSTANCE;
        }
        CodeSegment code = FarReturn.code(cpu, selector);
        int writable = writableFlags(cpu, size);
        if (cpu.is64() || selector.rpl() > cpu.cpl()) {
            returnWithStack(cpu, size, code, offset);
        } else {
            long entry = code.entry(cpu, offset, 0);
            code.touch(cpu);
            cpu.dropStack(3L * size.bytes());
            FarTransfer.enter(cpu, code, cpu.cpl(), entry);
        }
        setFlags(cpu, writable, flags);
    }

    /** To an outer ring, and from 64-bit code always, the stack is loaded too. */
    private static void returnWithStack(X86Core cpu, OperandSize size, CodeSegment code, long offset) {
        long pointer = cpu.peekStack(size, 3 * size.bytes());
        Selector stack = new Selector((int) cpu.peekStack(size, 4 * size.bytes()));
        Descriptor descriptor = FarReturn.stack(cpu, stack, code);
        long entry = code.entry(cpu, offset, 0);
        code.touch(cpu);
        boolean outwards = code.selector().rpl() > cpu.cpl();
        FarTransfer.enter(cpu, code, code.selector().rpl(), entry);
        FarReturn.loadStack(cpu, stack, descriptor, pointer);
        if (outwards) {
            SegmentLoad.dropPrivileged(cpu);
        }
    }

    private static int writableFlags(X86Core cpu, OperandSize size) {
        int ioPrivilege = cpu.rflags() >>> Rflags.IOPL_SHIFT & 3;
        int writable = ALWAYS | (cpu.cpl() <= ioPrivilege ? Rflags.IF : 0) | (cpu.cpl() == 0 ? Rflags.IOPL : 0);
        if (size == OperandSize.WORD) {
            return writable;
        }
        return writable | NOT_IN_16_BITS | (cpu.cpl() == 0 ? Rflags.VIF | Rflags.VIP : 0);
    }

    private static void setFlags(X86Core cpu, int writable, long flags) {
        cpu.setRflags(cpu.rflags() & ~writable | (int) flags & writable);
    }
}
