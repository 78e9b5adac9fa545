package ringside.cpu.image;

/** Looks at a processor's registers without any effect on the machine. */
@FunctionalInterface
public interface RegisterReader {
    /**
     * The value of a register, unsigned.
     *
     * @param name in the program's own spelling: {@code r0} to {@code r12}, {@code sp}, {@code lr}, {@code pc}, {@code msp},
     *     {@code psp}; {@code rax} to {@code r15}, {@code rip}, {@code rflags}
     * @throws UnreadableException if its value is not known, as in a frame further up the stack
     */
    long read(String name);
}
