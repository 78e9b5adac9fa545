package ringside.cpu.machine;

import java.util.List;
import ringside.cpu.state.Stateful;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.view.RegistersView;

/** The processor of a machine. It owns the step loop. */
public interface Processor extends Stateful {

    /** Power-on reset: registers get their reset values, and the first instruction's address is found. */
    void reset();

    /** Sets the static probes, whose events execution leaves in the trace. */
    void setProbes(Probes probes);

    /**
     * Runs until the budget is spent or something ends the run earlier. Guest mistakes become guest exceptions; a Java
     * exception out of this method is a bug of ours.
     */
    StopReason run(RunBudget budget);

    /** The address of the next instruction. */
    long programCounter();

    /**
     * The physical address of an address as code uses it now, without effects; -1 if nothing is mapped there. Without
     * translation both are the same.
     */
    long physicalAddress(long address);

    /** Forgets everything derived from memory (decoded code, cached pages), after memory was changed from outside. */
    void memoryChanged();

    /** The registers, as names, values and meanings. */
    RegistersView registers();

    /** Disassembles instructions from the address on, without effects. */
    DisassemblyView disassemble(long address, int count);

    /** The names that {@link #readRegister} knows, in the manual's order; those of the test-vector format. */
    List<String> registerNames();

    /**
     * Reads a register.
     *
     * @throws IllegalArgumentException if there is no such register
     */
    long readRegister(String name);

    /**
     * Writes a register, as a debugger does.
     *
     * @throws IllegalArgumentException if there is no such register
     */
    void writeRegister(String name, long value);
}
