package ringside.cpu.image.dwarf;

import java.util.Arrays;
import ringside.cpu.image.Cursor;
import ringside.cpu.image.UnreadableException;

/** The stack of numbers of an expression, and the operations that only need the stack and memory.   @dwarf 5, 2.5.1 */
final class ExpressionStack {
    private static final int ADDR = 0x03;
    private static final int DEREF = 0x06;
    private static final int CONST1U = 0x08;
    private static final int CONST8S = 0x0F;
    private static final int CONSTU = 0x10;
    private static final int CONSTS = 0x11;
    private static final int DUP = 0x12;
    private static final int DROP = 0x13;
    private static final int OVER = 0x14;
    private static final int PICK = 0x15;
    private static final int SWAP = 0x16;
    private static final int ROT = 0x17;
    private static final int ABS = 0x19;
    private static final int NEG = 0x1F;
    private static final int NOT = 0x20;
    private static final int PLUS_UCONST = 0x23;
    private static final int BRA = 0x28;
    private static final int SKIP = 0x2F;
    private static final int DEREF_SIZE = 0x94;
    private static final int NOP = 0x96;
    private static final int XDEREF = 0x18;
    private static final int XDEREF_SIZE = 0x95;
    private static final int CALL_REF = 0x9A;
    private static final int XDEREF_TYPE = 0xA7;
    private static final int FIRST_VENDOR = 0xE0;
    private static final int ADDRX = 0xA1;
    private static final int CONSTX = 0xA2;
    private static final int CONST_TYPE = 0xA4;
    private static final int REGVAL_TYPE = 0xA5;
    private static final int DEREF_TYPE = 0xA6;
    private static final int CONVERT = 0xA8;
    private static final int REINTERPRET = 0xA9;
    private static final int GNU_CONST_TYPE = 0xF4;
    private static final int GNU_REGVAL_TYPE = 0xF5;
    private static final int GNU_DEREF_TYPE = 0xF6;
    private static final int GNU_CONVERT = 0xF7;
    private static final int GNU_REINTERPRET = 0xF9;
    private static final int GNU_ADDR_INDEX = 0xFB;
    private static final int GNU_CONST_INDEX = 0xFC;

    private final ExpressionContext context;
    private final int addressSize;
    private final int deepest;
    private long[] values = new long[8];
    private int count;

    ExpressionStack(ExpressionContext context, int deepest) {
        this.context = context;
        this.deepest = deepest;
        addressSize = context.unit().header().addressSize();
    }

    boolean isEmpty() {
        return count == 0;
    }

    void push(long value) {
        pushWide(addressSize == 4 ? value & 0xFFFF_FFFFL : value);
    }

    long pop() {
        need(1);
        return values[--count];
    }

    /** The topmost number as an address. */
    long topAddress() {
        return addressSize == 4 ? top() & 0xFFFF_FFFFL : top();
    }

    long top() {
        need(1);
        return values[count - 1];
    }

    void step(int operation, Cursor at) {
        if (operation >= CONST1U && operation <= CONST8S) {
            int size = 1 << ((operation - CONST1U) >> 1);
            push((operation & 1) == 0 ? at.unsigned(size) : at.signed(size));
        } else if (operation == ABS || operation == NEG || operation == NOT || operation == PLUS_UCONST) {
            unary(operation, at);
        } else if (operation >= 0x1A && operation <= 0x2E && operation != BRA) {
            long right = pop();
            push(Arithmetic.binary(operation, pop(), right, addressSize, at));
        } else if (!rearrange(operation, at) && !read(operation, at)) {
            if (isOptional(operation)) {
                throw new UnreadableException("it is described in a way that is not understood");
            }
            throw at.bad("a location expression has the unknown operation 0x" + Integer.toHexString(operation));
        }
    }

