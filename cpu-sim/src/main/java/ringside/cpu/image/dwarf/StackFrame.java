package ringside.cpu.image.dwarf;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import ringside.cpu.image.UnreadableException;

/**
 * One call that has not returned yet.
 *
 * @param address where the function goes on: the program counter of the innermost frame, the return address of others
 * @param kind how the frame came to be
 * @param canonicalFrameAddress the stack pointer before the call, if it can be found
 * @param registers the registers whose values in this frame are known, by name
 */
public record StackFrame(long address, Kind kind, OptionalLong canonicalFrameAddress, Map<String, Long> registers) {
    /** How a frame came to be. */
    public enum Kind {
        /** The processor is in it now. */
        INNERMOST,
        /** It called the next inner one. */
        CALLER,
        /** An exception interrupted it. */
        INTERRUPTED
    }

    public StackFrame {
        registers = Collections.unmodifiableMap(new TreeMap<>(registers));
    }

    /** An address within the instruction that the frame is at; that of a caller is the call before its return address. */
    public long lookupAddress() {
        return kind == Kind.CALLER ? address - 1 : address;
    }

    /**
     * The value of a register in this frame.
     *
     * @throws UnreadableException if it is not known any more
     */
    public long register(String name) {
        Long value = registers.get(name);
        if (value == null) {
            throw UnreadableException.register(name);
        }
        return value;
    }
}
