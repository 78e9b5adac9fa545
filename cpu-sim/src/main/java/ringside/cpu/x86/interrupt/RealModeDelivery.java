package ringside.cpu.x86.interrupt;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.segment.StackFrame;

/** Delivery through the interrupt vector table of real mode. @sdm Vol.3B 20.1.4, Vol.2A "INT n" (real-address mode) */
final class RealModeDelivery {
    private static final int ENTRY = 4;

    private RealModeDelivery() {}

    static void deliver(X86Core cpu, InterruptEvent event) {
        int entry = event.vector() * ENTRY;
        if (entry + ENTRY - 1 > cpu.idtr().limit()) {
            throw X86Fault.of(X86Fault.GP, event.idtErrorCode());
        }
        StackFrame frame = StackFrame.present(cpu);
        frame.requireRoom(3, OperandSize.WORD, event.externalBit());
        long pointer = cpu.memory().loadSystem(cpu.idtr().base() + entry, ENTRY);
        long offset = pointer & 0xFFFF;
        if (offset > cpu.segment(X86Core.CS).limit()) {
            throw X86Fault.of(X86Fault.GP, event.externalBit());
        }
        frame.push(OperandSize.WORD, cpu.rflags());
        frame.push(OperandSize.WORD, cpu.segment(X86Core.CS).selector());
        frame.push(OperandSize.WORD, event.returnAddress());
        frame.commit();
        cpu.setRflags(cpu.rflags() & ~(Rflags.IF | Rflags.TF | Rflags.AC | Rflags.RF));
        cpu.segment(X86Core.CS).loadReal((int) (pointer >>> 16));
        cpu.setNextRip(offset);
    }
}
