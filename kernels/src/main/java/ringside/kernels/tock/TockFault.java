package ringside.kernels.tock;

import static ringside.kernels.observe.Structure.number;

import java.util.List;
import ringside.cpu.armv7m.exception.FaultBit;
import ringside.cpu.image.dwarf.TypedValue;
import ringside.kernels.view.TasksView;

/** The fault that the kernel wrote down for a process, in words. @arm B3.2.15 */
final class TockFault {
    private static final int MMARVALID = 1 << 7;
    private static final int BFARVALID = 1 << 15;

    private TockFault() {}

    static TasksView.Fault of(TypedValue process) {
        TypedValue record = process.field("fault").unwrapped();
        int status = (int) number(record, "configurable");
        long address = (status & MMARVALID) != 0
                ? number(record, "memory_address")
                : (status & BFARVALID) != 0 ? number(record, "bus_address") : -1;
        return new TasksView.Fault(words(status, address), address);
    }

    /** What the status register tells: {@code data access not permitted at 2001_0400 (DACCVIOL)}. */
    static String words(int status, long address) {
        List<FaultBit> bits = FaultBit.decode("CFSR", status & ~(MMARVALID | BFARVALID));
        if (bits.isEmpty()) {
            return "fault without a recorded cause";
        }
        FaultBit first = bits.get(0);
        String what = switch (first.name()) {
            case "IACCVIOL" -> "instruction fetch not permitted";
            case "DACCVIOL" -> "data access not permitted";
            case "PRECISERR" -> "nothing answers a data access";
            default -> first.words();
        };
        String where = address < 0 ? "" : " at " + hex(address >>> 16) + "_" + hex(address & 0xFFFF);
        return what + where + " (" + first.name() + ")";
    }

    private static String hex(long half) {
        return Long.toHexString(0x10000 | half).substring(1);
    }
}
