package ringside.cpu.x86.segment;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** JMP and CALL to another code segment. @sdm Vol.3A 5.8, Vol.2A "CALL", "JMP" */
public final class FarTransfer {
    private FarTransfer() {}

    /**
     * JMP.
     *
     * @param offset already cut off to the operand size
     */
    public static void jump(X86Core cpu, int selector, long offset) {
        if (cpu.is8086()) {
            loadReal(cpu, selector, offset);
            return;
        }
        Selector target = new Selector(selector);
        Descriptor descriptor = target(cpu, target);
        if (descriptor.isCode()) {
            CodeSegment code = direct(cpu, target, descriptor);
            long entry = code.entry(cpu, offset, 0);
            code.touch(cpu);
            enter(cpu, code, cpu.cpl(), entry);
        } else if (isCallGate(cpu, descriptor)) {
            CallGate.jump(cpu, target, descriptor);
        } else {
            task(cpu, target, descriptor, TaskSwitch.Reason.JUMP);
        }
    }

    /**
     * CALL.
     *
     * @param offset already cut off to the operand size
     * @param size the operand size, that of what is pushed
     */
    public static void call(X86Core cpu, int selector, long offset, OperandSize size) {
        if (cpu.is8086()) {
            StackFrame frame = StackFrame.present(cpu);
            requireRealEntry(cpu, offset);
            pushReturn(cpu, frame, size);
            frame.commit();
            loadReal(cpu, selector, offset);
            return;
        }
        Selector target = new Selector(selector);
        Descriptor descriptor = target(cpu, target);
        if (descriptor.isCode()) {
            CodeSegment code = direct(cpu, target, descriptor);
            StackFrame frame = StackFrame.present(cpu);
            frame.requireRoom(2, size, 0);
            long entry = code.entry(cpu, offset, 0);
            code.touch(cpu);
            pushReturn(cpu, frame, size);
            frame.commit();
            enter(cpu, code, cpu.cpl(), entry);
        } else if (isCallGate(cpu, descriptor)) {
            CallGate.call(cpu, target, descriptor);
        } else {
            task(cpu, target, descriptor, TaskSwitch.Reason.CALL);
        }
    }

    private static Descriptor target(X86Core cpu, Selector target) {
        if (target.isNull()) {
            throw X86Fault.generalProtection(0);
        }
        return Descriptors.read(cpu, target, X86Fault.GP, 0);
    }

    /** The rules for a code segment that is named without a gate. */
    private static CodeSegment direct(X86Core cpu, Selector target, Descriptor descriptor) {
        CodeSegment code = new CodeSegment(target, descriptor);
        code.requireDefinedSize(cpu);
        boolean permitted = descriptor.isConforming()
                ? descriptor.dpl() <= cpu.cpl()
                : target.rpl() <= cpu.cpl() && descriptor.dpl() == cpu.cpl();
        code.require(permitted, 0);
        code.requirePresent(0);
        return code;
    }

    private static boolean isCallGate(X86Core cpu, Descriptor descriptor) {
        if (!descriptor.isSystem()) {
            return false;
        }
        boolean isGate16 = descriptor.type() == Descriptor.CALL_GATE_16 && !cpu.isLongMode();
        return isGate16 || descriptor.type() == Descriptor.CALL_GATE_32;
    }

    private static void task(X86Core cpu, Selector target, Descriptor descriptor, TaskSwitch.Reason reason) {
        boolean isTask = descriptor.isSystem()
                && !cpu.isLongMode()
                && (descriptor.isTss() || descriptor.type() == Descriptor.TASK_GATE);
        if (!isTask) {
            throw X86Fault.generalProtection(target.errorCode());
        }
        TaskSwitch.byInstruction(cpu, target, descriptor, reason);
    }

    /** Pushes CS and the address of the next instruction. */
    static void pushReturn(X86Core cpu, StackFrame frame, OperandSize size) {
        frame.requireRoom(2, size, 0);
        frame.push(size, cpu.segment(X86Core.CS).selector());
        frame.push(size, cpu.nextRip());
    }

    /** Goes on in another code segment, everything having been checked. */
    public static void enter(X86Core cpu, CodeSegment code, int cpl, long entry) {
        code.load(cpu, cpl);
        cpu.setCpl(cpl);
        cpu.setNextRip(entry);
    }

    private static void requireRealEntry(X86Core cpu, long offset) {
        if (offset > cpu.segment(X86Core.CS).limit()) {
            throw X86Fault.generalProtection(0);
        }
    }

    /** The transfer of real and virtual-8086 mode: CS gets a new base, its limit and attributes stay. */
    public static void loadReal(X86Core cpu, int selector, long offset) {
        requireRealEntry(cpu, offset);
        cpu.segment(X86Core.CS).loadReal(selector);
        cpu.setNextRip(offset);
        cpu.systemChanged();
    }
}
