package ringside.cpu.pc;

import java.util.Arrays;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/** The receiver of a 16550: one byte, or a FIFO of sixteen, and the errors of the line status register. */
final class SerialReceiver implements Stateful {
    private static final int SIZE = 16;
    private static final int[] TRIGGERS = {1, 4, 8, 14};
    private static final int READY = 0x01;
    private static final int OVERRUN = 0x02;
    private static final int BREAK = 0x10;
    private static final int ERROR_IN_FIFO = 0x80;

    private final int[] bytes = new int[SIZE];
    private int count;
    private int errors;
    private boolean buffered;
    private int trigger = 1;
    /** Without FIFO the last byte stays to be read again. */
    private int last;

    boolean isBuffered() {
        return buffered;
    }

    void setBuffered(boolean on, int triggerCode) {
        buffered = on;
        trigger = on ? TRIGGERS[triggerCode] : 1;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == (buffered ? SIZE : 1);
    }

    boolean isAtTrigger() {
        return count >= trigger;
    }

    /** Takes a byte off the line. One too many is lost, or without FIFO replaces the one that was not read. */
    void add(int value) {
        if (isFull()) {
            errors |= OVERRUN;
            if (!buffered) {
                bytes[0] = value;
            }
        } else {
            bytes[count++] = value;
        }
    }

    void addBreak() {
        add(0);
        errors |= BREAK;
    }

    int peek() {
        return count == 0 ? last : bytes[0];
    }

    void take() {
        if (count > 0) {
            last = bytes[0];
            System.arraycopy(bytes, 1, bytes, 0, SIZE - 1);
            bytes[SIZE - 1] = 0;
            count--;
        }
    }

    /** The receiver's bits of the line status register. */
    int status() {
        boolean inFifo = buffered && (errors & BREAK) != 0;
        return (count > 0 ? READY : 0) | errors | (inFifo ? ERROR_IN_FIFO : 0);
    }

    void clearErrors() {
        errors = 0;
    }

    void clear() {
        Arrays.fill(bytes, 0);
        count = 0;
    }

    void reset() {
        clear();
        errors = 0;
        last = 0;
        setBuffered(false, 0);
    }

    @Override
    public void save(StateWriter out) {
        out.words(bytes);
        out.byteValue(count);
        out.byteValue(errors);
        out.flag(buffered);
        out.byteValue(trigger);
        out.byteValue(last);
    }

    @Override
    public void restore(StateReader in) {
        in.words(bytes);
        count = in.byteValue();
        errors = in.byteValue();
        buffered = in.flag();
        trigger = in.byteValue();
        last = in.byteValue();
    }
}
