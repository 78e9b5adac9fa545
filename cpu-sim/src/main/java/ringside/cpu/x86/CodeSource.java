package ringside.cpu.x86;

/** Where the bytes of an instruction come from. */
@FunctionalInterface
public interface CodeSource {

    /**
     * A byte of the instruction, 0 to 255, counted from its start.
     *
     * @throws X86Fault if it cannot be fetched
     */
    int byteAt(int index);
}
