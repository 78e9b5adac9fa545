/**
 * The devices of a PC: what the board {@code pc} has beside processor and memory.
 *
 * <p>All time is that of the machine's {@link ringside.cpu.time.Clock}; a device with an oscillator of its own counts
 * {@link ringside.cpu.pc.Oscillator} ticks of it. Most devices are behind I/O ports, which
 * {@link ringside.cpu.pc.PortBus} leads to; the two kinds of APIC are in memory.
 *
 * <p>Reading order: {@link ringside.cpu.pc.PortBus} and {@link ringside.cpu.pc.PortDevice}; then how an interrupt
 * reaches the processor, {@link ringside.cpu.pc.InterruptWiring}, {@link ringside.cpu.pc.InterruptControllers} (the 8259
 * pair), {@link ringside.cpu.pc.IoApic}, {@link ringside.cpu.pc.LocalApic}; then who interrupts, such as
 * {@link ringside.cpu.pc.IntervalTimer} (the 8254) and {@link ringside.cpu.pc.SerialPort} (the 16550).
 *
 * <p>Citations: {@code @board} names a data sheet; {@code @sdm} Intel's manual of the processor.
 */
package ringside.cpu.pc;
