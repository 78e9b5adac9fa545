package ringside.kernels.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import ringside.cpu.BadInputException;
import ringside.cpu.image.UnreadableException;
import ringside.kernels.memory.PhysicalMemory;
import ringside.kernels.observe.KernelViews;

/**
 * The views by the names that the command line and lessons use.
 *
 * <p>Some take parts behind colons: {@code memory:ADDRESS:LENGTH}, {@code disassembly:ADDRESS:COUNT},
 * {@code source:ADDRESS}, {@code page-walk:ADDRESS}. Addresses are hex, with or without {@code 0x}, or the name of a symbol; lengths are decimal.
 */
public final class ViewCatalog {
    private static final int LONGEST = 1 << 20;
    private static final int INSTRUCTIONS = 16;
    private static final int SYSTEM_CALLS = 200;
    private static final int MESSAGES = 200;

    private static final Map<String, Function<Session, Object>> VIEWS = new LinkedHashMap<>();

    static {
        VIEWS.put("registers", Session::registers);
        VIEWS.put("disassembly", session -> session.disassembly(session.programCounter(), INSTRUCTIONS));
        VIEWS.put("source", session -> session.source(session.programCounter()));
        VIEWS.put("stack", Session::stack);
        VIEWS.put("mpu", Session::mpu);
        VIEWS.put("nvic", Session::nvic);
        VIEWS.put("page-tables", session -> PhysicalMemory.join(session.pageTables(), session.frameOwners()));
        VIEWS.put("tlb", Session::tlb);
        VIEWS.put("descriptors", Session::descriptors);
        VIEWS.put("devices", Session::devices);
        VIEWS.put("screen", Session::screen);
        VIEWS.put("tasks", session -> session.kernel().tasks());
        VIEWS.put("scheduler", session -> session.kernel().scheduler());
        VIEWS.put("memory-map", session -> session.kernel().memoryMap());
        VIEWS.put("upcalls", session -> session.kernel().upcalls());
        VIEWS.put("grants", ViewCatalog::grants);
        VIEWS.put("ipc", session -> session.ipc(MESSAGES));
        VIEWS.put("schemes", session -> session.kernel().schemes());
        VIEWS.put("files", session -> session.kernel().files());
        VIEWS.put("address-spaces", session -> session.kernel().addressSpaces());
        VIEWS.put("interrupts", session -> session.kernel().interrupts());
        VIEWS.put("system-calls", session -> session.systemCalls(SYSTEM_CALLS));
        VIEWS.put("console", Session::console);
    }

    private ViewCatalog() {}

    /** What kernels call a grant: a range of an address space, or the kernel's state in a task's memory. */
    private static Object grants(Session session) {
        KernelViews kernel = session.kernel();
        return kernel.hasAddressSpaces() ? kernel.addressSpaces() : kernel.grants();
    }

    /** The names, with the forms of those that take parts. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(VIEWS.keySet());
        names.add("memory:ADDRESS:LENGTH");
        names.add("disassembly:ADDRESS:COUNT");
        names.add("source:ADDRESS");
        names.add("page-walk:ADDRESS");
        return names;
    }

    /**
     * Reads a view at the session's cursor.
     *
     * @return a record
     * @throws BadInputException if there is no such view
     * @throws UnreadableException if the machine or the image does not have what the view shows
     */
    public static Object read(Session session, String name) {
        Function<Session, Object> view = VIEWS.get(name);
        if (view != null) {
            return view.apply(session);
        }
        String[] parts = name.split(":", -1);
        if (parts.length == 3 && parts[0].equals("memory")) {
            return session.memory(address(session, parts[1]), count(parts[2]));
        }
        if (parts.length == 3 && parts[0].equals("disassembly")) {
            return session.disassembly(address(session, parts[1]), count(parts[2]));
        }
        if (parts.length == 2 && parts[0].equals("source")) {
            return session.source(address(session, parts[1]));
        }
        if (parts.length == 2 && parts[0].equals("page-walk")) {
            return session.pageWalk(address(session, parts[1]));
        }
        throw new BadInputException("there is no view \"" + name + "\"; the views are " + String.join(", ", names()));
    }

    /**
     * Reads an address as people write it: hex, or the name of a symbol.
     *
     * @throws BadInputException if it is neither
     */
    public static long address(Session session, String text) {
        OptionalLong symbol = session.debug().addressOf(text);
        if (symbol.isPresent()) {
            return symbol.getAsLong();
        }
        try {
            return Long.parseUnsignedLong(text.replaceFirst("^0[xX]", "").replace("_", ""), 16);
        } catch (NumberFormatException neither) {
            throw new BadInputException("\"" + text + "\" is neither a hex address nor a symbol of "
                    + session.image().name());
        }
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count > 0 && count <= LONGEST) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // told below, like a number out of range
        }
        throw new BadInputException("\"" + text + "\" is not a length from 1 to " + LONGEST);
    }
}
