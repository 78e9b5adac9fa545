package ringside.cpu.armv7m;

/** The SYSm numbers of the special registers beyond the program status. @arm B5.1.1 Table B5-2 */
final class SpecialRegister {
    static final int MSP = 8;
    static final int PSP = 9;
    static final int PRIMASK = 16;
    static final int BASEPRI = 17;
    static final int BASEPRI_MAX = 18;
    static final int FAULTMASK = 19;
    static final int CONTROL = 20;

    private SpecialRegister() {}
}
