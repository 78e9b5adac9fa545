package ringside.cpu.armv7m.mpu;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/**
 * The registers of the memory protection unit. @arm B3.5.4 to B3.5.9
 *
 * <p>Offsets count from 0xE000_ED90. Choices where the manual says UNPREDICTABLE: a region number that does not exist is
 * ignored when it is written; HFNMIENA without ENABLE keeps the MPU off.
 */
public final class Mpu implements Stateful {
    /** MPU_TYPE. */
    public static final int TYPE = 0x00;
    /** MPU_CTRL. */
    public static final int CTRL = 0x04;
    /** MPU_RNR. */
    public static final int RNR = 0x08;
    /** MPU_RBAR; its aliases follow every 8 bytes. */
    public static final int RBAR = 0x0C;
    /** MPU_RASR; its aliases follow every 8 bytes. */
    public static final int RASR = 0x10;

    private static final int LAST = 0x28;
    private static final int RBAR_VALID = 0x10;
    private static final int RASR_WRITABLE = 0x173F_FF3F;

    private final int[] rbar;
    private final int[] rasr;
    private int control;
    private int selected;
    private ProtectionRules rules;

    /** An MPU with so many regions: 0, 8 or 16. */
    public Mpu(int regionCount) {
        rbar = new int[regionCount];
        rasr = new int[regionCount];
        changed();
    }

    /** Back to the state after reset: off, all regions disabled. */
    public void reset() {
        for (int i = 0; i < rbar.length; i++) {
            rbar[i] = 0;
            rasr[i] = 0;
        }
        control = 0;
        selected = 0;
        changed();
    }

    private void changed() {
        List<MpuRegion> regions = new ArrayList<>(rbar.length);
        for (int i = 0; i < rbar.length; i++) {
            regions.add(new MpuRegion(i, rbar[i], rasr[i]));
        }
        rules = new ProtectionRules(regions, control);
    }

    /** The rules that the registers make now. */
    public ProtectionRules rules() {
        return rules;
    }

    /** MPU_RNR. */
    public int selected() {
        return selected;
    }

    /** Whether there is a register at that offset. */
    public static boolean hasRegister(int offset) {
        return offset >= TYPE && offset <= LAST;
    }

    /** Reads a register. Reading has no effects. */
    public int read(int offset) {
        return switch (offset) {
            case TYPE -> rbar.length << 8;
            case CTRL -> control;
            case RNR -> selected;
            default -> readRegion(offset);
        };
    }

    private int readRegion(int offset) {
        if (rbar.length == 0 || !hasRegister(offset)) {
            return 0;
        }
        return isRbar(offset) ? rbar[selected] | selected : rasr[selected];
    }

    /** Whether an offset is RBAR or one of its aliases, rather than RASR or one of its. */
    private static boolean isRbar(int offset) {
        return (offset & 4) == (RBAR & 4);
    }

    /** Writes a register. */
    public void write(int offset, int value) {
        if (rbar.length == 0 || !hasRegister(offset)) {
            return;
        }
        switch (offset) {
            case TYPE -> {}
            case CTRL -> control = value & 7;
            case RNR -> select(value & 0xFF);
            default -> writeRegion(offset, value);
        }
        changed();
    }

    private void writeRegion(int offset, int value) {
        if (isRbar(offset)) {
            if ((value & RBAR_VALID) != 0) {
                select(value & 0xF);
            }
            rbar[selected] = value & ~0x1F;
        } else {
            rasr[selected] = value & RASR_WRITABLE;
        }
    }

    private void select(int region) {
        if (region < rbar.length) {
            selected = region;
        }
    }

    /** The registers as they are, for a processor that runs so. */
    public MpuView view(boolean privileged, boolean negativePriority) {
        return new MpuView(control, selected, rules.regions(), privileged, negativePriority);
    }

    @Override
    public void save(StateWriter out) {
        out.word(control);
        out.word(selected);
        out.words(rbar);
        out.words(rasr);
    }

    @Override
    public void restore(StateReader in) {
        control = in.word();
        selected = in.word();
        in.words(rbar);
        in.words(rasr);
        changed();
    }
}
