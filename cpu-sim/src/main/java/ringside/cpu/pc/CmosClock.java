package ringside.cpu.pc;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import ringside.cpu.bus.InterruptLine;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Alarm;
import ringside.cpu.time.Clock;

/**
 * The clock and the battery-backed memory of a PC: index port 0, data port 1. Bit 7 of the index holds the non-maskable
 * interrupt back.
 *
 * <p>The date is a number of seconds since 1970 that goes on with virtual time; it is split into fields when software
 * looks. In the last 244 microseconds of a second bit UIP says that it is about to change.   @board MC146818A (Motorola)
 */
public final class CmosClock implements PortDevice {
    /** Every machine is switched on at the first second of 2026 (UTC). */
    public static final long START = 1_767_225_600L;

    private static final int INDEX = 0;
    private static final int NMI_OFF = 0x80;
    private static final int SECONDS = 0;
    private static final int REGISTER_A = 10;
    private static final int REGISTER_B = 11;
    private static final int REGISTER_C = 12;
    private static final int REGISTER_D = 13;
    private static final int CENTURY = 0x32;
    private static final int UPDATING = 0x80;
    private static final int VALID = 0x80;
    private static final int SET = 0x80;
    private static final int PERIODIC = 0x40;
    private static final int ALARM = 0x20;
    private static final int UPDATED = 0x10;
    private static final int BINARY = 0x04;
    private static final int HOURS_24 = 0x02;
    private static final int INTERRUPTING = 0x80;
    private static final int ANY = 0xC0;
    private static final long CRYSTAL = 32_768;

    private static final RegisterMap REGISTERS = RegisterMap.of(
            "MC146818A",
            Register.at(0, "INDEX", Access.READ_WRITE, 0, "Selected byte").bit(7, "NMI", "non-maskable interrupt off"),
            at(1, "DATE", "Year, month and day in hexadecimal digits"),
            at(2, "TIME", "Hour, minute and second in hexadecimal digits"),
            at(3, "A", "Divider and rate").bit(7, "UIP", "about to change").field(3, 0, "RS", "periodic rate"),
            at(4, "B", "Mode")
                    .bit(7, "SET", "the time stands still")
                    .bit(6, "PIE", "periodic interrupt")
                    .bit(5, "AIE", "alarm interrupt")
                    .bit(4, "UIE", "update interrupt")
                    .bit(2, "DM", "binary")
                    .bit(1, "24H", "24 hours"),
            at(5, "C", "Interrupts since it was last read")
                    .bit(7, "IRQF", "interrupting")
                    .bit(6, "PF", "periodic")
                    .bit(5, "AF", "alarm")
                    .bit(4, "UF", "updated"));

    private final String name;
    private final Clock clock;
    private final long clockHertz;
    private final InterruptLine interrupt;
    private final NonMaskableLine nonMaskable;
    private final Oscillator oscillator;
    private final Alarm second;
    private final Alarm period;
    private final byte[] memory = new byte[128];
    private int index = NMI_OFF;
    /** Seconds since 1970 at {@link #since}, or now while SET is on. */
    private long time;

    private long since;
    /** What the time and the count of periods were when register C was last read. */
    private long seenTime;

    private long seenPeriods;

    /**
     * Makes the clock.
     *
     * @param memoryBytes the size of the main memory, which firmware leaves in the battery-backed memory
     */
    public CmosClock(
            String name,
            Clock clock,
            long clockHertz,
            long memoryBytes,
            InterruptLine interrupt,
            NonMaskableLine nonMaskable) {
        this.name = name;
        this.nonMaskable = nonMaskable;
        this.clock = clock;
        this.clockHertz = clockHertz;
        this.interrupt = interrupt;
        oscillator = new Oscillator(clock, clockHertz, CRYSTAL);
        second = clock.alarm(name + ".second", this::update);
        period = clock.alarm(name + ".period", this::tick);
        CmosMemory.fill(memory, memoryBytes);
        memory[REGISTER_A] = 0x26;
        memory[REGISTER_B] = HOURS_24;
        memory[REGISTER_D] = (byte) VALID;
        time = START;
        seenTime = START;
    }

