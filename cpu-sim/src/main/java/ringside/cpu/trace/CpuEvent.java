package ringside.cpu.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An event that the processor or a device saw by itself, read out of a {@link TraceRing}. */
public sealed interface CpuEvent extends Event {

    /** The kind as a constant. */
    CpuEventKind cpuKind();

    @Override
    default String kind() {
        return cpuKind().label();
    }

    @Override
    default String task() {
        return null;
    }

    /** Reads one waiting record. */
    static CpuEvent read(TraceRing ring, int index) {
        long mark = ring.mark(index);
        long a = ring.argument(index, 0);
        long b = ring.argument(index, 1);
        long c = ring.argument(index, 2);
        long d = ring.argument(index, 3);
        return switch (ring.kind(index)) {
            case EXCEPTION_ENTRY ->
                new ExceptionEntry(mark, (int) a, b, c, d != 0, (int) ring.argument(index, 4), ring.argument(index, 5));
            case EXCEPTION_RETURN -> new ExceptionReturn(mark, (int) a, b, c, d != 0);
            case INTERRUPT_PEND -> new InterruptPend(mark, (int) a);
            case FAULT -> new Fault(mark, (int) a, b, c, d);
            case MPU_UPDATE -> new MpuUpdate(mark, (int) a, b, (int) c);
            case CONSOLE -> new Console(mark, (int) a, (int) b);
            case PROBE ->
                new Probe(
                        mark,
                        (int) a,
                        b,
                        c,
                        d,
                        ring.argument(index, 4),
                        ring.argument(index, 5),
                        ring.argument(index, 6));
            case SLEEP -> new Sleep(mark, (int) a);
            case WAKE -> new Wake(mark, a);
            case MODE_CHANGE -> new ModeChange(mark, (int) a, (int) b);
            case INPUT -> new InputArrived(mark, (int) a, (int) b);
            case PROCESSOR_MODE -> new ProcessorMode(mark, (int) a, (int) b, (int) c, (int) d);
            case ADDRESS_SPACE_SWITCH -> new AddressSpaceSwitch(mark, a, b);
            case TLB_FLUSH -> new TlbFlush(mark, a != 0, b);
        };
    }

