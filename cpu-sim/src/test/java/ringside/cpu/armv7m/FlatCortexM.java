package ringside.cpu.armv7m;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A processor for tests of single instructions: privileged Thread mode, 4 GiB of flat memory without protection, and a
 * record of what an instruction asked of the system.
 */
public final class FlatCortexM extends CortexM {
    private final Map<Integer, Byte> memory = new HashMap<>();
    private int itState;
    private boolean thumb = true;
    private String asked = "";
    private long exclusive = -1;
    private boolean divisionTraps;

    /** Executes one instruction as if it lay at the address, and says where execution goes on. */
    public int execute(ThumbInstruction instruction, int address, int sizeInBytes) {
        r[PC] = address + 4;
        nextPc = address + sizeInBytes;
        try {
            instruction.execute(this);
        } catch (InstructionAbandoned abandoned) {
            nextPc = address;
        }
        return nextPc;
    }

    /** What was asked of the system: {@code svc 5}, {@code undefined} and the like; empty if nothing was. */
    public String asked() {
        return asked;
    }

    /** EPSR.T. */
    public boolean thumb() {
        return thumb;
    }

    /** APSR.Q. */
    public boolean saturated() {
        return q;
    }

    /** Sets a condition flag or Q. */
    public void setFlag(char flag, boolean value) {
        switch (flag) {
            case 'n' -> n = value;
            case 'z' -> z = value;
            case 'c' -> c = value;
            case 'v' -> v = value;
            case 'q' -> q = value;
            default -> throw new IllegalArgumentException("no flag " + flag);
        }
    }

    /**
     * Prepares the system: {@code division.traps}, or {@code exclusive.20000000} for a monitor that watches an address.
     */
    public void arrange(String what) {
        if (what.equals("division.traps")) {
            divisionTraps = true;
        } else if (what.startsWith("exclusive.")) {
            exclusive = Long.parseLong(what.substring(10), 16);
        } else {
            throw new IllegalArgumentException("cannot arrange " + what);
        }
    }

    /** Gives a byte of memory a value. */
    public void setByte(int address, int value) {
        memory.put(address, (byte) value);
    }

    /** A byte of memory, 0 to 255. */
    public int byteAt(int address) {
        return memory.getOrDefault(address, (byte) 0) & 0xFF;
    }

    /** The addresses of bytes that are not 0. */
    public Set<Integer> bytesInUse() {
        Set<Integer> used = new java.util.TreeSet<>(memory.keySet());
        used.removeIf(address -> byteAt(address) == 0);
        return used;
    }

    private int load(int address, int size) {
        int value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | byteAt(address + i);
        }
        return value;
    }

    private void store(int address, int size, int value) {
        for (int i = 0; i < size; i++) {
            setByte(address + i, value >>> 8 * i);
        }
    }

    private InstructionAbandoned fault(String what) {
        asked = what;
        return InstructionAbandoned.INSTANCE;
    }

    private int aligned(int address, int size) {
        if ((address & size - 1) != 0) {
            throw fault("unaligned");
        }
        return address;
    }

    @Override
    public int itState() {
        return itState;
    }

    @Override
    public void setItState(int value) {
        itState = value;
    }

    @Override
    public void bxWritePc(int address) {
        if (address >>> 28 == 0xF) {
            asked = "exception return";
        }
        blxWritePc(address);
    }

    @Override
    public void blxWritePc(int address) {
        thumb = (address & 1) != 0;
        branchWritePc(address);
    }

    @Override
    public int memU32(int address) {
        return load(address, 4);
    }

    @Override
    public int memU16(int address) {
        return load(address, 2);
    }

    @Override
    public int memU8(int address) {
        return byteAt(address);
    }

    @Override
    public void setMemU32(int address, int value) {
        store(address, 4, value);
    }

    @Override
    public void setMemU16(int address, int value) {
        store(address, 2, value);
    }

    @Override
    public void setMemU8(int address, int value) {
        setByte(address, value);
    }

    @Override
    public int memA32(int address) {
        return load(aligned(address, 4), 4);
    }

    @Override
    public void setMemA32(int address, int value) {
        store(aligned(address, 4), 4, value);
    }

    @Override
    public int memA16(int address) {
        return load(aligned(address, 2), 2);
    }

    @Override
    public void setMemA16(int address, int value) {
        store(aligned(address, 2), 2, value);
    }

    @Override
    public int memUUnpriv(int address, int size) {
        asked = "unprivileged";
        return load(address, size);
    }

    @Override
    public void setMemUUnpriv(int address, int size, int value) {
        asked = "unprivileged";
        store(address, size, value);
    }

    @Override
    public void setExclusiveMonitors(int address, int size) {
        exclusive = Integer.toUnsignedLong(address);
    }

    @Override
    public boolean exclusiveMonitorsPass(int address, int size) {
        boolean passes = exclusive == Integer.toUnsignedLong(aligned(address, size));
        exclusive = -1;
        return passes;
    }

    @Override
    public void clearExclusive() {
        exclusive = -1;
        asked = "clrex";
    }

    @Override
    public void callSupervisor(int immediate) {
        asked = "svc " + immediate;
    }

    @Override
    public void breakpoint(int immediate) {
        asked = "bkpt " + immediate;
    }

    @Override
    public void waitForInterrupt() {
        asked = "wfi";
    }

    @Override
    public void waitForEvent() {
        asked = "wfe";
    }

    @Override
    public void sendEvent() {
        asked = "sev";
    }

    @Override
    public boolean isPrivileged() {
        return true;
    }

    @Override
    public int readSpecial(int sysm) {
        asked = "read special " + sysm;
        return 0x5A5A_0000 | sysm;
    }

    @Override
    public void writeSpecial(int sysm, int mask, int value) {
        asked = "write special " + sysm + " mask " + mask + " " + Integer.toHexString(value);
    }

    @Override
    public void changeProcessorState(boolean disable, boolean primask, boolean faultmask) {
        asked = (disable ? "disable" : "enable") + (primask ? " i" : "") + (faultmask ? " f" : "");
    }

    @Override
    public InstructionAbandoned undefined() {
        return fault("undefined");
    }

    @Override
    public InstructionAbandoned noCoprocessor() {
        return fault("no coprocessor");
    }

    @Override
    public boolean integerZeroDivideTrappingEnabled() {
        return divisionTraps;
    }

    @Override
    public InstructionAbandoned generateIntegerZeroDivide() {
        return fault("division by zero");
    }
}
