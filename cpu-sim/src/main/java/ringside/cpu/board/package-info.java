/**
 * Boards: from a board's description, an image and options to a machine.
 *
 * <p>A board is text ({@link ringside.cpu.board.BoardDescription}): its memories, its devices with their addresses and
 * interrupts, its clock. {@link ringside.cpu.board.MachineBuilder} makes the parts, wires them together and loads the
 * image. Addresses that no part of the description covers answer with a bus error.
 *
 * <p>Reading order: {@link ringside.cpu.board.BoardDescription}, {@link ringside.cpu.board.MachineOptions},
 * {@link ringside.cpu.board.MachineBuilder}, {@link ringside.cpu.board.DeviceFactory},
 * {@link ringside.cpu.board.ImageLoader}.
 */
package ringside.cpu.board;
