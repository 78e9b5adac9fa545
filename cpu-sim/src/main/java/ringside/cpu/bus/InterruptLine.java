package ringside.cpu.bus;

/** A wire from a device to an interrupt controller. */
@FunctionalInterface
public interface InterruptLine {

    /** A line that leads nowhere. */
    InterruptLine UNCONNECTED = asserted -> {};

    /** Drives the line. The controller decides what a level or an edge means. */
    void set(boolean asserted);
}
