package ringside.cpu.armv7m.exception;

import java.util.ArrayList;
import java.util.List;

/**
 * One bit of a fault status register, in words. @arm B3.2.15 to B3.2.17
 *
 * @param register CFSR, HFSR or DFSR
 * @param bit its number
 * @param name the manual's name
 * @param words what it means
 */
public record FaultBit(String register, int bit, String name, String words) {

    /** All bits that mean a fault, in the order of registers and bits. */
    public static final List<FaultBit> ALL = List.of(
            new FaultBit("CFSR", 0, "IACCVIOL", "an instruction was fetched from memory that may not be executed"),
            new FaultBit("CFSR", 1, "DACCVIOL", "data was accessed that the memory protection does not permit"),
            new FaultBit("CFSR", 3, "MUNSTKERR", "an exception return could not unstack: memory protection"),
            new FaultBit("CFSR", 4, "MSTKERR", "an exception entry could not stack: memory protection"),
            new FaultBit("CFSR", 7, "MMARVALID", "MMFAR holds the address"),
            new FaultBit("CFSR", 8, "IBUSERR", "an instruction was fetched where nothing answers"),
            new FaultBit("CFSR", 9, "PRECISERR", "data was accessed where nothing answers, or the device refused"),
            new FaultBit("CFSR", 10, "IMPRECISERR", "a data access failed later than its instruction"),
            new FaultBit("CFSR", 11, "UNSTKERR", "an exception return could not unstack: nothing answers"),
            new FaultBit("CFSR", 12, "STKERR", "an exception entry could not stack: nothing answers"),
            new FaultBit("CFSR", 15, "BFARVALID", "BFAR holds the address"),
            new FaultBit("CFSR", 16, "UNDEFINSTR", "an undefined instruction"),
            new FaultBit("CFSR", 17, "INVSTATE", "an instruction with EPSR.T clear, so not in Thumb state"),
            new FaultBit("CFSR", 18, "INVPC", "an exception return with an illegal EXC_RETURN or frame"),
            new FaultBit("CFSR", 19, "NOCP", "a coprocessor that is not there"),
            new FaultBit("CFSR", 24, "UNALIGNED", "an unaligned access where it must be aligned"),
            new FaultBit("CFSR", 25, "DIVBYZERO", "a division by zero"),
            new FaultBit("HFSR", 1, "VECTTBL", "the vector table could not be read"),
            new FaultBit("HFSR", 30, "FORCED", "a fault that could not be handled as itself became a HardFault"),
            new FaultBit("HFSR", 31, "DEBUGEVT", "a breakpoint instruction without a debugger"),
            new FaultBit("DFSR", 1, "BKPT", "a breakpoint instruction"));

    /** The bits that are set in a register's value. */
    public static List<FaultBit> decode(String register, int value) {
        List<FaultBit> set = new ArrayList<>();
        for (FaultBit bit : ALL) {
            if (bit.register.equals(register) && (value >>> bit.bit & 1) != 0) {
                set.add(bit);
            }
        }
        return set;
    }
}
