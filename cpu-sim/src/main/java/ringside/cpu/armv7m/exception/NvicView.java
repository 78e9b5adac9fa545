package ringside.cpu.armv7m.exception;

import java.util.ArrayList;
import java.util.List;

/**
 * The exceptions as they are.
 *
 * @param exceptions every exception of the processor, by number
 * @param current the exception whose handler runs, 0 in Thread mode
 * @param executionPriority what a new exception must be better (lower) than; 256 is the lowest
 * @param next the pending and enabled exception that comes first, or 0
 * @param nextIsTakable whether it is better than the execution priority
 * @param primask PRIMASK
 * @param faultmask FAULTMASK
 * @param basepri BASEPRI
 * @param priorityGroup AIRCR.PRIGROUP
 * @param faults the fault status
 */
public record NvicView(
        List<Entry> exceptions,
        int current,
        int executionPriority,
        int next,
        boolean nextIsTakable,
        boolean primask,
        boolean faultmask,
        int basepri,
        int priorityGroup,
        Faults faults) {

    /**
     * One exception.
     *
     * @param number its number
     * @param name its name
     * @param enabled whether it can be taken when it is pending
     * @param pending whether it waits
     * @param active whether its handler runs or was pre-empted
     * @param line whether the line of an interrupt is high
     * @param priority its priority; lower comes first
     * @param groupPriority the part of it that decides about pre-emption
     */
    public record Entry(
            int number,
            String name,
            boolean enabled,
            boolean pending,
            boolean active,
            boolean line,
            int priority,
            int groupPriority) {}

    /**
     * The fault status registers.
     *
     * @param bits the bits that are set, in words
     */
    public record Faults(int cfsr, int hfsr, int dfsr, int mmfar, int bfar, List<FaultBit> bits) {
        /** Copies the list. */
        public Faults {
            bits = List.copyOf(bits);
        }

        /** Whether MMFAR holds the address of a fault. */
        public boolean isMmfarValid() {
            return (cfsr & FaultStatus.MMARVALID) != 0;
        }

        /** Whether BFAR holds the address of a fault. */
        public boolean isBfarValid() {
            return (cfsr & FaultStatus.BFARVALID) != 0;
        }

        /** Reads the registers. */
        public static Faults read(FaultStatus status) {
            List<FaultBit> bits = new ArrayList<>(FaultBit.decode("CFSR", status.cfsr()));
            bits.addAll(FaultBit.decode("HFSR", status.hfsr()));
            bits.addAll(FaultBit.decode("DFSR", status.dfsr()));
            return new Faults(status.cfsr(), status.hfsr(), status.dfsr(), status.mmfar(), status.bfar(), bits);
        }
    }

    /** Copies the list. */
    public NvicView {
        exceptions = List.copyOf(exceptions);
    }

    /** Reads the controller. */
    public static NvicView read(Nvic nvic, FaultStatus faults, int current) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i < nvic.count(); i++) {
            if (ExceptionNumber.exists(i)) {
                entries.add(new Entry(
                        i,
                        ExceptionNumber.name(i),
                        nvic.isEnabled(i),
                        nvic.isPending(i),
                        nvic.isActive(i),
                        nvic.isLineHigh(i),
                        nvic.priority(i),
                        nvic.groupPriority(i)));
            }
        }
        return new NvicView(
                entries,
                current,
                nvic.executionPriority(),
                nvic.bestPending(),
                nvic.isTakable(),
                nvic.primask(),
                nvic.faultmask(),
                nvic.basepri(),
                nvic.priorityGroup(),
                Faults.read(faults));
    }
}
