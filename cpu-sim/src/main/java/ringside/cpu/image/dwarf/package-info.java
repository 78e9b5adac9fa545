/**
 * Reads debug information in DWARF, versions 2 to 5: source lines, functions, types, variables, call frames.
 *
 * <p>In reading order: {@link ringside.cpu.image.dwarf.Dwarf} is the door, and all that other packages need.
 * {@link ringside.cpu.image.dwarf.LineTable} joins addresses and lines; {@link ringside.cpu.image.dwarf.CodePlace} tells
 * which functions an address belongs to, copies of others included. {@link ringside.cpu.image.dwarf.Type} is what the
 * compiler laid out, Rust's enums too; {@link ringside.cpu.image.dwarf.Variable} has one, and
 * {@link ringside.cpu.image.dwarf.TypedValue} is what lies in a variable now, as a tree to walk down:
 * {@code dwarf.read(dwarf.global("kernel::PROCESSES").get(), memory).element(2).field("state").variant()}.
 * {@link ringside.cpu.image.dwarf.CallStack} has the frames, and with a frame the local variables can be read.
 *
 * <p>Below the door: {@code Units} and {@code Unit} find the entries ({@code Die}), {@code TypeReader} makes types of them,
 * {@code LineProgram} runs line programs, {@code Expression} evaluates locations, {@code CallFrames} and {@code Unwinder}
 * walk the stack.
 *
 * <p>Not for several threads at once: what was read is kept. Damaged information is no error of its own, since the program
 * runs without it: answers are empty, and {@link ringside.cpu.image.dwarf.Dwarf#problems} tells why. Inside, damage is a
 * {@link ringside.cpu.BadInputException} that {@code Damage} catches at the door. What cannot be read out of the machine now
 * is an {@link ringside.cpu.image.UnreadableException}.
 *
 * <p>Sources: {@code @dwarf} is the DWARF Debugging Information Format by version, {@code @aadwarf} is "DWARF for the Arm
 * Architecture" (IHI 0040), {@code @aapcs} the procedure call standard (IHI 0042), {@code @lsb} the Linux Standard Base Core,
 * {@code @sysv-x86-64} the System V ABI for x86-64, {@code @arm} the Armv7-M manual (DDI 0403).
 */
package ringside.cpu.image.dwarf;
