package ringside.cpu.pc;

import ringside.cpu.device.ByteQueue;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/**
 * A keyboard on the line of the controller: its answers to commands, and the keys that were pressed. Answers go first. It
 * sends scan code set 2 unless software chose set 1 of it.   @board IBM AT Technical Reference, Keyboard
 */
final class Keyboard implements Stateful {
    private static final int ACKNOWLEDGE = 0xFA;
    private static final int RESEND = 0xFE;
    private static final int RELEASE = 0xF0;
    private static final int NOTHING = -1;

    private final ByteQueue answers = new ByteQueue();
    private final ByteQueue keys = new ByteQueue();
    private boolean scans = true;
    private int set = 2;
    private int last;
    /** The command whose byte is to come, or {@link #NOTHING}. */
    private int command = NOTHING;

    void type(byte[] text) {
        for (byte b : text) {
            keys.add(KeyCodes.ofCharacter(b & 0xFF));
        }
    }

    void send(byte[] scanCodes) {
        keys.add(scanCodes);
    }

    boolean hasByte() {
        return !answers.isEmpty() || scans && !keys.isEmpty();
    }

    /** The next byte as the keyboard sends it. */
    int take() {
        last = !answers.isEmpty() ? answers.take() : set == 1 ? takeKeyOfSet1() : keys.take();
        return last;
    }

    /** The next byte as a controller that translates passes it on. */
    int takeTranslated() {
        boolean isKey = answers.isEmpty();
        if (isKey && set == 2) {
            last = takeKeyOfSet1();
            return last;
        }
        return KeyCodes.translate(take());
    }

    /** In set 1 a release is one byte with bit 7: its prefix is taken together with its key. */
    private int takeKeyOfSet1() {
        int value = keys.take();
        boolean releases = value == RELEASE && !keys.isEmpty();
        return releases ? KeyCodes.translate(keys.take()) | 0x80 : KeyCodes.translate(value);
    }

    private void answer(int... bytes) {
        for (int value : bytes) {
            answers.add(new byte[] {(byte) value});
        }
    }

    /** A byte from the computer. */
    void command(int value) {
        int expected = command;
        command = NOTHING;
        switch (expected) {
            case NOTHING -> first(value);
            case 0xF0 -> chooseSet(value);
            default -> answer(ACKNOWLEDGE);
        }
    }

    private void chooseSet(int value) {
        if (value == 0) {
            answer(ACKNOWLEDGE, set);
        } else if (value == 1 || value == 2) {
            set = value;
            answer(ACKNOWLEDGE);
        } else {
            answer(RESEND);
        }
    }

    private void first(int value) {
        switch (value) {
            case 0xED, 0xF0, 0xF3 -> {
                command = value;
                answer(ACKNOWLEDGE);
            }
            case 0xEE -> answer(0xEE);
            case 0xF2 -> answer(ACKNOWLEDGE, 0xAB, 0x83);
            case 0xF4 -> {
                scans = true;
                answer(ACKNOWLEDGE);
            }
            case 0xF5 -> {
                scans = false;
                answer(ACKNOWLEDGE);
            }
            case 0xF6 -> answer(ACKNOWLEDGE);
            case 0xFE -> answer(last);
            case 0xFF -> {
                answers.clear();
                set = 2;
                scans = true;
                answer(ACKNOWLEDGE, 0xAA);
            }
            default -> answer(RESEND);
        }
    }

    /** What the computer has not taken yet of the keys stays: someone is still pressing them. */
    void reset() {
        answers.clear();
        scans = true;
        set = 2;
        last = 0;
        command = NOTHING;
    }

    @Override
    public void save(StateWriter out) {
        answers.save(out);
        keys.save(out);
        out.flag(scans);
        out.word(set);
        out.word(last);
        out.word(command);
    }

    @Override
    public void restore(StateReader in) {
        answers.restore(in);
        keys.restore(in);
        scans = in.flag();
        set = in.word();
        last = in.word();
        command = in.word();
    }
}
