package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The lines of the whole program: address to line by binary search, line to addresses.   @dwarf 5, 6.2
 *
 * <p>How it works: the sequences of all units are put one behind the other in the order of their addresses, as columns of
 * numbers. A row holds up to the address of the next one; where several have one address, the last is the one that holds.
 */
public final class LineTable {
    private record Sequence(LineProgram program, int first, int end, int[] fileNumbers) {
        long start() {
            return program.rows().address(first);
        }
    }

    private final List<SourceFile> files;
    private final long[] addresses;
    private final long[] ends;
    private final int[] fileNumbers;
    private final int[] lines;
    private final int[] columns;
    private final boolean[] statements;
    private final Map<SourceFile, TreeMap<Integer, List<Long>>> byFile = new HashMap<>();

    private LineTable(List<SourceFile> files, List<Sequence> sequences) {
        this.files = files;
        sequences.sort(Comparator.comparing(Sequence::start, Long::compareUnsigned));
        int total = sequences.stream().mapToInt(s -> s.end - s.first).sum();
        addresses = new long[total];
        ends = new long[total];
        fileNumbers = new int[total];
        lines = new int[total];
        columns = new int[total];
        statements = new boolean[total];
        int row = 0;
        for (Sequence sequence : sequences) {
            row = append(sequence, row);
        }
        for (int i = 0; i < total; i++) {
            if (statements[i] && lines[i] > 0) {
                byFile.computeIfAbsent(files.get(fileNumbers[i]), file -> new TreeMap<>())
                        .computeIfAbsent(lines[i], line -> new ArrayList<>(1))
                        .add(addresses[i]);
            }
        }
    }

    private int append(Sequence sequence, int start) {
        LineRows rows = sequence.program.rows();
        int row = start;
        for (int i = sequence.first; i < sequence.end; i++) {
            addresses[row] = rows.address(i);
            ends[row] = rows.address(i + 1);
            int number = rows.file(i);
            fileNumbers[row] = number < sequence.fileNumbers.length ? sequence.fileNumbers[number] : 0;
            lines[row] = rows.line(i);
            columns[row] = rows.column(i);
            statements[row] = rows.has(i, LineRows.IS_STATEMENT);
            row++;
        }
        return row;
    }

    static LineTable of(Units units) {
        List<SourceFile> files = new ArrayList<>(List.of(new SourceFile("")));
        Map<String, Integer> numbers = new HashMap<>(Map.of("", 0));
        List<Sequence> sequences = new ArrayList<>();
        for (LineProgram program : units.linePrograms()) {
            int[] fileNumbers = program.header().files().stream()
                    .mapToInt(path -> numbers.computeIfAbsent(path, p -> {
                        files.add(new SourceFile(p));
                        return files.size() - 1;
                    }))
                    .toArray();
            addSequences(program, fileNumbers, units, sequences);
        }
        return new LineTable(files, sequences);
    }

    private static void addSequences(LineProgram program, int[] fileNumbers, Units units, List<Sequence> sequences) {
        LineRows rows = program.rows();
        int first = 0;
        for (int i = 0; i < rows.count(); i++) {
            if (rows.has(i, LineRows.END_SEQUENCE)) {
                if (i > first && units.sections().isLive(rows.address(first)) && ascends(rows, first, i)) {
                    sequences.add(new Sequence(program, first, i, fileNumbers));
                }
                first = i + 1;
            }
        }
    }

    private static boolean ascends(LineRows rows, int first, int end) {
        for (int i = first; i < end; i++) {
            if (Long.compareUnsigned(rows.address(i), rows.address(i + 1)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** The line of an address; none for code that belongs to no line. */
    public Optional<SourceLine> at(long address) {
        int row = floor(address);
        if (row < 0 || Long.compareUnsigned(address, ends[row]) >= 0 || lines[row] <= 0) {
            return Optional.empty();
        }
        return Optional.of(line(row));
    }

    /**
     * The addresses at which statements of a line begin, in their own order; several where the compiler made several copies of
     * the line.
     */
    public List<Long> addressesOf(SourceFile file, int line) {
        TreeMap<Integer, List<Long>> found = byFile.getOrDefault(file, new TreeMap<>());
        return found.getOrDefault(line, List.of()).stream()
                .sorted(Long::compareUnsigned)
                .distinct()
                .toList();
    }

    /** The lines of a file that statements begin on, where breakpoints can be set. */
    public List<Integer> linesWithCode(SourceFile file) {
        return List.copyOf(byFile.getOrDefault(file, new TreeMap<>()).keySet());
    }

    /** All files that code came from, by path. */
    public List<SourceFile> files() {
        return List.copyOf(new TreeSet<>(byFile.keySet()));
    }

    /** The files whose path is, or ends with, a name such as {@code src/main.rs}. */
    public List<SourceFile> filesNamed(String name) {
        return files().stream()
                .filter(file -> file.path().equals(name) || file.path().endsWith("/" + name))
                .toList();
    }

    /** All rows that hold for at least one address, by address. */
    public List<SourceLine> all() {
        List<SourceLine> all = new ArrayList<>();
        for (int row = 0; row < addresses.length; row++) {
            if (addresses[row] != ends[row] && lines[row] > 0) {
                all.add(line(row));
            }
        }
        return all;
    }

    private SourceLine line(int row) {
        return new SourceLine(
                files.get(fileNumbers[row]), lines[row], columns[row], statements[row], addresses[row], ends[row]);
    }

    /** The last row at or before an address. */
    private int floor(long address) {
        int low = 0;
        int high = addresses.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(addresses[middle], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
