package ringside.cpu.pc;

import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.register.ShownDevice;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;
import ringside.cpu.x86.LocalInterrupts;
import ringside.cpu.x86.X86Fault;

/**
 * The processor's local APIC, in xAPIC mode (registers in memory) or x2APIC mode (model-specific registers).
 *
 * <p>This class is what software and the processor see of it: its modes and its two ways in. What the registers do is in
 * {@link ApicRegisters}.   @sdm Vol.3A 10.4, 10.12
 */
public final class LocalApic implements ShownDevice, LocalInterrupts {
    /** Where the registers are after reset. */
    public static final long DEFAULT_BASE = 0xFEE0_0000L;

    private static final long BOOT_PROCESSOR = 1 << 8;
    private static final long EXTENDED = 1 << 10;
    private static final long ENABLED = 1 << 11;
    private static final long ADDRESS = 0xFF_FFFF_F000L;

    private final String name;
    private final ApicRegisters registers;
    private final ApicConnections connections;
    private long base = DEFAULT_BASE | ENABLED | BOOT_PROCESSOR;

    /**
     * Makes a local APIC as it is after reset.
     *
     * @param connections is not called while the APIC is made
     */
    public LocalApic(String name, Clock clock, ApicConnections connections) {
        this.name = name;
        this.connections = connections;
        registers = new ApicRegisters(clock, name, connections);
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Drives the pin LINT0 (0) or LINT1 (1). While the APIC is disabled they are the processor's own pins INTR and NMI.
     * @sdm Vol.3A 10.4.3
     */
    public void setPin(int pin, boolean asserted) {
        boolean rises = registers.setPin(pin, asserted);
        if (rises && pin == 1 && !isEnabled()) {
            connections.nonMaskable();
        }
    }

    /** Takes a message from the I/O APIC. */
    public void receive(ApicMessage message) {
        if (isEnabled() && message.isFor(registers)) {
            registers.receive(message);
        }
    }

    private boolean isEnabled() {
        return (base & ENABLED) != 0;
    }

    private boolean isExtended() {
        return (base & EXTENDED) != 0;
    }

    // ---- the processor's side ----

    @Override
    public boolean isPending() {
        return registers.isPending(isEnabled());
    }

    @Override
    public int acknowledge() {
        return registers.acknowledge(isEnabled());
    }

    @Override
    public int taskPriority() {
        return registers.taskPriority() >>> 4;
    }

    @Override
    public void setTaskPriority(int priority) {
        registers.setTaskPriority(priority << 4);
    }

    @Override
    public long apicBase() {
        return base;
    }

    @Override
    public void setApicBase(long value) {
        boolean reserved = (value & ~(ADDRESS | ENABLED | EXTENDED | BOOT_PROCESSOR)) != 0;
        boolean enable = (value & ENABLED) != 0;
        boolean extend = (value & EXTENDED) != 0;
        boolean leavesExtended = isExtended() && enable && !extend;
        boolean skipsEnabled = !isEnabled() && extend;
        if (reserved || extend && !enable || leavesExtended || skipsEnabled) {
            throw X86Fault.generalProtection(0);
        }
        if (isEnabled() && !enable) {
            registers.reset();
        }
        base = value;
        placeRegisters();
    }

    private void placeRegisters() {
        registers.setExtended(isExtended());
        connections.place(base & ADDRESS, isEnabled() && !isExtended());
        connections.attention();
    }

    @Override
    public void initialized() {
        registers.initialize();
    }

    @Override
    public long timerDeadline() {
        return registers.timer().deadline();
    }

    @Override
    public void setTimerDeadline(long deadline) {
        registers.timer().setDeadline(deadline);
    }

    @Override
    public void setTimeStampOffset(long offset) {
        registers.timer().setTimeStampOffset(offset);
    }

    @Override
    public long readX2Apic(int register) {
        int number = register - 0x800;
        if (!isExtended() || !ApicAccess.isReadable(number, true)) {
            throw X86Fault.generalProtection(0);
        }
        return number == ApicRegisters.COMMAND ? registers.command() : Integer.toUnsignedLong(registers.read(number));
    }

    @Override
    public void writeX2Apic(int register, long value) {
        int number = register - 0x800;
        if (!isExtended() || !ApicAccess.isWritable(number, true) || ApicAccess.hasReserved(number, value)) {
            throw X86Fault.generalProtection(0);
        }
        if (number == ApicRegisters.COMMAND) {
            registers.setCommandHigh((int) (value >>> 32));
        }
        registers.write(number, (int) value);
    }

    // ---- registers in memory ----

    /** Nothing answers where the registers would be if they are disabled, or model-specific registers. */
    private void requireMapped(int offset) {
        if (!isEnabled() || isExtended()) {
            throw new BusFault(offset);
        }
    }

    @Override
    public int load(int offset, Width width) {
        requireMapped(offset);
        int number = offset >>> 4;
        if (!ApicAccess.isReadable(number, false)) {
            registers.illegalRegister();
            return 0;
        }
        return peek(offset, width);
    }

    @Override
    public int peek(int offset, Width width) {
        requireMapped(offset);
        int number = offset >>> 4;
        int inRegister = offset & 0xF;
        if (!ApicAccess.isReadable(number, false) || inRegister >= 4) {
            return 0;
        }
        return registers.read(number) >>> 8 * inRegister;
    }

    @Override
    public void store(int offset, Width width, int value) {
        requireMapped(offset);
        int number = offset >>> 4;
        if ((offset & 0xF) != 0) {
            return;
        }
        if (ApicAccess.isWritable(number, false)) {
            registers.write(number, value);
        } else {
            registers.illegalRegister();
        }
    }

    // ---- as a device ----

    @Override
    public RegisterMap registers() {
        return ApicRegisterMap.REGISTERS;
    }

    @Override
    public int shownValue(Register register) {
        return registers.read(register.offset() >>> 4);
    }

    @Override
    public void reset() {
        base = DEFAULT_BASE | ENABLED | BOOT_PROCESSOR;
        registers.reset();
        registers.timer().setTimeStampOffset(0);
        placeRegisters();
    }

    @Override
    public void save(StateWriter out) {
        out.doubleword(base);
        registers.save(out);
    }

    @Override
    public void restore(StateReader in) {
        base = in.doubleword();
        registers.restore(in);
        placeRegisters();
    }
}
