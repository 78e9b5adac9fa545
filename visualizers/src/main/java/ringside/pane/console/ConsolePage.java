package ringside.pane.console;

import java.util.List;

/**
 * What a port has sent up to an instant.
 *
 * @param port the name of the port
 * @param ports the names of all ports that send
 * @param text what was sent; only the end of it if it is long
 * @param leftOut how many earlier characters are not in the text
 * @param inputs the names of the ports that take input
 */
public record ConsolePage(String port, List<String> ports, String text, long leftOut, List<String> inputs) {
    /** Copies the lists. */
    public ConsolePage {
        ports = List.copyOf(ports);
        inputs = List.copyOf(inputs);
    }
}
