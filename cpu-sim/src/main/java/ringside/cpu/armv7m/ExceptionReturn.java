package ringside.cpu.armv7m;

/** The EXC_RETURN values: what stands in LR while a handler runs. @arm B1.5.8 Table B1-8 */
final class ExceptionReturn {
    static final int TO_HANDLER = 0xFFFF_FFF1;
    static final int TO_THREAD_ON_MSP = 0xFFFF_FFF9;
    static final int TO_THREAD_ON_PSP = 0xFFFF_FFFD;

    private ExceptionReturn() {}

    /** Whether a branch to this address in Handler mode is an exception return. */
    static boolean isReturn(int address) {
        return address >>> 28 == 0xF;
    }

    /** Whether it is one of the values that the manual defines. */
    static boolean isLegal(int value) {
        return value == TO_HANDLER || value == TO_THREAD_ON_MSP || value == TO_THREAD_ON_PSP;
    }

    static boolean toHandler(int value) {
        return (value & 8) == 0;
    }

    static boolean onProcessStack(int value) {
        return (value & 4) != 0;
    }
}
