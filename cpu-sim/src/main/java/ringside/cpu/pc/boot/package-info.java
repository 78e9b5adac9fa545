/**
 * What the firmware and the boot loader of a PC leave behind, for a kernel that is loaded directly.
 *
 * <p>A user's ELF file (or flat file with a multiboot header) is put into memory by the rules of its own header:
 * {@link ringside.cpu.pc.boot.Multiboot1}, {@link ringside.cpu.pc.boot.Multiboot2} or {@link ringside.cpu.pc.boot.Pvh}.
 * Around it stands what a kernel expects of a PC that has come so far: the memory map, the ACPI tables, a flat GDT, the
 * BIOS data area, and devices as firmware programs them. Nothing of it runs on the emulated processor; a boot ROM does
 * all this itself and is loaded as it is.
 *
 * <p>Reading order: {@link ringside.cpu.pc.boot.DirectBoot}, {@link ringside.cpu.pc.boot.BootProtocol},
 * {@link ringside.cpu.pc.boot.BootMemory}, {@link ringside.cpu.pc.boot.AcpiTables}.
 */
package ringside.cpu.pc.boot;