    /** Operations that are rare, or a compiler's own: not to know them is no damage. */
    private static boolean isOptional(int operation) {
        return operation >= FIRST_VENDOR
                || operation >= XDEREF_SIZE && operation <= CALL_REF
                || operation == XDEREF
                || operation == XDEREF_TYPE;
    }

    private void unary(int operation, Cursor at) {
        long value = pop();
        push(
                switch (operation) {
                    case ABS -> Math.abs(Arithmetic.signed(value, addressSize));
                    case NEG -> -value;
                    case NOT -> ~value;
                    default -> value + at.uleb();
                });
    }

    private boolean rearrange(int operation, Cursor at) {
        switch (operation) {
            case DUP -> pushWide(top());
            case DROP -> pop();
            case OVER -> pick(1);
            case PICK -> pick(at.u8());
            case SWAP -> roll(2);
            case ROT -> roll(3);
            case SKIP -> jump(at, at.signed(2));
            case BRA -> {
                long distance = at.signed(2);
                if (pop() != 0) {
                    jump(at, distance);
                }
            }
            case NOP -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean read(int operation, Cursor at) {
        switch (operation) {
            case ADDR -> push(at.unsigned(addressSize));
            case ADDRX, GNU_ADDR_INDEX, CONSTX, GNU_CONST_INDEX ->
                push(context.unit().bases().address(at.uleb()));
            case CONSTU -> pushWide(at.uleb());
            case CONSTS -> pushWide(at.sleb());
            case DEREF -> push(context.memory().unsigned(pop(), addressSize));
            case DEREF_SIZE -> push(load(pop(), at.u8()));
            case DEREF_TYPE, GNU_DEREF_TYPE -> {
                int size = at.u8();
                at.uleb();
                pushWide(load(pop(), size));
            }
            case CONST_TYPE, GNU_CONST_TYPE -> {
                at.uleb();
                pushWide(at.unsigned(at.u8()));
            }
            case REGVAL_TYPE, GNU_REGVAL_TYPE -> {
                String register = context.register(at.uleb());
                pushWide(extended(context.registers().read(register), at.uleb()));
            }
            case CONVERT, GNU_CONVERT, REINTERPRET, GNU_REINTERPRET -> pushWide(extended(pop(), at.uleb()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private long load(long address, int size) {
        if (size != 1 && size != 2 && size != 4 && size != 8) {
            throw new UnreadableException("it is computed from " + size + " bytes");
        }
        return context.memory().unsigned(address, size);
    }

    /** A number cut to the size of a type and extended by its sign; type 0 is that of addresses. */
    private long extended(long value, long typeInUnit) {
        if (typeInUnit == 0) {
            return addressSize == 4 ? value & 0xFFFF_FFFFL : value;
        }
        Die type = context.unit().entryAt(context.unit().header().offset() + typeInUnit);
        int size = (int) type.constant(Attribute.BYTE_SIZE).orElse(8);
        long encoding = type.constant(Attribute.ENCODING).orElse(0);
        if (encoding == 4) {
            throw new UnreadableException("it is computed with floating-point numbers");
        }
        if (size < 1 || size >= 8) {
            return value;
        }
        int unused = 64 - 8 * size;
        boolean isSigned = encoding == 5 || encoding == 6;
        return isSigned ? value << unused >> unused : value << unused >>> unused;
    }

    private void pushWide(long value) {
        if (count == deepest) {
            throw new UnreadableException("its location expression needs too much room");
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = value;
    }

    private void pick(int depth) {
        need(depth + 1);
        pushWide(values[count - 1 - depth]);
    }

    /** Moves the top number down below the others of the topmost ones. */
    private void roll(int size) {
        need(size);
        long top = values[count - 1];
        System.arraycopy(values, count - size, values, count - size + 1, size - 1);
        values[count - size] = top;
    }

    private static void jump(Cursor at, long distance) {
        at.moveTo(at.position() + distance);
    }

    private void need(int wanted) {
        if (count < wanted) {
            throw new UnreadableException("its location expression takes more from its stack than there is");
        }
    }
}
