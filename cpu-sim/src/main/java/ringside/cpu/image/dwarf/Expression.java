package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.Cursor;
import ringside.cpu.image.UnreadableException;

/**
 * Evaluates a location expression.   @dwarf 5, 2.5 and 2.6
 *
 * <p>How it works: a stack of numbers; operations that describe a place instead of a number end a piece. Numbers wrap at
 * the size of an address, but for those that a conversion gave a type of their own.
 */
final class Expression {
    private static final int MOST_STEPS = 10_000;
    private static final int DEEPEST_STACK = 256;

    private static final int ADDR = 0x03;
    private static final int LIT0 = 0x30;
    private static final int REG0 = 0x50;
    private static final int BREG0 = 0x70;
    private static final int REGX = 0x90;
    private static final int FBREG = 0x91;
    private static final int BREGX = 0x92;
    private static final int PIECE = 0x93;
    private static final int BIT_PIECE = 0x9D;
    private static final int IMPLICIT_VALUE = 0x9E;
    private static final int STACK_VALUE = 0x9F;
    private static final int IMPLICIT_POINTER = 0xA0;
    private static final int ADDRX = 0xA1;
    private static final int ENTRY_VALUE = 0xA3;
    private static final int GNU_PUSH_TLS_ADDRESS = 0xE0;
    private static final int FORM_TLS_ADDRESS = 0x9B;
    private static final int CALL_FRAME_CFA = 0x9C;
    private static final int GNU_IMPLICIT_POINTER = 0xF2;
    private static final int GNU_ENTRY_VALUE = 0xF3;
    private static final int GNU_ADDR_INDEX = 0xFB;

    private final ExpressionContext context;
    private final ExpressionStack stack;
    private final Cursor at;
    private final List<Location.Piece> pieces = new ArrayList<>();
    private Location place;

    private Expression(Bytes expression, ExpressionContext context) {
        this.context = context;
        at = expression.cursor(0);
        stack = new ExpressionStack(context, DEEPEST_STACK);
    }

    /** Where the expression says that the variable is. */
    static Location evaluate(Bytes expression, ExpressionContext context) {
        if (expression.isEmpty()) {
            return new Location.OptimisedOut("the compiler kept no copy here");
        }
        try {
            return new Expression(expression, context).run();
        } catch (UnreadableException e) {
            return new Location.OptimisedOut(e.getMessage());
        }
    }

    /** The number that an expression leaves on a stack that begins with some numbers, as unwinding rules do. */
    static long number(Bytes expression, ExpressionContext context, long... first) {
        Expression run = new Expression(expression, context);
        for (long value : first) {
            run.stack.push(value);
        }
        run.run();
        return run.stack.pop();
    }

    /** Whether an expression begins with the address of a variable that is always there. */
    static boolean isStatic(Bytes expression) {
        int first = expression.isEmpty() ? 0 : expression.u8(0);
        return first == ADDR || first == ADDRX || first == GNU_ADDR_INDEX;
    }

    private Location run() {
        for (int steps = 0; !at.atEnd(); steps++) {
            if (steps > MOST_STEPS) {
                throw at.bad("a location expression does not end");
            }
            step(at.u8());
        }
        if (!pieces.isEmpty()) {
            return new Location.InPieces(pieces);
        }
        return currentPlace();
    }

    private Location currentPlace() {
        if (place != null) {
            return place;
        }
        return stack.isEmpty()
                ? new Location.OptimisedOut("the compiler kept no copy here")
                : new Location.InMemory(stack.topAddress());
    }

    private void step(int operation) {
        if (operation >= REG0 && operation < REG0 + 32) {
            place = new Location.InRegister(context.register(operation - REG0));
        } else if (operation >= BREG0 && operation < BREG0 + 32) {
            long base = context.registers().read(context.register(operation - BREG0));
            stack.push(base + at.sleb());
        } else if (operation >= LIT0 && operation < LIT0 + 32) {
            stack.push(operation - LIT0);
        } else if (!stepPlace(operation)) {
            stack.step(operation, at);
        }
    }

    /** Operations that name a place, or use the frame. */
    private boolean stepPlace(int operation) {
        switch (operation) {
            case REGX -> place = new Location.InRegister(context.register(at.uleb()));
            case FBREG -> stack.push(frameBase() + at.sleb());
            case BREGX -> {
                long base = context.registers().read(context.register(at.uleb()));
                stack.push(base + at.sleb());
            }
            case PIECE -> endPiece(at.uleb());
            case BIT_PIECE -> {
                long bits = at.uleb();
                if (at.uleb() != 0 || (bits & 7) != 0) {
                    throw new UnreadableException("it lies in single bits of several places");
                }
                endPiece(bits >>> 3);
            }
            case IMPLICIT_VALUE -> {
                List<Byte> bytes = new ArrayList<>();
                for (byte b : at.take(at.uleb()).toArray()) {
                    bytes.add(b);
                }
                place = new Location.Constant(bytes);
            }
            case STACK_VALUE -> place = new Location.Computed(stack.pop());
            case CALL_FRAME_CFA ->
                stack.push(context.canonicalFrameAddress()
                        .orElseThrow(() -> new UnreadableException("there is no frame information for this code")));
            case ENTRY_VALUE, GNU_ENTRY_VALUE ->
                throw new UnreadableException("it was in a register when the function began, and is not kept");
            case IMPLICIT_POINTER, GNU_IMPLICIT_POINTER ->
                throw new UnreadableException("it points to something that the compiler removed");
            case FORM_TLS_ADDRESS, GNU_PUSH_TLS_ADDRESS ->
                throw new UnreadableException("it belongs to a thread, and threads are not known");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void endPiece(long size) {
        boolean isGone = place == null && stack.isEmpty();
        Location where = isGone ? new Location.OptimisedOut("this part was removed") : currentPlace();
        if (place == null && !isGone) {
            stack.pop();
        }
        pieces.add(new Location.Piece(where, size));
        place = null;
    }

    private long frameBase() {
        Bytes base = context.frameBase()
                .orElseThrow(() -> new UnreadableException("the function does not say where its variables are"));
        Location location = evaluate(base, context.withoutFrameBase());
        if (location instanceof Location.InRegister register) {
            return context.registers().read(register.name());
        }
        if (location instanceof Location.InMemory memory) {
            return memory.address();
        }
        if (location instanceof Location.Computed computed) {
            return computed.value();
        }
        throw new UnreadableException(location.text());
    }
}
