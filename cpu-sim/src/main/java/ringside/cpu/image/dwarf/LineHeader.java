package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.image.Cursor;

/**
 * The beginning of a line program: its parameters and its files.   @dwarf 5, 6.2.4
 *
 * @param version 2 to 5
 * @param addressSize the size of an address in bytes
 * @param instructionLength what one step of an address is worth
 * @param isStatement whether rows are statements at first
 * @param lineBase the smallest step of a line in a special opcode
 * @param lineRange how many steps of a line there are
 * @param operandCounts for each standard opcode, from 1, how many numbers follow it
 * @param files the paths by number; number 0 stands for no file before version 5
 * @param program where the program begins in the section
 * @param end where it ends
 */
record LineHeader(
        int version,
        int addressSize,
        int instructionLength,
        boolean isStatement,
        int lineBase,
        int lineRange,
        int[] operandCounts,
        List<String> files,
        int program,
        int end) {
    private static final int CONTENT_PATH = 1;
    private static final int CONTENT_DIRECTORY = 2;
    private static final int MOST_FILES = 1 << 20;

    /** Reads the header at a position of {@code .debug_line}. The unit is the one that refers to it. */
    static LineHeader read(Cursor at, Unit unit, String compilationDirectory) {
        InitialLength length = InitialLength.read(at);
        int end = at.position() + length.size();
        int version = at.u16();
        if (version < 2 || version > 5) {
            throw at.bad("a line program has the unknown version " + version);
        }
        int addressSize = unit.header().addressSize();
        if (version >= 5) {
            addressSize = at.u8();
            at.u8(); // the size of segment selectors
        }
        long headerLength = at.unsigned(length.offsetSize());
        long program = at.position() + headerLength;
        if (headerLength < 0 || program > end) {
            throw at.bad("the header of a line program is longer than the program");
        }
        int instructionLength = at.u8();
        if (version >= 4) {
            at.u8(); // operations in an instruction: 1 but on VLIW machines
        }
        boolean isStatement = at.u8() != 0;
        int lineBase = at.s8();
        int lineRange = at.u8();
        int opcodeBase = at.u8();
        int[] operandCounts = new int[Math.max(1, opcodeBase)];
        for (int i = 1; i < opcodeBase; i++) {
            operandCounts[i] = at.u8();
        }
        unit.sections().effort().spend((long) end - at.position(), at.bytes(), at.position());
        List<String> files = version >= 5
                ? files5(at, unit, length.offsetSize(), compilationDirectory)
                : files4(at, unit, compilationDirectory);
        return new LineHeader(
                version,
                addressSize,
                instructionLength,
                isStatement,
                lineBase,
                lineRange,
                operandCounts,
                files,
                (int) program,
                end);
    }

    private static List<String> files4(Cursor at, Unit unit, String compilationDirectory) {
        List<String> directories = new ArrayList<>();
        directories.add(compilationDirectory);
        for (String directory = at.text(); !directory.isEmpty(); directory = at.text()) {
            directories.add(spend(join(compilationDirectory, directory), at, unit));
        }
        List<String> files = new ArrayList<>();
        files.add("");
        for (String name = at.text(); !name.isEmpty(); name = at.text()) {
            int directory = at.ulebInt();
            at.uleb(); // time
            at.uleb(); // size
            files.add(spend(join(directory < directories.size() ? directories.get(directory) : "", name), at, unit));
        }
        return files;
    }

    private record Entry(String path, int directory) {}

    private static List<String> files5(Cursor at, Unit unit, int offsetSize, String compilationDirectory) {
        List<String> directories = new ArrayList<>();
        for (Entry entry : entries(at, unit, offsetSize)) {
            directories.add(spend(
                    join(directories.isEmpty() ? compilationDirectory : directories.get(0), entry.path), at, unit));
        }
        List<String> files = new ArrayList<>();
        for (Entry entry : entries(at, unit, offsetSize)) {
            files.add(spend(
                    join(entry.directory < directories.size() ? directories.get(entry.directory) : "", entry.path),
                    at,
                    unit));
        }
        return files;
    }

    /** A table that says itself what its columns are.   @dwarf 5, 6.2.4.1 */
    private static List<Entry> entries(Cursor at, Unit unit, int offsetSize) {
        int columns = at.u8();
        int[] contents = new int[columns];
        int[] forms = new int[columns];
        for (int i = 0; i < columns; i++) {
            contents[i] = at.ulebInt();
            forms[i] = at.ulebInt();
        }
        long count = at.uleb();
        if (count < 0 || count > MOST_FILES || count > at.remaining() || count > 0 && columns == 0) {
            throw at.bad("a line program cannot have " + Long.toUnsignedString(count) + " files");
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String path = "";
            int directory = 0;
            for (int k = 0; k < columns; k++) {
                if (contents[k] == CONTENT_PATH) {
                    path = path(at, forms[k], unit, offsetSize);
                } else if (contents[k] == CONTENT_DIRECTORY) {
                    directory = directory(at, forms[k]);
                } else {
                    Form.skip(forms[k], at, unit.header());
                }
            }
            entries.add(new Entry(spend(path, at, unit), directory));
        }
        return entries;
    }

    private static String path(Cursor at, int form, Unit unit, int offsetSize) {
        return switch (form) {
            case Form.STRING -> at.text();
            case Form.LINE_STRP -> unit.sections().lineTexts().text(at.unsigned(offsetSize));
            case Form.STRP -> unit.sections().texts().text(at.unsigned(offsetSize));
            case Form.STRX -> unit.bases().text(at.uleb());
            case Form.STRX1 -> unit.bases().text(at.u8());
            case Form.STRX2 -> unit.bases().text(at.u16());
            case Form.STRX3 -> unit.bases().text(at.u24());
            case Form.STRX4 -> unit.bases().text(at.u32());
            default -> throw at.bad("a file name has the form " + form);
        };
    }

    private static int directory(Cursor at, int form) {
        return switch (form) {
            case Form.DATA1 -> at.u8();
            case Form.DATA2 -> at.u16();
            case Form.UDATA -> at.ulebInt();
            default -> throw at.bad("the number of a directory has the form " + form);
        };
    }

    /** Notes the length of a path: a few bytes could name a long one any number of times. */
    private static String spend(String path, Cursor at, Unit unit) {
        unit.sections().effort().spend(path.length(), at.bytes(), at.position());
        return path;
    }

    /** A path within a folder, or the path itself when it is absolute. */
    static String join(String folder, String path) {
        boolean absolute = path.startsWith("/") || path.startsWith("\\") || path.length() > 1 && path.charAt(1) == ':';
        if (folder.isEmpty() || absolute) {
            return path;
        }
        return path.isEmpty() || path.equals(".") ? folder : folder + (folder.endsWith("/") ? "" : "/") + path;
    }
}
