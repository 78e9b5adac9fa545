/**
 * The physical address space: RAM, devices and the bus between them and a processor.
 *
 * <p>{@link ringside.cpu.bus.Bus} maps addresses to {@link ringside.cpu.bus.Ram} and {@link ringside.cpu.bus.Device}.
 * A {@code load} or {@code store} may have effects; a {@code peek} has none, and it is what views and panes use.
 * Devices that are not in the address space of memory are in a {@link ringside.cpu.bus.DeviceSpace} of their own.
 * RAM is pages that are shared copy-on-write with checkpoints.
 */
package ringside.cpu.bus;
