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
 * @param memory the memories
 * @param bitBands areas whose words are bits of another area
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
        List<Memory> memory,
        List<BitBand> bitBands,
        List<Place> devices) {

    /** Copies the lists. */
    public BoardDescription {
        memory = List.copyOf(memory);
        bitBands = List.copyOf(bitBands);
        devices = List.copyOf(devices);
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
     * An area of 32 MiB whose words are the bits of the 1 MiB at the target.
     */
    public record BitBand(String name, long base, long target) {
        /** The size of the area. */
        public static final long SIZE = 32L << 20;
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
