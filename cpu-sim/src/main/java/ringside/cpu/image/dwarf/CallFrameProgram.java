package ringside.cpu.image.dwarf;

import java.util.ArrayDeque;
import java.util.Deque;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.Cursor;

/** Runs the instructions of an entry up to an address.   @dwarf 5, 6.4.2 and 7.24 */
final class CallFrameProgram {
    private static final int ADVANCE = 1;
    private static final int OFFSET = 2;
    private static final int RESTORE = 3;
    private static final int MOST_REMEMBERED = 64;

    private final CallFrameEntry.Common common;
    private final long target;
    private final Deque<CallFrameRow> remembered = new ArrayDeque<>();
    private CallFrameRow row = new CallFrameRow();
    private CallFrameRow initial = new CallFrameRow();
    private long address;

    private CallFrameProgram(CallFrameEntry entry, long target) {
        common = entry.common();
        this.target = target;
        address = entry.range().start();
    }

    /** The row that holds at an address within the entry's range. */
    static CallFrameRow rowAt(CallFrameEntry entry, long target) {
        CallFrameProgram run = new CallFrameProgram(entry, target);
        run.run(entry.common().instructions());
        run.initial = run.row.copy();
        run.run(entry.instructions());
        return run.row;
    }

    private void run(Bytes instructions) {
        Cursor at = instructions.cursor(0);
        while (!at.atEnd() && Long.compareUnsigned(address, target) <= 0) {
            int code = at.u8();
            int low = code & 0x3F;
            switch (code >> 6) {
                case ADVANCE -> advance(low);
                case OFFSET -> row.set(low, new CallFrameRule.SavedAt(at.uleb() * common.dataAlignment()));
                case RESTORE -> row.restore(low, initial);
                default -> other(low, at);
            }
        }
    }

    /** Rows hold up to the next address; one behind the wanted address ends the run. */
    private void advance(long steps) {
        address += steps * common.codeAlignment();
    }

    private void other(int code, Cursor at) {
        switch (code) {
            case 0x00 -> {} // nop
            case 0x01 -> address = at.unsigned(common.addressSize());
            case 0x02 -> advance(at.u8());
            case 0x03 -> advance(at.u16());
            case 0x04 -> advance(at.u32());
            case 0x05 -> row.set(at.ulebInt(), new CallFrameRule.SavedAt(at.uleb() * common.dataAlignment()));
            case 0x06 -> row.restore(at.ulebInt(), initial);
            case 0x07 -> row.set(at.ulebInt(), new CallFrameRule.Undefined());
            case 0x08 -> row.set(at.ulebInt(), new CallFrameRule.Same());
            case 0x09 -> row.set(at.ulebInt(), new CallFrameRule.InRegister(at.uleb()));
            case 0x0A -> remember(at);
            case 0x0B -> row = restoreAll(at);
            case 0x0C -> row.setFrame(at.uleb(), at.uleb());
            case 0x0D -> row.setFrame(at.uleb(), row.frameOffset());
            case 0x0E -> row.setFrame(row.frameRegister(), at.uleb());
            case 0x0F -> row.setFrame(at.take(at.uleb()));
            case 0x10 -> row.set(at.ulebInt(), new CallFrameRule.SavedAtExpression(at.take(at.uleb())));
            case 0x11 -> row.set(at.ulebInt(), new CallFrameRule.SavedAt(at.sleb() * common.dataAlignment()));
            case 0x12 -> row.setFrame(at.uleb(), at.sleb() * common.dataAlignment());
            case 0x13 -> row.setFrame(row.frameRegister(), at.sleb() * common.dataAlignment());
            case 0x14 -> row.set(at.ulebInt(), new CallFrameRule.FrameAddress(at.uleb() * common.dataAlignment()));
            case 0x15 -> row.set(at.ulebInt(), new CallFrameRule.FrameAddress(at.sleb() * common.dataAlignment()));
            case 0x16 -> row.set(at.ulebInt(), new CallFrameRule.FromExpression(at.take(at.uleb())));
            case 0x2E -> at.uleb(); // GNU: the size of the arguments
            default -> throw at.bad("frame information has the unknown instruction 0x" + Integer.toHexString(code));
        }
    }

    private void remember(Cursor at) {
        if (remembered.size() == MOST_REMEMBERED) {
            throw at.bad("frame information remembers more than it ever uses");
        }
        remembered.push(row.copy());
    }

    private CallFrameRow restoreAll(Cursor at) {
        if (remembered.isEmpty()) {
            throw at.bad("frame information restores what it did not remember");
        }
        return remembered.pop();
    }
}
