/**
 * From halfwords to instructions: the one table of all encodings, the decoder and the disassembler built on it.
 *
 * <p>Reading order: {@code ThumbTable}, {@link ringside.cpu.armv7m.decode.ThumbInstructionDecoder}. The encodings
 * themselves stand in the records of the package {@code insn}.
 */
package ringside.cpu.armv7m.decode;
