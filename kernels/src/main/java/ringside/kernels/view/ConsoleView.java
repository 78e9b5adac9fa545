package ringside.kernels.view;

import java.util.List;

/** What the machine's ports have sent to the outside; only ports that sent something are listed. */
public record ConsoleView(List<Port> ports) {

    /** A port and its text. */
    public record Port(String name, String text) {}

    /** Copies the list. */
    public ConsoleView {
        ports = List.copyOf(ports);
    }

    /** All texts, port after port. */
    public String text() {
        StringBuilder text = new StringBuilder();
        ports.forEach(port -> text.append(port.text()));
        return text.toString();
    }
}
