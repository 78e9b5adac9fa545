package ringside.cpu.x86.segment;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/**
 * Pushes on a stack that may not be the present one yet: memory is written, but RSP only changes when everything went
 * well and the caller takes {@link #pointer}.
 *
 * <p>How it works: (1) {@link #requireRoom} checks the limit for the whole frame, so that the fault has the error code
 * that the operation wants. (2) On the present stack and privilege the pushes are ordinary stores. (3) On the stack of an
 * inner ring they are made with supervisor rights, since the privilege changes only afterwards.
 */
public final class StackFrame {
    private final X86Core cpu;
    private final SegmentRegister stack;
    private final OperandSize addressSize;
    private final boolean flat;
    private final boolean inner;
    private long pointer;

    private StackFrame(
            X86Core cpu, SegmentRegister stack, OperandSize addressSize, boolean flat, boolean inner, long pointer) {
        this.cpu = cpu;
        this.stack = stack;
        this.addressSize = addressSize;
        this.flat = flat;
        this.inner = inner;
        this.pointer = pointer & addressSize.mask();
    }

    /** The present stack. */
    public static StackFrame present(X86Core cpu) {
        return new StackFrame(
                cpu, cpu.segment(X86Core.SS), cpu.stackAddressSize(), cpu.is64(), false, cpu.gpr(X86Core.RSP));
    }

    /** The stack segment of an inner ring outside long mode. */
    public static StackFrame inner(X86Core cpu, SegmentRegister stack, long pointer) {
        OperandSize size = stack.isDefaultBig() ? OperandSize.DOUBLEWORD : OperandSize.WORD;
        return new StackFrame(cpu, stack, size, false, true, pointer);
    }

    /** A stack by its linear address, as 64-bit code has it; of an inner ring, or of the present one. */
    public static StackFrame flat(X86Core cpu, long pointer, int newCpl) {
        boolean inner = newCpl != cpu.cpl();
        return new StackFrame(cpu, null, OperandSize.QUADWORD, true, inner, pointer);
    }

    /** Where the top of the stack is now. */
    public long pointer() {
        return pointer;
    }

    /**
     * Makes sure that so many values can be pushed, as far as segmentation is concerned.
     *
     * @throws X86Fault #SS with the error code
     */
    public void requireRoom(int count, OperandSize size, int errorCode) {
        if (!(flat ? isCanonical(count * size.bytes()) : fits(count, size.bytes()))) {
            throw X86Fault.of(X86Fault.SS, errorCode);
        }
    }

    private boolean isCanonical(int bytes) {
        return isCanonical(pointer - bytes) && isCanonical(pointer - 1);
    }

    private static boolean isCanonical(long address) {
        return address << 16 >> 16 == address;
    }

    /** No value may reach beyond the segment; between values the pointer wraps around at the stack's address size. */
    private boolean fits(int count, int bytes) {
        long top = pointer;
        for (int i = 0; i < count; i++) {
            top = top - bytes & addressSize.mask();
            if (!stack.isUsable() || !isWithin(top) || !isWithin(top + bytes - 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean isWithin(long offset) {
        if (stack.isExpandDown()) {
            return offset > stack.limit() && offset <= addressSize.mask();
        }
        return offset <= stack.limit();
    }

    /** Pushes a value. */
    public void push(OperandSize size, long value) {
        long top = pointer - size.bytes() & addressSize.mask();
        long linear = flat ? top : stack.base() + top & 0xFFFF_FFFFL;
        if (inner) {
            storeAsSupervisor(linear, size, value);
        } else {
            storeAsPresent(linear, size, value);
        }
        pointer = top;
    }

    /** A bad address on a stack is #SS, whoever accesses it. */
    private void storeAsSupervisor(long linear, OperandSize size, long value) {
        if (flat && !(isCanonical(linear) && isCanonical(linear + size.bytes() - 1))) {
            throw X86Fault.of(X86Fault.SS, 0);
        }
        cpu.memory().storeSystem(linear, size.bytes(), value);
    }

    private void storeAsPresent(long linear, OperandSize size, long value) {
        switch (size) {
            case BYTE -> cpu.memory().store8(linear, X86Core.SS, (int) value);
            case WORD -> cpu.memory().store16(linear, X86Core.SS, (int) value);
            case DOUBLEWORD -> cpu.memory().store32(linear, X86Core.SS, (int) value);
            case QUADWORD -> cpu.memory().store64(linear, X86Core.SS, value);
        }
    }

    /** Writes the stack pointer of the present stack; of RSP only as much as the stack's address size has. */
    public void commit() {
        long mask = addressSize.mask();
        long old = cpu.gpr(X86Core.RSP);
        cpu.setGpr(X86Core.RSP, mask == 0xFFFF ? old & ~mask | pointer : pointer);
    }
}
