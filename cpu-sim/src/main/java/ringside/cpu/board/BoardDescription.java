package ringside.cpu.board;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import ringside.cpu.BadInputException;

/**
 * A board as text: what is mapped where, and which wire leads where.
 *
 * @param name the name for {@code --board}
 * @param title one line for people
 * @param source the documents it was made from
 * @param processor the processor it has: {@code cortex-m3}
 * @param clockHertz cycles in a second unless the user says otherwise
 * @param interrupts how many external interrupts the interrupt controller has
 * @param priorityBits how many bits of an interrupt's priority there are
 * @param mpuRegions how many regions the memory protection unit has, 0 or 8
 * @param bitBand whether the processor has its bit-band aliases
 * @param sysTickDivider cycles in a tick of the reference clock of SysTick, 0 if there is none
 * @param sysTickCalibration what SYST_CALIB reads as
 * @param memory the memories
 * @param devices the devices, also those that are not modelled
 */
public record BoardDescription(
        String name,
        String title,
        String source,
        String processor,
        long clockHertz,
        int interrupts,
        int priorityBits,
        int mpuRegions,
        boolean bitBand,
        int sysTickDivider,
        int sysTickCalibration,
        List<Memory> memory,
        List<Place> devices) {

    /** Copies the lists. */
    public BoardDescription {
        memory = List.copyOf(memory);
        devices = List.copyOf(devices);
    }

    /** The same board with another number of priority bits, to be compared with other emulators. */
    public BoardDescription withPriorityBits(int bits) {
        return new BoardDescription(
                name,
                title,
                source,
                processor,
                clockHertz,
                interrupts,
                bits,
                mpuRegions,
                bitBand,
                sysTickDivider,
                sysTickCalibration,
                memory,
                devices);
    }

    /**
     * Reads a description.
     *
     * @param what names the text in messages
     * @throws BadInputException if it is not a description of a board, with the place in the text
     */
    public static BoardDescription read(String what, Reader text) {
        return BoardParser.parse(what, text);
    }

    /**
     * A memory.
     *
     * @param aliases the addresses at which it appears once more
     */
    public record Memory(String name, long base, long size, List<Long> aliases) {
        /** Copies the list. */
        public Memory {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * A device in its place.
     *
     * @param type what it is; {@link DeviceFactory} knows the types
     * @param interrupts where its interrupt outputs lead, by the output's name
     */
    public record Place(String name, String type, long base, long size, Map<String, Integer> interrupts) {
        /** The number that stands for the non-maskable interrupt. */
        public static final int NMI = -1;

        /** Copies the map. */
        public Place {
            interrupts = Map.copyOf(interrupts);
        }
    }
}
