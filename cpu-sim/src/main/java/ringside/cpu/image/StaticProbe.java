package ringside.cpu.image;

import java.util.List;
import ringside.cpu.BadInputException;

/**
 * A place in a program that its author marked as a moment worth noticing: a {@code nop} with a note in
 * {@code .note.stapsdt}.   @stap
 *
 * @param provider who marked it, such as {@code tock}
 * @param name what happens there, such as {@code context_switch}
 * @param address the address of the instruction; the probe fires when it is executed
 * @param semaphore the address of a counter of listeners, or 0
 * @param arguments where its arguments are at that moment
 */
public record StaticProbe(String provider, String name, long address, long semaphore, List<ProbeArgument> arguments) {
    public StaticProbe {
        arguments = List.copyOf(arguments);
    }

    /**
     * All probes of an image, in the order of its notes; none when it has no such notes.
     *
     * @throws BadInputException if the notes are damaged
     */
    public static List<StaticProbe> of(Elf elf, Symbols symbols) {
        return new ProbeNotes(elf, symbols).read();
    }

    /** Provider and name, as other tools write them: {@code tock:context_switch}. */
    public String title() {
        return provider + ":" + name;
    }
}
