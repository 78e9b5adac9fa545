/**
 * Boards: from a board's description, an image and options to a machine.
 *
 * <p>A board is text ({@link ringside.cpu.board.BoardDescription}): its memories, its devices with their addresses and
 * interrupts, its clock. {@link ringside.cpu.board.MachineBuilder} makes the parts, wires them together and loads the
 * image. Addresses that no part of the description covers answer with a bus error.
 *
 * <p>Each family of processors has its own builder, devices and way of loading: {@link
 * ringside.cpu.board.CortexMBuilder}, {@link ringside.cpu.board.CortexMDevices}, {@link ringside.cpu.board.FlashLoader};
 * {@link ringside.cpu.board.PcBuilder}, {@link ringside.cpu.board.PcDevices}, and {@code ringside.cpu.pc.boot}.
 *
 * <p>Reading order: {@link ringside.cpu.board.BoardDescription}, {@link ringside.cpu.board.MachineOptions},
 * {@link ringside.cpu.board.MachineBuilder}, then the builder of one family.
 */
package ringside.cpu.board;
