package ringside.cpu.image.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfMachine;
import ringside.cpu.image.ElfSection;
import ringside.cpu.image.Fixture;
import ringside.cpu.image.ProbeArgument;
import ringside.cpu.image.ProbeOperand;
import ringside.cpu.image.StaticProbe;
import ringside.cpu.image.Symbol;
import ringside.cpu.image.Symbols;

/** All fixtures and all bundled images with the programs inside them, each line, place, structure, frame and name against LLVM's tools and binutils. */
@Tag("oracle")
class DwarfOracleTest {
    static List<Path> images() throws IOException, URISyntaxException {
        List<Path> all = new ArrayList<>();
        Path fixtures = Path.of(Fixture.class.getResource("rust-arm-dwarf5.elf").toURI())
                .getParent();
        for (Path folder : List.of(fixtures, Path.of("..", "resources", "images"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".elf"))
                            .sorted()
                            .forEach(all::add);
                }
            }
        }
        assertTrue(all.size() > 10, "images are missing: " + all);
        return all;
    }

    private static Elf elf(Path image) throws IOException {
        return Elf.parse(image.toString(), Files.readAllBytes(image));
    }

    /** The sequences of code that the linker threw away are left out there. */
    @ParameterizedTest
    @MethodSource("images")
    void everyRowOfEveryLineProgram(Path image) throws IOException {
        List<String> expected = new ArrayList<>();
        for (String line : OtherTool.lines("", "llvm-dwarfdump-14", "--debug-line", image.toString())) {
            String[] part = line.strip().split("\\s+");
            if (part[0].matches("0x[0-9a-f]{16}")) {
                StringBuilder row = new StringBuilder(String.join(" ", part[0], part[1], part[2], part[3]));
                for (int i = 6; i < part.length; i++) {
                    row.append(' ').append(part[i]);
                }
                expected.add(row.toString());
            }
        }
        List<String> found = new ArrayList<>();
        boolean isGone = false;
        boolean isFirst = true;
        for (String row : LineTableTest.rows(elf(image))) {
            isGone = isFirst ? row.startsWith("0x00000000ffffffff") || row.startsWith("0xffffffffffffffff") : isGone;
            if (!isGone) {
                found.add(row);
            }
            isFirst = row.endsWith("end_sequence");
        }
        assertEquals(expected, found);
    }

    /** Compared are the places of all code; the last part of a name is enough, since symbols and entries may differ in the path. */
    @ParameterizedTest
    @MethodSource("images")
    void everyPlaceOfEveryInstruction(Path image) throws IOException {
        Elf elf = elf(image);
        Dwarf dwarf = Dwarf.of(elf, Symbols.of(elf));
        List<Long> addresses = new ArrayList<>();
        StringBuilder input = new StringBuilder();
        for (ElfSection section : elf.sections()) {
            for (long at = section.address();
                    section.isExecutable() && at < section.address() + section.size();
                    at += 2) {
                if (dwarf.functionAt(at).isPresent()) {
                    addresses.add(at);
                    input.append("0x").append(Long.toHexString(at)).append('\n');
                }
            }
        }
        List<String> lines = OtherTool.lines(
                input.toString(),
                "llvm-symbolizer-14",
                "--obj=" + image,
                "--inlines",
                "--functions=short",
                "--no-demangle");
        int next = 0;
        for (long address : addresses) {
            for (CodePlace place : dwarf.placesAt(address)) {
                String where = "at 0x" + Long.toHexString(address);
                assertEquals(shortName(lines.get(next)), shortName(place.function()), where);
                String line = lines.get(next + 1);
                if (!line.matches(".*:0:\\d+")) {
                    assertEquals(line, place.file().path() + ":" + place.line() + ":" + place.column(), where);
                }
                next += 2;
            }
            assertEquals("", lines.get(next++));
        }
    }

    /** The last part outside of all brackets, since the two write the arguments of generic functions differently. */
    private static String shortName(String name) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (char c :
                name.replace("->", "").replaceAll("::\\{shim:\\w+#\\d+\\}", "").toCharArray()) {
            depth -= c == '>' ? 1 : 0;
            if (depth == 0 && c != '>' && c != '<') {
                plain.append(c);
            }
            depth += c == '<' ? 1 : 0;
        }
        String[] parts = plain.toString().split("::");
        return parts[parts.length - 1];
    }

    private static final Pattern ENTRY = Pattern.compile("0x([0-9a-f]{8}):(\\s+)(DW_TAG_\\w+|NULL)");
    private static final Pattern VALUE = Pattern.compile("\\s+(DW_AT_\\w+)\\t\\((.*)\\)");

    /** Size, names and offsets of the members of every structure and union. */
    @ParameterizedTest
    @MethodSource("images")
    void everyMemberOfEveryStructure(Path image) throws IOException {
        Elf elf = elf(image);
        Units units = new Units(DebugSections.of(elf, Symbols.of(elf)));
        TypeReader types = new TypeReader(units);
        Map<Integer, String> expected = new TreeMap<>();
        int structure = -1;
        int depth = 0;
        boolean inMember = false;
        for (String line : OtherTool.lines("", "llvm-dwarfdump-14", "--debug-info", image.toString())) {
            Matcher entry = ENTRY.matcher(line);
            Matcher value = VALUE.matcher(line);
            if (entry.lookingAt()) {
                int here = entry.group(2).length();
                inMember = entry.group(3).equals("DW_TAG_member") && structure >= 0 && here == depth + 2;
                if (entry.group(3).matches("DW_TAG_(structure|union)_type")) {
                    structure = Integer.parseInt(entry.group(1), 16);
                    depth = here;
                    expected.put(structure, "");
                } else if (here <= depth) {
                    structure = -1;
                }
                if (inMember) {
                    expected.merge(structure, ";", String::concat);
                }
            } else if (value.lookingAt() && structure >= 0) {
                boolean isSize = !inMember && value.group(1).equals("DW_AT_byte_size");
                if (value.group(1).equals("DW_AT_bit_size")) {
                    expected.merge(structure, " bits", String::concat);
                } else if (isSize || inMember && value.group(1).matches("DW_AT_(name|data_member_location)")) {
                    String text = value.group(2).replace("\"", "");
                    expected.merge(structure, (isSize ? "" : " ") + number(text), String::concat);
                }
            }
        }
        assertTrue(expected.size() >= 3);
        expected.forEach((offset, text) -> {
            Type type = types.read(units.entryAt(offset));
            List<Type.Member> members = type instanceof Type.Struct struct
                    ? struct.members()
                    : type instanceof Type.Union union ? union.members() : List.of();
            StringBuilder found = new StringBuilder(
                    text.contains(";") || type.sizeInBytes() > 0 ? number("" + type.sizeInBytes()) : text);
            for (Type.Member member : members) {
                found.append(";");
                if (!member.name().isEmpty()) {
                    found.append(" ").append(number(member.name()));
                }
                found.append(" ").append(member.offsetInBytes());
            }
            // C leaves the offset out in unions and gives bit fields another attribute.
            boolean hasAll = !text.contains(" bits")
                    && text.chars().filter(c -> c == ';').count() * 2
                            <= text.chars().filter(c -> c == ' ').count();
            if (hasAll) {
                assertEquals(text, found.toString(), () -> "structure at 0x" + Integer.toHexString(offset));
            }
        });
    }

    private static String number(String text) {
        return text.matches("0x[0-9a-f]+") ? Long.toString(Long.decode(text)) : text;
    }

    private static final Pattern FRAME_RANGE = Pattern.compile(" FDE .* pc=([0-9a-f]+)\\.\\.([0-9a-f]+)");

    /** Every row of the frame information: where the frame is, and where the registers were saved. */
    @ParameterizedTest
    @MethodSource("images")
    void everyRowOfTheFrameInformation(Path image) throws IOException {
        Elf elf = elf(image);
        CallFrames frames = new CallFrames(elf, DebugSections.of(elf, Symbols.of(elf)));
        int rows = 0;
        int entries = 0;
        String[] columns = {};
        for (String line : OtherTool.lines("", "readelf", "--debug-dump=frames-interp", image.toString())) {
            String[] part = line.strip().split("\\s+");
            Matcher range = FRAME_RANGE.matcher(line);
            if (range.find()) {
                long start = Long.parseUnsignedLong(range.group(1), 16);
                long end = Long.parseUnsignedLong(range.group(2), 16);
                entries += frames.at(start)
                                .filter(entry -> entry.range().equals(new AddressRange(start, end)))
                                .isPresent()
                        ? 1
                        : 0;
            } else if (part[0].equals("LOC")) {
                columns = part;
            } else if (part.length == columns.length
                    && part[1].matches("\\w+[+-]\\d+")
                    && part[0].matches("[0-9a-f]{8}|[0-9a-f]{16}")) {
                long address = Long.parseUnsignedLong(part[0], 16);
                if (frames.at(address).isPresent()) {
                    rows++;
                    assertEquals(
                            String.join(" ", part),
                            describe(elf, frames.at(address).get(), address, columns),
                            line);
                }
            }
        }
        assertEquals(frames.all().size(), entries);
        // Entries in which nothing changes have no rows there.
        assertTrue(rows >= entries - 3 && entries > 0, rows + " rows of " + entries + " entries");
    }

    private static String describe(Elf elf, CallFrameEntry entry, long address, String[] columns) {
        CallFrameRow row = CallFrameProgram.rowAt(entry, address);
        List<String> parts = new ArrayList<>();
        parts.add(String.format(Locale.ROOT, elf.machine().addressSizeInBytes() == 4 ? "%08x" : "%016x", address));
        parts.add(readelfName(elf, row.frameRegister()) + signed(row.frameOffset()));
        Map<String, CallFrameRule> rules = new TreeMap<>();
        row.rules()
                .forEach((number, rule) ->
                        rules.put(number == entry.common().returnRegister() ? "ra" : readelfName(elf, number), rule));
        for (int i = 2; i < columns.length; i++) {
            CallFrameRule rule = rules.get(columns[i]);
            parts.add(rule instanceof CallFrameRule.SavedAt saved ? "c" + signed(saved.offset()) : "u");
        }
        return String.join(" ", parts);
    }

    private static String readelfName(Elf elf, long number) {
        return elf.machine() == ElfMachine.ARM ? "r" + number : Registers.name(elf.machine(), number);
    }

    private static String signed(long number) {
        return (number < 0 ? "" : "+") + number;
    }

    /** Names, but for the numbers of crates and the types of constants, which we leave out. */
    @ParameterizedTest
    @MethodSource("images")
    void everyNameIsDemangled(Path image) throws IOException {
        List<Symbol> symbols = Symbols.of(elf(image)).all().stream()
                .filter(symbol -> !symbol.linkName().contains("."))
                .toList();
        StringBuilder input = new StringBuilder();
        symbols.forEach(symbol -> input.append(symbol.linkName()).append('\n'));
        List<String> names = OtherTool.lines(input.toString(), "c++filt");
        for (int i = 0; i < symbols.size(); i++) {
            String expected = names.get(i)
                    .replaceAll("::h[0-9a-f]{16}$", "")
                    .replaceAll("\\[[0-9a-f]{1,16}\\]", "")
                    .replaceAll("(-?\\d+|true|false|'.'): (?:[iu](?:size|8|16|32|64|128)|bool|char)", "$1");
            assertEquals(expected, symbols.get(i).name());
        }
    }

    /** Provider, name, place and arguments of every probe. */
    @ParameterizedTest
    @MethodSource("images")
    void everyProbe(Path image) throws IOException {
        Elf elf = elf(image);
        List<String> found = new ArrayList<>();
        for (StaticProbe probe : StaticProbe.of(elf, Symbols.of(elf))) {
            found.add("Provider: " + probe.provider());
            found.add("Name: " + probe.name());
            found.add("Location: 0x" + Long.toHexString(probe.address()));
            String arguments =
                    probe.arguments().stream().map(ProbeArgument::text).collect(Collectors.joining(" "));
            found.add(("Arguments: " + arguments).strip());
            probe.arguments().forEach(argument -> assertFalse(argument.operand() instanceof ProbeOperand.Unknown));
        }
        List<String> expected = OtherTool.lines("", "readelf", "--notes", image.toString()).stream()
                .map(String::strip)
                .filter(line -> line.matches("(Provider|Name|Location|Arguments):.*"))
                .map(line -> line.replaceAll("Location: 0x0*([0-9a-f]+),.*", "Location: 0x$1"))
                .toList();
        assertEquals(expected, found);
    }

    /** Global variables lie where the symbol table says, and are as large. */
    @ParameterizedTest
    @MethodSource("images")
    void everyGlobalVariableHasItsSymbol(Path image) throws IOException {
        Elf elf = elf(image);
        Symbols symbols = Symbols.of(elf);
        Dwarf dwarf = Dwarf.of(elf, symbols);
        int compared = 0;
        int withSymbol = 0;
        for (Variable global : dwarf.globals()) {
            String name = global.linkName().isEmpty() ? global.name() : global.linkName();
            List<Symbol> named = symbols.allNamed(name);
            if (!isWithoutSymbol(symbols, name)) {
                withSymbol++;
            }
            if (named.size() == 1) {
                compared++;
                Location location = dwarf.locate(global, (address, length) -> new byte[length]);
                assertEquals(new Location.InMemory(named.get(0).address()), location, name);
                assertEquals(named.get(0).size(), global.type().sizeInBytes(), name);
            }
        }
        assertTrue(compared >= Math.min(3, withSymbol), compared + " of " + withSymbol);
    }

    /** Tables of functions have no symbol, and a variable that the compiler took apart has one a part: {@code NAME.0}. */
    private static boolean isWithoutSymbol(Symbols symbols, String name) {
        return name.endsWith("{vtable}") || !symbols.allNamed(name + ".0").isEmpty();
    }
}
