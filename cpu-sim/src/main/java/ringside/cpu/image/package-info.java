/**
 * Reads program images: ELF files, their symbols and their static probes.
 *
 * <p>In reading order: {@link ringside.cpu.image.Bytes} and {@link ringside.cpu.image.Cursor} are the checked ground that
 * all readers stand on; {@link ringside.cpu.image.Elf} has segments for the loader and sections for the rest;
 * {@link ringside.cpu.image.Symbols} joins addresses and names; {@link ringside.cpu.image.StaticProbe} tells where a
 * kernel's moments are and where their arguments lie. {@link ringside.cpu.image.MemoryReader} and
 * {@link ringside.cpu.image.RegisterReader} are how values are read out of a machine, without effects on it. Source
 * lines, types and variables are in {@code ringside.cpu.image.dwarf}.
 *
 * <p>Everything is immutable once read and may be shared by threads. An image comes from outside and may be damaged or
 * malicious: whatever is in it, reading it ends soon, in a result or in one {@link ringside.cpu.BadInputException}.
 *
 * <p>Sources: {@code @elf} is the System V ABI, "Object Files"; {@code @aaelf} is "ELF for the Arm Architecture" (IHI 0044);
 * {@code @rust} is the rustc book, "Symbol mangling"; {@code @stap} is the SystemTap wiki page "UserSpaceProbeImplementation".
 */
package ringside.cpu.image;
