package ringside.cpu.x86.interrupt;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.segment.CodeSegment;
import ringside.cpu.x86.segment.FarTransfer;
import ringside.cpu.x86.segment.InnerStack;
import ringside.cpu.x86.segment.StackFrame;

/**
 * Delivery through the 64-bit gates of long mode. @sdm Vol.3A 6.14
 *
 * <p>The stack is always aligned to 16 bytes and always gets SS and RSP. Which stack: that of the gate's IST if it has
 * one, else that of the inner ring if the ring changes, else the present one.
 */
final class LongModeDelivery {
    private static final long ALIGNED = -16;

    private LongModeDelivery() {}

    static void deliver(X86Core cpu, InterruptEvent event) {
        Gate gate = Gate.read(cpu, event);
        CodeSegment handler = gate.handler(cpu);
        int cpl = Gate.handlerCpl(cpu, handler);
        StackFrame frame = StackFrame.flat(cpu, pointer(cpu, gate, cpl, event) & ALIGNED, cpl);
        frame.requireRoom(event.hasErrorCode() ? 6 : 5, OperandSize.QUADWORD, event.externalBit());
        long entry = handler.entry(cpu, gate.descriptor().gateOffset(), event.externalBit());
        handler.touch(cpu);
        push(cpu, frame, gate, event);
        frame.commit();
        if (cpl != cpu.cpl()) {
            // The selector tells the return that this stack was one of a ring, not of a descriptor.
            cpu.segment(X86Core.SS).loadNull(cpl);
        }
        gate.clearFlags(cpu);
        FarTransfer.enter(cpu, handler, cpl, entry);
    }

    private static long pointer(X86Core cpu, Gate gate, int cpl, InterruptEvent event) {
        int number = gate.descriptor().interruptStack();
        if (number != 0) {
            return InnerStack.interruptStack(cpu, number, event.externalBit());
        }
        if (cpl != cpu.cpl()) {
            return InnerStack.of(cpu, cpl, event.externalBit()).pointer();
        }
        return cpu.gpr(X86Core.RSP);
    }

    private static void push(X86Core cpu, StackFrame frame, Gate gate, InterruptEvent event) {
        frame.push(OperandSize.QUADWORD, cpu.segment(X86Core.SS).selector());
        frame.push(OperandSize.QUADWORD, cpu.gpr(X86Core.RSP));
        frame.push(OperandSize.QUADWORD, gate.savedFlags(cpu));
        frame.push(OperandSize.QUADWORD, cpu.segment(X86Core.CS).selector());
        frame.push(OperandSize.QUADWORD, event.returnAddress());
        if (event.hasErrorCode()) {
            frame.push(OperandSize.QUADWORD, event.errorCode());
        }
    }
}
