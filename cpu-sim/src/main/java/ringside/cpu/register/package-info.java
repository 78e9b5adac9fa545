/**
 * Declared device registers: the names, offsets, fields and access kinds that a board's manual prints.
 *
 * <p>A device declares its registers once, in a {@link ringside.cpu.register.RegisterMap}. The declaration answers for
 * constant and unknown offsets and for narrow accesses, and it names things for people: a
 * {@link ringside.cpu.view.DeviceView} of any {@link ringside.cpu.register.RegisterDevice} needs nothing else.
 * Reading order: {@link ringside.cpu.register.Register}, {@link ringside.cpu.register.Field},
 * {@link ringside.cpu.register.RegisterMap}, {@link ringside.cpu.register.RegisterDevice}.
 */
package ringside.cpu.register;
