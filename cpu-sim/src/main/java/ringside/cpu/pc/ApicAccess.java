package ringside.cpu.pc;

import static ringside.cpu.pc.ApicRegisters.ARBITRATION_PRIORITY;
import static ringside.cpu.pc.ApicRegisters.COMMAND;
import static ringside.cpu.pc.ApicRegisters.COMMAND_HIGH;
import static ringside.cpu.pc.ApicRegisters.CURRENT_COUNT;
import static ringside.cpu.pc.ApicRegisters.DESTINATION_FORMAT;
import static ringside.cpu.pc.ApicRegisters.DIVIDE;
import static ringside.cpu.pc.ApicRegisters.END_OF_INTERRUPT;
import static ringside.cpu.pc.ApicRegisters.ERROR_STATUS;
import static ringside.cpu.pc.ApicRegisters.ID;
import static ringside.cpu.pc.ApicRegisters.INITIAL_COUNT;
import static ringside.cpu.pc.ApicRegisters.IN_SERVICE;
import static ringside.cpu.pc.ApicRegisters.LOGICAL_DESTINATION;
import static ringside.cpu.pc.ApicRegisters.PROCESSOR_PRIORITY;
import static ringside.cpu.pc.ApicRegisters.SELF_INTERRUPT;
import static ringside.cpu.pc.ApicRegisters.SPURIOUS;
import static ringside.cpu.pc.ApicRegisters.TASK_PRIORITY;
import static ringside.cpu.pc.ApicRegisters.VECTOR_TABLE;
import static ringside.cpu.pc.ApicRegisters.VERSION;

/** Which registers a local APIC has in each of its modes, and which of their bits. @sdm Vol.3A Tables 10-1, 10-6 */
final class ApicAccess {
    private ApicAccess() {}

    static boolean isReadable(int number, boolean x2) {
        return switch (number) {
            case ID, VERSION, TASK_PRIORITY, PROCESSOR_PRIORITY, LOGICAL_DESTINATION, SPURIOUS, ERROR_STATUS -> true;
            case COMMAND, INITIAL_COUNT, CURRENT_COUNT, DIVIDE -> true;
            case ARBITRATION_PRIORITY, DESTINATION_FORMAT, COMMAND_HIGH -> !x2;
            default ->
                number >= IN_SERVICE && number < ERROR_STATUS || number >= VECTOR_TABLE && number < INITIAL_COUNT;
        };
    }

    static boolean isWritable(int number, boolean x2) {
        return switch (number) {
            case TASK_PRIORITY, END_OF_INTERRUPT, SPURIOUS, ERROR_STATUS, COMMAND, INITIAL_COUNT, DIVIDE -> true;
            case ID, LOGICAL_DESTINATION, DESTINATION_FORMAT, COMMAND_HIGH -> !x2;
            case SELF_INTERRUPT -> x2;
            default -> number >= VECTOR_TABLE && number < INITIAL_COUNT;
        };
    }

    /** Whether a value for a model-specific register has reserved bits. @sdm Vol.3A Table 10-6 */
    static boolean hasReserved(int number, long value) {
        long allowed = switch (number) {
            case TASK_PRIORITY, SELF_INTERRUPT -> 0xFF;
            case END_OF_INTERRUPT, ERROR_STATUS -> 0;
            case SPURIOUS -> 0x1FF;
            case COMMAND -> 0xFFFF_FFFF_000C_CFFFL;
            case INITIAL_COUNT -> 0xFFFF_FFFFL;
            case DIVIDE -> 0xB;
            default -> LocalVectorTable.definedBits(number - VECTOR_TABLE);
        };
        return (value & ~allowed) != 0;
    }
}
