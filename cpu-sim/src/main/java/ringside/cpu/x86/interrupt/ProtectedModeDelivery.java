package ringside.cpu.x86.interrupt;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.segment.CodeSegment;
import ringside.cpu.x86.segment.FarTransfer;
import ringside.cpu.x86.segment.InnerStack;
import ringside.cpu.x86.segment.StackFrame;
import ringside.cpu.x86.segment.TaskSwitch;
import ringside.cpu.x86.segment.Virtual8086;

/** Delivery through the IDT outside long mode. @sdm Vol.3A 6.12, Vol.3B 20.3.1, Vol.2A "INT n" */
final class ProtectedModeDelivery {
    private ProtectedModeDelivery() {}

    static void deliver(X86Core cpu, InterruptEvent event) {
        Gate gate = Gate.read(cpu, event);
        if (gate.isTaskGate()) {
            switchTask(cpu, gate, event);
            return;
        }
        CodeSegment handler = gate.handler(cpu);
        int cpl = Gate.handlerCpl(cpu, handler);
        boolean fromVirtual8086 = cpu.isVirtual8086();
        // Out of virtual-8086 mode a handler must be in ring 0.
        handler.require(!fromVirtual8086 || cpl == 0, event.externalBit());
        InnerStack stack = cpl == cpu.cpl() ? null : InnerStack.of(cpu, cpl, event.externalBit());
        StackFrame frame = stack == null ? StackFrame.present(cpu) : stack.frame();
        OperandSize size = gate.descriptor().isGate16() ? OperandSize.WORD : OperandSize.DOUBLEWORD;
        int count = (stack == null ? 3 : fromVirtual8086 ? 9 : 5) + (event.hasErrorCode() ? 1 : 0);
        int stackCode = stack == null ? 0 : stack.selector().errorCode();
        frame.requireRoom(count, size, stackCode | event.externalBit());
        long entry = handler.entry(cpu, gate.descriptor().gateOffset(), event.externalBit());
        handler.touch(cpu);
        if (fromVirtual8086) {
            pushSegments(cpu, frame, size);
        }
        if (stack != null) {
            frame.push(size, cpu.segment(X86Core.SS).selector());
            frame.push(size, cpu.gpr(X86Core.RSP));
        }
        frame.push(size, gate.savedFlags(cpu));
        frame.push(size, cpu.segment(X86Core.CS).selector());
        frame.push(size, event.returnAddress());
        if (event.hasErrorCode()) {
            frame.push(size, event.errorCode());
        }
        if (stack == null) {
            frame.commit();
        } else {
            stack.commit(frame);
        }
        gate.clearFlags(cpu);
        if (fromVirtual8086) {
            Virtual8086.dropSegments(cpu);
        }
        FarTransfer.enter(cpu, handler, cpl, entry);
    }

    /** The data segments of virtual-8086 mode, above what is pushed anyhow. */
    private static void pushSegments(X86Core cpu, StackFrame frame, OperandSize size) {
        frame.push(size, cpu.segment(X86Core.GS).selector());
        frame.push(size, cpu.segment(X86Core.FS).selector());
        frame.push(size, cpu.segment(X86Core.DS).selector());
        frame.push(size, cpu.segment(X86Core.ES).selector());
    }

    private static void switchTask(X86Core cpu, Gate gate, InterruptEvent event) {
        TaskSwitch.byInterrupt(
                cpu,
                gate.descriptor().gateSelector(),
                event.errorCode(),
                event.externalBit(),
                event.returnAddress(),
                gate.savedFlags(cpu));
    }
}
