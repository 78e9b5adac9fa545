package ringside.cpu.board;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.cpu.BadInputException;
import ringside.cpu.board.BoardDescription.CortexM;
import ringside.cpu.board.BoardDescription.Memory;
import ringside.cpu.board.BoardDescription.Place;
import ringside.cpu.board.BoardDescription.PortRange;

/** Reads a board's description and checks that it makes sense. */
final class BoardParser {
    private static final int PAGE = 4096;
    private static final int PC_INTERRUPTS = 16;
    private static final Pattern PORTS = Pattern.compile("([0-9a-fA-F]{1,4})(?:-([0-9a-fA-F]{1,4}))?");

    private BoardParser() {}

    static BoardDescription parse(String what, Reader text) {
        JsonPart top = top(what, text);
        String processor = top.text("processor");
        DeviceTypes types = DeviceTypes.of(top, processor);
        Optional<CortexM> cortexM = types == DeviceTypes.CORTEX_M ? Optional.of(cortexM(top)) : Optional.empty();
        int interrupts = cortexM.map(CortexM::interrupts).orElse(PC_INTERRUPTS);
        BoardDescription board = new BoardDescription(
                top.text("name"),
                top.text("title"),
                top.text("source"),
                processor,
                top.number("clockHertz", 1, 10_000_000_000L),
                cortexM,
                top.objects("memory", BoardParser::memory),
                top.objects("devices", part -> place(part, types, interrupts)));
        requireOneNameEach(top, board);
        requireNoOverlap(top, board);
        return board;
    }

    private static CortexM cortexM(JsonPart top) {
        return new CortexM(
                (int) top.number("interrupts", 1, 240),
                (int) top.number("priorityBits", 3, 8),
                (int) top.number("mpuRegions", 0, 8),
                top.flag("bitBand"),
                (int) top.number("sysTickDivider", 0, 1_000_000),
                (int) top.number("sysTickCalibration", Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    private static JsonPart top(String what, Reader text) {
        try {
            JsonElement element = JsonParser.parseReader(text);
            if (!element.isJsonObject()) {
                throw new BadInputException(what + " is not a board: it must be one JSON object");
            }
            return new JsonPart(what, element.getAsJsonObject());
        } catch (JsonParseException broken) {
            throw new BadInputException(what + " is not JSON" + place(broken), broken);
        }
    }

    /** Where the parser stopped, out of its message, if it says so. */
    private static String place(JsonParseException broken) {
        Matcher place = Pattern.compile("at line \\d+ column \\d+").matcher(String.valueOf(broken.getMessage()));
        return place.find() ? ", " + place.group() : "";
    }

    private static Memory memory(JsonPart part) {
        Memory memory = new Memory(part.text("name"), part.hex("base"), part.hex("size"), part.hexes("aliases"));
        requireRange(part, memory.base(), memory.size());
        for (long alias : memory.aliases()) {
            requireRange(part, alias, memory.size());
        }
        return memory;
    }

    private static Place place(JsonPart part, DeviceTypes types, int interruptCount) {
        Map<String, Integer> interrupts = new TreeMap<>();
        JsonPart lines = part.object("interrupts");
        for (String line : lines.names()) {
            boolean nmi = lines.json().get(line).isJsonPrimitive()
                    && lines.json().get(line).getAsString().equals("nmi");
            interrupts.put(line, nmi ? Place.NMI : (int) lines.number(line, 0, interruptCount - 1L));
        }
        List<PortRange> ports = types == DeviceTypes.PC ? ports(part) : List.of();
        boolean inMemory = ports.isEmpty() || part.has("base");
        Place place = new Place(
                part.text("name"),
                part.text("type"),
                inMemory ? part.hex("base") : 0,
                inMemory ? part.hex("size") : 0,
                ports,
                interrupts);
        if (inMemory) {
            requireRange(part, place.base(), place.size());
        }
        types.require(part, place);
        return place;
    }

    private static List<PortRange> ports(JsonPart part) {
        List<PortRange> ranges = new ArrayList<>();
        for (String text : part.texts("ports")) {
            Matcher range = PORTS.matcher(text);
            int first = range.matches() ? Integer.parseInt(range.group(1), 16) : 0;
            int last = range.matches() && range.group(2) != null ? Integer.parseInt(range.group(2), 16) : first;
            if (!range.matches() || last < first) {
                throw part.bad(
                        "\"ports\" must be ranges of hexadecimal digits such as \"3f8-3ff\", not \"" + text + "\"");
            }
            ranges.add(new PortRange(first, last - first + 1));
        }
        return ranges;
    }

    private static void requireRange(JsonPart part, long base, long size) {
        if (base % PAGE != 0 || size % PAGE != 0 || size == 0 || base + size > 1L << 32) {
            throw part.bad("base and size must be multiples of 1000 (hexadecimal) and lie below 4 GiB");
        }
    }

    private static void requireOneNameEach(JsonPart top, BoardDescription board) {
        Set<String> names = new HashSet<>();
        for (Range range : ranges(board)) {
            if (!range.alias && !names.add(range.name)) {
                throw top.bad("two things have the name \"" + range.name + "\"");
            }
        }
    }

    private static void requireNoOverlap(JsonPart top, BoardDescription board) {
        requireNoOverlap(top, ranges(board));
        requireNoOverlap(top, portRanges(board));
    }

    private static void requireNoOverlap(JsonPart top, List<Range> ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            for (int j = 0; j < i; j++) {
                Range a = ranges.get(i);
                Range b = ranges.get(j);
                if (a.base < b.base + b.size && b.base < a.base + a.size) {
                    throw top.bad("\"" + a.name + "\" and \"" + b.name + "\" overlap at "
                            + Long.toHexString(Math.max(a.base, b.base)));
                }
            }
        }
    }

    private record Range(String name, long base, long size, boolean alias) {}

    private static List<Range> ranges(BoardDescription board) {
        List<Range> ranges = new ArrayList<>();
        for (Memory memory : board.memory()) {
            ranges.add(new Range(memory.name(), memory.base(), memory.size(), false));
            memory.aliases().forEach(alias -> ranges.add(new Range(memory.name(), alias, memory.size(), true)));
        }
        board.devices().forEach(place -> ranges.add(new Range(place.name(), place.base(), place.size(), false)));
        return ranges;
    }

    /** The ranges of I/O ports, which are a space of their own. */
    private static List<Range> portRanges(BoardDescription board) {
        List<Range> ranges = new ArrayList<>();
        for (Place place : board.devices()) {
            place.ports().forEach(range -> ranges.add(new Range(place.name(), range.first(), range.count(), true)));
        }
        return ranges;
    }
}
