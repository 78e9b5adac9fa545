package ringside.cpu.x86.processor;

import java.util.List;
import ringside.cpu.bus.Bus;
import ringside.cpu.machine.Processor;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.TraceRing;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.view.RegistersView;
import ringside.cpu.x86.InstructionDecoder;
import ringside.cpu.x86.InstructionText;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.paging.Paging;

/** What those see of the processor who look at it: registers, code, and where addresses lead. Nothing here has effects. */
abstract class X86Shown extends X86Fetch implements Processor {
    private final Paging paging = new Paging(this);
    private final InstructionText text;

    X86Shown(Bus bus, Clock clock, TraceRing trace, InstructionDecoder decoder, InstructionText text) {
        super(bus, clock, trace, decoder);
        this.text = text;
        memory().connect(paging, this, this::requestAttention);
        connect(paging);
    }

    /** The paging, for views. */
    public final Paging paging() {
        return paging;
    }

    @Override
    public final long programCounter() {
        return codeAddress(rip);
    }

    @Override
    public final long physicalAddress(long address) {
        boolean isLong = (system().efer & SystemRegisters.EFER_LMA) != 0;
        boolean exists = isLong ? address << 16 >> 16 == address : address >>> 32 == 0;
        return exists ? paging().peek(address) : -1;
    }

    @Override
    public final RegistersView registers() {
        return new RegistersReader(this).read();
    }

    @Override
    public final DisassemblyView disassemble(long address, int count) {
        return text.disassemble(this::peekByte, address, count, codeBits(), is8086());
    }

    /** A byte of memory by its linear address, without effects; -1 where nothing is mapped. */
    public final int peekByte(long linear) {
        long physical = physicalAddress(linear);
        return physical < 0 ? -1 : PhysicalPeek.octet(memory().bus(), physical);
    }

    @Override
    public final List<String> registerNames() {
        return RegisterNames.ALL;
    }

    @Override
    public final long readRegister(String name) {
        return RegisterNames.read(this, name);
    }

    @Override
    public final void writeRegister(String name, long value) {
        RegisterNames.write(this, name, value);
    }

    final void setRip(long offset) {
        rip = offset;
        nextRip = offset;
    }
}
