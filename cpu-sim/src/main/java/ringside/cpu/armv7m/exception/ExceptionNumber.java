package ringside.cpu.armv7m.exception;

/** The numbers of exceptions and their names. @arm B1.5.2 */
public final class ExceptionNumber {
    public static final int RESET = 1;
    public static final int NMI = 2;
    public static final int HARD_FAULT = 3;
    public static final int MEM_MANAGE = 4;
    public static final int BUS_FAULT = 5;
    public static final int USAGE_FAULT = 6;
    public static final int SV_CALL = 11;
    public static final int DEBUG_MONITOR = 12;
    public static final int PEND_SV = 14;
    public static final int SYS_TICK = 15;
    /** The number of the first external interrupt, IRQ 0. */
    public static final int FIRST_IRQ = 16;

    private static final String[] NAMES = {
        "Thread",
        "Reset",
        "NMI",
        "HardFault",
        "MemManage",
        "BusFault",
        "UsageFault",
        "",
        "",
        "",
        "",
        "SVCall",
        "DebugMonitor",
        "",
        "PendSV",
        "SysTick"
    };

    private ExceptionNumber() {}

    /** The manual's name, such as {@code HardFault} or {@code IRQ 3}; {@code Thread} for 0; empty for reserved numbers. */
    public static String name(int number) {
        return number < FIRST_IRQ ? NAMES[number] : "IRQ " + (number - FIRST_IRQ);
    }

    /** Whether the number stands for an exception of this architecture. */
    public static boolean exists(int number) {
        return number > 0 && !name(number).isEmpty();
    }

    /** Whether software chooses the priority: all but Reset, NMI and HardFault. */
    public static boolean isConfigurable(int number) {
        return number > HARD_FAULT && exists(number);
    }

    /** Whether the exception comes from outside the instruction stream: NMI, PendSV, SysTick and the interrupts. */
    public static boolean isAsynchronous(int number) {
        return number == NMI || number >= PEND_SV;
    }
}
