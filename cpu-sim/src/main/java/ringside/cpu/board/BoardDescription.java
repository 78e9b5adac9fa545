package ringside.cpu.board;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.cpu.BadInputException;

/**
 * A board as text: what is mapped where, and which wire leads where.
 *
 * @param name the name for {@code --board}
 * @param title one line for people
 * @param source the documents it was made from
 * @param processor the processor it has: {@code cortex-m3} or {@code x86-64}
 * @param clockHertz cycles in a second unless the user says otherwise
 * @param cortexM what only a Cortex-M board has
 * @param memory the memories
 * @param devices the devices, also those that are not modelled
 */
public record BoardDescription(
        String name,
        String title,
        String source,
        String processor,
        long clockHertz,
        Optional<CortexM> cortexM,
        List<Memory> memory,
        List<Place> devices) {

    /** Copies the lists. */
    public BoardDescription {
        memory = List.copyOf(memory);
        devices = List.copyOf(devices);
    }

    /** The same Cortex-M board with another number of priority bits, to be compared with other emulators. */
    public BoardDescription withPriorityBits(int bits) {
        return new BoardDescription(
                name,
                title,
                source,
                processor,
                clockHertz,
                cortexM.map(core -> core.withPriorityBits(bits)),
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
     * The configuration of a Cortex-M processor.
     *
     * @param interrupts how many external interrupts the interrupt controller has
     * @param priorityBits how many bits of an interrupt's priority there are
     * @param mpuRegions how many regions the memory protection unit has, 0 or 8
     * @param bitBand whether the processor has its bit-band aliases
     * @param sysTickDivider cycles in a tick of the reference clock of SysTick, 0 if there is none
     * @param sysTickCalibration what SYST_CALIB reads as
     */
    public record CortexM(
            int interrupts,
            int priorityBits,
            int mpuRegions,
            boolean bitBand,
            int sysTickDivider,
            int sysTickCalibration) {

        CortexM withPriorityBits(int bits) {
            return new CortexM(interrupts, bits, mpuRegions, bitBand, sysTickDivider, sysTickCalibration);
        }
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
     * @param type what it is
     * @param base the address of its registers in memory
     * @param size how much memory they take, 0 if none
     * @param ports its I/O ports, in the order in which the device counts them
     * @param interrupts where its interrupt outputs lead, by the output's name
     */
    public record Place(
            String name, String type, long base, long size, List<PortRange> ports, Map<String, Integer> interrupts) {
        /** The number that stands for the non-maskable interrupt. */
        public static final int NMI = -1;

        /** Copies the collections. */
        public Place {
            ports = List.copyOf(ports);
            interrupts = Map.copyOf(interrupts);
        }
    }

    /** Neighbouring I/O ports. */
    public record PortRange(int first, int count) {}
}
