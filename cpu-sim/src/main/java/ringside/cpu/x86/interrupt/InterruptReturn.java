package ringside.cpu.x86.interrupt;

import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.segment.CodeSegment;
import ringside.cpu.x86.segment.Descriptor;
import ringside.cpu.x86.segment.FarReturn;
import ringside.cpu.x86.segment.FarTransfer;
import ringside.cpu.x86.segment.SegmentLoad;
import ringside.cpu.x86.segment.Selector;
import ringside.cpu.x86.segment.TaskSwitch;
import ringside.cpu.x86.segment.Virtual8086;

/** IRET, IRETD, IRETQ. @sdm Vol.3A 6.12.1, 6.14.3, Vol.2A "IRET" */
public final class InterruptReturn {
    private static final int ALWAYS = Rflags.STATUS | Rflags.TF | Rflags.DF | Rflags.NT;
    private static final int NOT_IN_16_BITS = Rflags.RF | Rflags.AC | Rflags.ID;
    /** What IRET in real and virtual-8086 mode leaves alone. */
    private static final int KEPT_IN_REAL_MODE = Rflags.VM | Rflags.VIF | Rflags.VIP;

    /** Where ESP lies on the stack of a return to virtual-8086 mode, and what follows it. @sdm Vol.3B 20.2.5 */
    private static final int STACK_POINTER = 12;

    private static final int[] AFTER_STACK_POINTER = {X86Core.SS, X86Core.ES, X86Core.DS, X86Core.FS, X86Core.GS};

    private InterruptReturn() {}

    /** Returns; the operand size is that of the values on the stack. */
    public static void execute(X86Core cpu, OperandSize size) {
        if (!cpu.isProtected()) {
            returnInRealMode(cpu, size, 0);
        } else if (cpu.isVirtual8086()) {
            Virtual8086.requireIoPrivilege(cpu);
            returnInRealMode(cpu, size, Rflags.IOPL);
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

    private static void returnInRealMode(X86Core cpu, OperandSize size, int kept) {
        long offset = cpu.peekStack(size, 0);
        int selector = (int) cpu.peekStack(size, size.bytes()) & 0xFFFF;
        long flags = cpu.peekStack(size, 2 * size.bytes());
        FarTransfer.loadReal(cpu, selector, offset);
        cpu.dropStack(3L * size.bytes());
        int writable = size == OperandSize.WORD ? 0xFFFF : Rflags.DEFINED & ~KEPT_IN_REAL_MODE;
        setFlags(cpu, writable & ~kept, flags);
    }

    private static void returnInProtectedMode(X86Core cpu, OperandSize size) {
        long offset = cpu.peekStack(size, 0);
        Selector selector = new Selector((int) cpu.peekStack(size, size.bytes()));
        long flags = cpu.peekStack(size, 2 * size.bytes());
        boolean toVirtual8086 = size != OperandSize.WORD && (flags & Rflags.VM) != 0 && cpu.cpl() == 0;
        if (toVirtual8086 && !cpu.isLongMode()) {
            enterVirtual8086(cpu, offset, selector.value(), flags);
            return;
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

    /** To virtual-8086 mode, with all of the flags and of the segments. */
    private static void enterVirtual8086(X86Core cpu, long offset, int codeSelector, long flags) {
        if (offset > 0xFFFF) {
            throw X86Fault.generalProtection(0);
        }
        long pointer = cpu.peekStack(OperandSize.DOUBLEWORD, STACK_POINTER);
        int[] selectors = new int[AFTER_STACK_POINTER.length];
        for (int i = 0; i < selectors.length; i++) {
            selectors[i] = (int) cpu.peekStack(OperandSize.DOUBLEWORD, STACK_POINTER + 4 * (i + 1));
        }
        cpu.setRflags((int) flags);
        Virtual8086.load(cpu.segment(X86Core.CS), codeSelector);
        for (int i = 0; i < selectors.length; i++) {
            Virtual8086.load(cpu.segment(AFTER_STACK_POINTER[i]), selectors[i]);
        }
        cpu.setGpr(X86Core.RSP, pointer);
        cpu.setCpl(Virtual8086.CPL);
        cpu.setNextRip(offset);
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
