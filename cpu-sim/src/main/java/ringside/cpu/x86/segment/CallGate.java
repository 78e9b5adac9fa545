package ringside.cpu.x86.segment;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** JMP and CALL through a call gate. @sdm Vol.3A 5.8.3, 5.8.4, 5.8.5 */
final class CallGate {
    private CallGate() {}

    static void jump(X86Core cpu, Selector selector, Descriptor narrow) {
        Descriptor gate = checked(cpu, selector, narrow);
        CodeSegment code = target(cpu, gate);
        boolean permitted = code.descriptor().isConforming()
                ? code.descriptor().dpl() <= cpu.cpl()
                : code.descriptor().dpl() == cpu.cpl();
        code.require(permitted, 0);
        code.requirePresent(0);
        long entry = code.entry(cpu, gate.gateOffset(), 0);
        code.touch(cpu);
        FarTransfer.enter(cpu, code, cpu.cpl(), entry);
    }

    static void call(X86Core cpu, Selector selector, Descriptor narrow) {
        Descriptor gate = checked(cpu, selector, narrow);
        CodeSegment code = target(cpu, gate);
        code.require(code.descriptor().dpl() <= cpu.cpl(), 0);
        code.requirePresent(0);
        if (!code.descriptor().isConforming() && code.descriptor().dpl() < cpu.cpl()) {
            callInner(cpu, gate, code);
            return;
        }
        StackFrame frame = StackFrame.present(cpu);
        OperandSize size = size(cpu, gate);
        frame.requireRoom(2, size, 0);
        long entry = code.entry(cpu, gate.gateOffset(), 0);
        code.touch(cpu);
        FarTransfer.pushReturn(cpu, frame, size);
        frame.commit();
        FarTransfer.enter(cpu, code, cpu.cpl(), entry);
    }

    private static Descriptor checked(X86Core cpu, Selector selector, Descriptor narrow) {
        Descriptor gate = Descriptors.widen(cpu, selector, narrow, X86Fault.GP);
        if (gate.dpl() < cpu.cpl() || gate.dpl() < selector.rpl()) {
            throw X86Fault.generalProtection(selector.errorCode());
        }
        if (!gate.isPresent()) {
            throw X86Fault.of(X86Fault.NP, selector.errorCode());
        }
        return gate;
    }

    private static CodeSegment target(X86Core cpu, Descriptor gate) {
        CodeSegment code = CodeSegment.read(cpu, gate.gateSelector(), 0);
        code.requireLongCode(cpu, 0);
        return code;
    }

    private static OperandSize size(X86Core cpu, Descriptor gate) {
        if (cpu.isLongMode()) {
            return OperandSize.QUADWORD;
        }
        return gate.isGate16() ? OperandSize.WORD : OperandSize.DOUBLEWORD;
    }

    /** A call to an inner ring: to a new stack go SS and RSP, the parameters, CS and RIP. */
    private static void callInner(X86Core cpu, Descriptor gate, CodeSegment code) {
        int cpl = code.descriptor().dpl();
        OperandSize size = size(cpu, gate);
        int parameters = cpu.isLongMode() ? 0 : gate.parameterCount();
        InnerStack stack = InnerStack.of(cpu, cpl, 0);
        StackFrame frame = stack.frame();
        frame.requireRoom(
                4 + parameters, size, cpu.isLongMode() ? 0 : stack.selector().errorCode());
        long entry = code.entry(cpu, gate.gateOffset(), 0);
        code.touch(cpu);
        frame.push(size, cpu.segment(X86Core.SS).selector());
        frame.push(size, cpu.gpr(X86Core.RSP));
        for (int i = parameters - 1; i >= 0; i--) {
            frame.push(size, cpu.peekStack(size, i * size.bytes()));
        }
        FarTransfer.pushReturn(cpu, frame, size);
        stack.commit(frame);
        FarTransfer.enter(cpu, code, cpl, entry);
    }
}
