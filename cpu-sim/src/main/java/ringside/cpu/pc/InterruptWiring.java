package ringside.cpu.pc;

import ringside.cpu.bus.InterruptLine;

/**
 * Where the sixteen interrupt requests of a PC lead: each to the 8259 pair and to an input of the I/O APIC.
 *
 * <p>It is the wiring of PCs since the MultiProcessor Specification: the inputs have the requests' numbers, but for the
 * timer, request 0, which is at input 2. The ACPI table MADT says so too.   @board ACPI 5.2.12.5
 *
 * @param controllers the 8259 pair
 * @param ioApic the I/O APIC
 */
public record InterruptWiring(InterruptControllers controllers, IoApic ioApic) {
    /** The input of the I/O APIC that the timer is wired to. */
    public static final int TIMER_INPUT = 2;

    /** The wire of a request, 0 to 15. */
    public InterruptLine line(int request) {
        int input = request == 0 ? TIMER_INPUT : request;
        return asserted -> {
            controllers.setLine(request, asserted);
            ioApic.setLine(input, asserted);
        };
    }
}
