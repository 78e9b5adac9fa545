package ringside.cpu.pc;

import ringside.cpu.bus.InterruptLine;
import ringside.cpu.machine.InputPort;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/**
 * The wire from the chip set to the processor's pin LINT1, the non-maskable interrupt. It is asserted while a channel check
 * is latched and port 0x70 does not hold it back.
 *
 * <p>A channel check (IOCHK#) is what a card of the bus reports an error with; here it is a button, for people and for
 * tests. Port 0x61 shows the latch in bit 6; its bit 3 clears the latch and keeps it clear. Bit 7 of port 0x70 holds the
 * interrupt back, and does so after a reset.   @board 82371AB NMISC, NMIEN; IBM AT Technical Reference
 */
public final class NonMaskableLine implements InputPort, Stateful {
    private final InterruptLine pin;
    private boolean latched;
    private boolean disabled;
    private boolean heldBack = true;

    /**
     * Makes the wire as it is after reset.
     *
     * @param pin LINT1
     */
    public NonMaskableLine(InterruptLine pin) {
        this.pin = pin;
    }

    /** Presses the button: once for each byte, whatever it is. */
    @Override
    public void receive(byte[] bytes) {
        if (bytes.length > 0 && !disabled) {
            latched = true;
            drive();
        }
    }

    /** Whether a channel check is latched. */
    boolean isLatched() {
        return latched;
    }

    /** Follows bit 3 of port 0x61. */
    void setDisabled(boolean isDisabled) {
        disabled = isDisabled;
        latched &= !isDisabled;
        drive();
    }

    /** Follows bit 7 of port 0x70. */
    void setHeldBack(boolean isHeldBack) {
        heldBack = isHeldBack;
        drive();
    }

    private void drive() {
        pin.set(latched && !heldBack);
    }

    /** Writes everything down. The pin's level is the local APIC's to remember. */
    @Override
    public void save(StateWriter out) {
        out.flag(latched);
        out.flag(disabled);
        out.flag(heldBack);
    }

    @Override
    public void restore(StateReader in) {
        latched = in.flag();
        disabled = in.flag();
        heldBack = in.flag();
    }
}
