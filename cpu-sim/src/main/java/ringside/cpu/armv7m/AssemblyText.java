package ringside.cpu.armv7m;

/**
 * An instruction in assembler syntax.
 *
 * @param mnemonic in lower case, with {@code s} if the flags are set, such as {@code adds}; the suffixes of condition and
 *     width are not the instruction's own, and {@link ThumbDecoder#disassemble} adds them
 * @param operands as the manual writes them, separated by comma and blank
 * @param target the address that it branches to or that a literal lies at, or -1
 */
public record AssemblyText(String mnemonic, String operands, long target) {

    /** A text without a target. */
    public static AssemblyText of(String mnemonic, String operands) {
        return new AssemblyText(mnemonic, operands, -1);
    }
}