    /**
     * An exception was taken.
     *
     * @param errorCode the error code; 0 or -1 if it has none
     * @param address what the error code is about, if it is about an address
     */
    record ExceptionEntry(
            long mark,
            int number,
            long returnAddress,
            long stackPointer,
            boolean fromPrivileged,
            int errorCode,
            long address)
            implements CpuEvent {
        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.EXCEPTION_ENTRY;
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> detail =
                    details("number", number, "returnAddress", hex(returnAddress), "fromPrivileged", fromPrivileged);
            if (errorCode > 0 || address != 0) {
                if (errorCode >= 0) {
                    detail.put("errorCode", hex(errorCode));
                }
                detail.put("address", hex(address));
            }
            return detail;
        }
    }

    /**
     * An exception returned, or chained to the next one.
     *
     * @param number which ended, or -1: an x86 processor does not know
     * @param excReturn EXC_RETURN, or on x86 the ring returned to
     */
    record ExceptionReturn(long mark, int number, long address, long excReturn, boolean tailChained)
            implements CpuEvent {
        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.EXCEPTION_RETURN;
        }

        @Override
        public Map<String, Object> detail() {
            if (number < 0) {
                return details("address", hex(address), "ring", excReturn);
            }
            return details(
                    "number", number, "address", hex(address), "excReturn", hex(excReturn), "tailChained", tailChained);
        }
    }

    /** An exception became pending. */
    record InterruptPend(long mark, int number) implements CpuEvent {
        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.INTERRUPT_PEND;
        }

        @Override
        public Map<String, Object> detail() {
            return details("number", number);
        }
    }

    /** A fault was recognised. */
    record Fault(long mark, int number, long status, long address, long instruction) implements CpuEvent {
        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.FAULT;
        }

        @Override
        public Map<String, Object> detail() {
            return details(
                    "number", number, "status", hex(status), "address", hex(address), "instruction", hex(instruction));
        }
    }

    /** A register of the MPU was written. */
    record MpuUpdate(long mark, int register, long value, int region) implements CpuEvent {
        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.MPU_UPDATE;
        }

        @Override
        public Map<String, Object> detail() {
            return details("register", hex(register), "value", hex(value), "region", region);
        }
    }

    /** A port sent a byte to the outside. */
    record Console(long mark, int port, int value) implements CpuEvent {
        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.CONSOLE;
        }

        @Override
        public Map<String, Object> detail() {
            return details("port", port, "byte", value);
        }
    }

    /** Execution reached a static probe; up to six of its arguments were read. */
    record Probe(long mark, int probe, long first, long second, long third, long fourth, long fifth, long sixth)
            implements CpuEvent {
        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.PROBE;
        }

        /** One of the probe's arguments, 0 to 5. */
        public long argument(int index) {
            return switch (index) {
                case 0 -> first;
                case 1 -> second;
                case 2 -> third;
                case 3 -> fourth;
                case 4 -> fifth;
                default -> sixth;
            };
        }

        @Override
        public Map<String, Object> detail() {
            return details(
                    "probe", probe, "first", first, "second", second, "third", third, "fourth", fourth, "fifth", fifth,
                    "sixth", sixth);
        }
    }

    /** The processor went to sleep. */
    record Sleep(long mark, int way) implements CpuEvent {
        private static final List<String> INSTRUCTIONS = List.of("wfi", "wfe", "hlt");

        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.SLEEP;
        }

        @Override
        public Map<String, Object> detail() {
            return details("instruction", INSTRUCTIONS.get(way));
        }
    }

    /** The processor woke up. */
    record Wake(long mark, long cycles) implements CpuEvent {
        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.WAKE;
        }

        @Override
        public Map<String, Object> detail() {
            return details("cycles", cycles);
        }
    }

    /** Thread mode changed its privilege or its stack. */
    record ModeChange(long mark, int before, int after) implements CpuEvent {
        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.MODE_CHANGE;
        }

        @Override
        public Map<String, Object> detail() {
            return details(
                    "before",
                    hex(before),
                    "after",
                    hex(after),
                    "privileged",
                    (after & 1) == 0,
                    "stack",
                    (after & 2) == 0 ? "msp" : "psp");
        }
    }

    /** Input from outside arrived at a port. */
    record InputArrived(long mark, int port, int bytes) implements CpuEvent {
        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.INPUT;
        }

        @Override
        public Map<String, Object> detail() {
            return details("port", port, "bytes", bytes);
        }
    }

    /** Mode or ring of an x86 processor changed. */
    record ProcessorMode(long mark, int modeBefore, int modeAfter, int ringBefore, int ringAfter) implements CpuEvent {
        private static final List<String> MODES =
                List.of("real", "protected-16", "protected-32", "compatibility", "long-64", "virtual-8086");

        /** The name of a mode by its number. */
        public static String nameOf(int mode) {
            return MODES.get(mode);
        }

        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.PROCESSOR_MODE;
        }

        @Override
        public Map<String, Object> detail() {
            return details(
                    "mode",
                    nameOf(modeAfter),
                    "ring",
                    ringAfter,
                    "modeBefore",
                    nameOf(modeBefore),
                    "ringBefore",
                    ringBefore);
        }
    }

    /** Another root of page tables took effect. */
    record AddressSpaceSwitch(long mark, long before, long after) implements CpuEvent {
        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.ADDRESS_SPACE_SWITCH;
        }

        @Override
        public Map<String, Object> detail() {
            return details("before", hex(before), "after", hex(after));
        }
    }

    /** Translations were forgotten: those of one address, or all of an address space. */
    record TlbFlush(long mark, boolean onePage, long address) implements CpuEvent {
        @Override
        public CpuEventKind cpuKind() {
            return CpuEventKind.TLB_FLUSH;
        }

        @Override
        public Map<String, Object> detail() {
            return onePage ? details("what", "page", "address", hex(address)) : details("what", "all");
        }
    }

    private static String hex(long value) {
        return Long.toHexString(value);
    }

    private static Map<String, Object> details(Object... namesAndValues) {
        Map<String, Object> detail = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            detail.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return detail;
    }
}