    private static Register at(int index, String name, String meaning) {
        return Register.at(1 << 8 | 4 * index, name, Access.READ_WRITE, 0, meaning);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RegisterMap registers() {
        return REGISTERS;
    }

    @Override
    public int shownValue(Register register) {
        LocalDateTime date = date();
        return switch (register.offset() >>> 2 & 0x3F) {
            case 0 -> index;
            case 1 ->
                decimal(date.getYear()) << 16 | decimal(date.getMonthValue()) << 8 | decimal(date.getDayOfMonth());
            case 2 -> decimal(date.getHour()) << 16 | decimal(date.getMinute()) << 8 | decimal(date.getSecond());
            case 3 -> value(REGISTER_A);
            case 4 -> value(REGISTER_B);
            default -> value(REGISTER_C);
        };
    }

    // ---- time ----

    private boolean is(int bit) {
        return (memory[REGISTER_B] & bit) != 0;
    }

    private long now() {
        return is(SET) ? time : time + (clock.cycles() - since) / clockHertz;
    }

    private LocalDateTime date() {
        return LocalDateTime.ofEpochSecond(now(), 0, ZoneOffset.UTC);
    }

    /** Begins to count from a time. The second that has begun goes on. */
    private void setTime(long seconds) {
        if (!is(SET)) {
            since += (clock.cycles() - since) / clockHertz * clockHertz;
        }
        time = seconds;
    }

    private boolean isUpdating() {
        long inSecond = (clock.cycles() - since) % clockHertz;
        return !is(SET) && clockHertz - inSecond <= clockHertz * 8 / CRYSTAL;
    }

    private static int decimal(int value) {
        return Integer.parseInt(Integer.toString(value), 16);
    }

    private int shown(int value) {
        return is(BINARY) ? value : decimal(value);
    }

    private int hour(int hour) {
        if (is(HOURS_24)) {
            return shown(hour);
        }
        return shown((hour + 11) % 12 + 1) | (hour >= 12 ? 0x80 : 0);
    }

    // ---- bytes ----

    private int value(int number) {
        LocalDateTime date = date();
        return switch (number) {
            case SECONDS -> shown(date.getSecond());
            case 2 -> shown(date.getMinute());
            case 4 -> hour(date.getHour());
            case 6 -> shown(date.getDayOfWeek().getValue() % 7 + 1);
            case 7 -> shown(date.getDayOfMonth());
            case 8 -> shown(date.getMonthValue());
            case 9 -> shown(date.getYear() % 100);
            case CENTURY -> shown(date.getYear() / 100);
            case REGISTER_C -> flags();
            case REGISTER_A -> memory[REGISTER_A] & 0x7F | (isUpdating() ? UPDATING : 0);
            default -> memory[number] & 0xFF;
        };
    }

    /** Register C: what has happened since it was read, whether or not it interrupts. */
    private int flags() {
        int updated = now() == seenTime ? 0 : UPDATED;
        int periodic = rateTicks() == 0 || periods() == seenPeriods ? 0 : PERIODIC;
        return memory[REGISTER_C] & 0xFF | updated | periodic;
    }

    private long periods() {
        return rateTicks() == 0 ? 0 : oscillator.ticks() / rateTicks();
    }

    /** Rates 3 to 15 are 8,192 to 2 times a second; 1 and 2 are those of 8 and 9; 0 is none. */
    private int rateTicks() {
        int rate = memory[REGISTER_A] & 15;
        return rate == 0 ? 0 : 1 << (rate <= 2 ? rate + 6 : rate - 1);
    }

    @Override
    public int peek(int offset) {
        return offset == INDEX ? 0xFF : value(index & 0x7F);
    }

    @Override
    public int in(int offset) {
        int value = peek(offset);
        if (offset != INDEX && (index & 0x7F) == REGISTER_C) {
            memory[REGISTER_C] = 0;
            seenTime = now();
            seenPeriods = periods();
            drive();
        }
        return value;
    }

    @Override
    public void out(int offset, int value) {
        if (offset == INDEX) {
            select(value);
            return;
        }
        int number = index & 0x7F;
        switch (number) {
            case SECONDS, 2, 4, 7, 8, 9, CENTURY -> setField(number, value);
            case REGISTER_A -> {
                memory[REGISTER_A] = (byte) (value & 0x7F);
                seenPeriods = periods();
                schedule();
            }
            case REGISTER_B -> setMode(value);
            case 6, REGISTER_C, REGISTER_D -> {
                // The day of the week follows the date; C and D are not written.
            }
            default -> {
                memory[number] = (byte) value;
                schedule();
            }
        }
    }

    private void select(int value) {
        index = value;
        nonMaskable.setHeldBack((value & NMI_OFF) != 0);
    }

    private void setMode(int value) {
        long present = now();
        boolean starts = is(SET) && (value & SET) == 0;
        memory[REGISTER_B] = (byte) value;
        if (starts || is(SET)) {
            time = present;
            since = clock.cycles();
        }
        drive();
        schedule();
    }

    private void setField(int number, int written) {
        int plain = number == 4 && !is(HOURS_24) ? written & 0x7F : written;
        int value = is(BINARY) ? plain : (plain >>> 4) * 10 + (plain & 15);
        if (number == 4 && !is(HOURS_24)) {
            value = value % 12 + ((written & 0x80) != 0 ? 12 : 0);
        }
        LocalDateTime date = date();
        // A field out of range is brought into it, where the chip would count on from nonsense.
        LocalDateTime changed = switch (number) {
            case SECONDS -> date.withSecond(value % 60);
            case 2 -> date.withMinute(value % 60);
            case 4 -> date.withHour(value % 24);
            case 7 -> date.withDayOfMonth(1).plusDays(Math.max(1, Math.min(31, value)) - 1L);
            case 8 -> date.withMonth(Math.max(1, Math.min(12, value)));
            case 9 -> date.withYear(date.getYear() / 100 * 100 + value % 100);
            default -> date.withYear(value % 100 * 100 + date.getYear() % 100);
        };
        setTime(changed.toEpochSecond(ZoneOffset.UTC));
        schedule();
    }

    // ---- interrupts ----

    private void schedule() {
        boolean seconds = !is(SET) && (is(ALARM) || is(UPDATED));
        set(second, seconds, clockHertz - (clock.cycles() - since) % clockHertz);
        set(period, is(PERIODIC) && rateTicks() != 0, nextPeriod());
    }

    private static void set(Alarm alarm, boolean wanted, long cycles) {
        if (wanted) {
            alarm.setAfter(cycles);
        } else if (alarm.isSet()) {
            alarm.cancel();
        }
    }

    private long nextPeriod() {
        return rateTicks() == 0 ? 1 : oscillator.cyclesUntil((periods() + 1) * rateTicks());
    }

    private void update() {
        flag(UPDATED);
        if (alarmMatches(1, SECONDS) && alarmMatches(3, 2) && alarmMatches(5, 4)) {
            flag(ALARM);
        }
        drive();
        schedule();
    }

    private boolean alarmMatches(int alarmByte, int timeByte) {
        int wanted = memory[alarmByte] & 0xFF;
        return (wanted & ANY) == ANY || wanted == value(timeByte);
    }

    private void tick() {
        flag(PERIODIC);
        drive();
        schedule();
    }

    private void flag(int bit) {
        memory[REGISTER_C] |= (byte) bit;
    }

    private void drive() {
        int active = memory[REGISTER_C] & memory[REGISTER_B] & (PERIODIC | ALARM | UPDATED);
        memory[REGISTER_C] = (byte) (memory[REGISTER_C] & 0x7F | (active != 0 ? INTERRUPTING : 0));
        interrupt.set(active != 0);
    }

    // ---- state ----

    /** A battery keeps time and memory; a reset ends the interrupts. */
    @Override
    public void reset() {
        select(NMI_OFF);
        memory[REGISTER_B] &= (byte) ~(PERIODIC | ALARM | UPDATED);
        memory[REGISTER_C] = 0;
        drive();
        schedule();
    }

    @Override
    public void save(StateWriter out) {
        out.byteValue(index);
        out.doubleword(time);
        out.doubleword(since);
        out.doubleword(seenTime);
        out.doubleword(seenPeriods);
        out.block(memory);
    }

    @Override
    public void restore(StateReader in) {
        index = in.byteValue();
        time = in.doubleword();
        since = in.doubleword();
        seenTime = in.doubleword();
        seenPeriods = in.doubleword();
        System.arraycopy(in.block(), 0, memory, 0, memory.length);
    }
}
