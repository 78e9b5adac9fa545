package ringside.cpu.x86;

/**
 * The four breakpoints that DR0 to DR3 and DR7 describe, matched against what is executed and accessed. @sdm Vol.3B
 * 17.2.4, 17.2.5
 *
 * <p>Accesses only note that they hit; the step loop turns the hits into a #DB behind the instruction. Every question is
 * cheap while DR7 enables nothing. Of a breakpoint's address the bits below its length do not count.
 */
public final class HardwareBreakpoints {
    /** The conditions in DR7.R/W. */
    private static final int EXECUTION = 0;

    private static final int WRITE = 1;
    private static final int PORT = 2;
    private static final int READ_OR_WRITE = 3;
    /** The lengths in bytes by DR7.LEN. */
    private static final int[] LENGTHS = {1, 2, 8, 4};

    private static final int COUNT = 4;
    private static final int TASK_SWITCH = 1 << 15;

    private final SystemRegisters system;
    private long seen;
    /** Bit c is set if a breakpoint of condition c is enabled. */
    private int conditions;

    private int hits;

    HardwareBreakpoints(SystemRegisters system) {
        this.system = system;
    }

    private int conditions() {
        if (system.dr7 != seen) {
            seen = system.dr7;
            conditions = 0;
            for (int i = 0; i < COUNT; i++) {
                conditions |= isEnabled(i) ? 1 << condition(i) : 0;
            }
        }
        return conditions;
    }

    private boolean isEnabled(int i) {
        return (system.dr7 >>> 2 * i & 3) != 0;
    }

    private int condition(int i) {
        return (int) (system.dr7 >>> 16 + 4 * i) & 3;
    }

    private int length(int i) {
        return LENGTHS[(int) (system.dr7 >>> 18 + 4 * i) & 3];
    }

    private boolean overlaps(int i, long address, int bytes) {
        int length = length(i);
        long start = system.breakpointAddresses[i] & -length;
        return address - start >= 0 && address - start < length || start - address >= 0 && start - address < bytes;
    }

    /** Whether some address of code is a breakpoint. */
    public boolean watchesCode() {
        return (conditions() & 1 << EXECUTION) != 0;
    }

    /** Whether some data is watched. */
    public boolean watchesData() {
        return (conditions() & (1 << WRITE | 1 << READ_OR_WRITE)) != 0;
    }

    /** Whether some port is watched: only while CR4.DE is set. */
    public boolean watchesPorts() {
        return (conditions() & 1 << PORT) != 0 && (system.cr4 & SystemRegisters.CR4_DE) != 0;
    }

    /** The bits B0 to B3 of DR6 for an instruction that begins at a linear address; 0 if it is no breakpoint. */
    public int hitsAt(long linear) {
        int found = 0;
        for (int i = 0; i < COUNT && watchesCode(); i++) {
            boolean here = isEnabled(i) && condition(i) == EXECUTION && system.breakpointAddresses[i] == linear;
            found |= here ? 1 << i : 0;
        }
        return found;
    }

    /** Whether data in a block of memory is watched. */
    boolean touches(long linear, int bytes) {
        for (int i = 0; i < COUNT && watchesData(); i++) {
            if (isEnabled(i) && (condition(i) & WRITE) != 0 && overlaps(i, linear, bytes)) {
                return true;
            }
        }
        return false;
    }

    /** Notes an access to memory. True if it hit. */
    boolean access(long linear, int bytes, boolean write) {
        int before = hits;
        for (int i = 0; i < COUNT && watchesData(); i++) {
            boolean wanted = condition(i) == READ_OR_WRITE || condition(i) == WRITE && write;
            if (isEnabled(i) && wanted && overlaps(i, linear, bytes)) {
                hits |= 1 << i;
            }
        }
        return hits != before;
    }

    /** Notes an access to ports. True if it hit. */
    boolean portAccess(int port, int bytes) {
        int before = hits;
        for (int i = 0; i < COUNT && watchesPorts(); i++) {
            if (isEnabled(i) && condition(i) == PORT && overlaps(i, port, bytes)) {
                hits |= 1 << i;
            }
        }
        return hits != before;
    }

    /** Notes a switch to a task whose T bit is set: DR6.BT. @sdm Vol.3B 17.3.1.5 */
    public void noteTaskSwitch() {
        hits |= TASK_SWITCH;
    }

    /** The bits of DR6 for what was accessed since this was last asked. */
    public int takeHits() {
        int taken = hits;
        hits = 0;
        return taken;
    }
}
