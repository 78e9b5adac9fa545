package ringside.cpu.register;

import ringside.cpu.bus.Device;

/**
 * A device whose registers can be shown.
 *
 * <p>What is shown are the registers of its manual. Software may reach them in another way than by an address each, as
 * behind the few ports of a PC's interrupt controller.
 */
public interface ShownDevice extends Device {

    /** The declaration. */
    RegisterMap registers();

    /** The present value of a declared register, without effects. */
    int shownValue(Register register);

    /**
     * The address at which software reaches a register.
     *
     * @param base the lowest address of the device
     */
    default long addressOf(Register register, long base) {
        return base + register.offset();
    }
}
