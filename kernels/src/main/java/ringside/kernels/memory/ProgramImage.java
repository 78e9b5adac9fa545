package ringside.kernels.memory;

import ringside.cpu.image.Elf;
import ringside.cpu.image.Symbols;

/**
 * A program that may lie in memory.
 *
 * @param name what people call it
 * @param elf its parts
 * @param symbols the names in it
 */
public record ProgramImage(String name, Elf elf, Symbols symbols) {}
