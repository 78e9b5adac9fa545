package ringside.kernels.redox;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import ringside.cpu.image.dwarf.Dwarf;
import ringside.cpu.image.dwarf.Type;

/** The kernel's own names for numbers that its probes carry, out of the image's debugging information. */
final class RedoxEnumerations {
    private static final String CRATE = "mini_redox::";

    private final Dwarf dwarf;
    private final Map<String, Map<Long, String>> known = new HashMap<>();

    RedoxEnumerations(Dwarf dwarf) {
        this.dwarf = dwarf;
    }

    /** What a blocked context waits for, such as {@code SchemeCall}. */
    String reason(long number) {
        return name("context::Reason", number);
    }

    /** How a context ended, such as {@code Exception}. */
    String deathKind(long number) {
        return name("context::DeathKind", number);
    }

    /** Who gave the memory of a grant, such as {@code Allocated}. */
    String provider(long number) {
        return name("memory::grant::Provider", number);
    }

    /** A name in words, as in {@code scheme call} for {@code SchemeCall}. */
    static String words(String name) {
        return name.replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private String name(String type, long number) {
        Map<Long, String> names = known.computeIfAbsent(type, this::read);
        String name = names.get(number);
        return name == null ? Long.toString(number) : name;
    }

    private Map<Long, String> read(String type) {
        Map<Long, String> names = new HashMap<>();
        if (dwarf.type(CRATE + type).map(Type::plain).orElse(null) instanceof Type.Enumeration enumeration) {
            enumeration.enumerators().forEach(each -> names.put(each.value(), each.name()));
        }
        return names;
    }
}
