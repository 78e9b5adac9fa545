/**
 * From bytes to instructions, driven by the forms that instructions declare.
 *
 * <p>Reading order: {@link ringside.cpu.x86.decode.AllForms}, {@link ringside.cpu.x86.decode.FormTable},
 * {@link ringside.cpu.x86.decode.X86Decoder} with its {@code InstructionReader} (prefixes, opcode, ModRM, immediates, as
 * the manual lays them out).
 *
 * <p>@sdm Vol.2A 2
 */
package ringside.cpu.x86.decode;
