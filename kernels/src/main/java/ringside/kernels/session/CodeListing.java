package ringside.kernels.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ringside.cpu.image.ContentRange;
import ringside.cpu.machine.Machine;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.view.DisassemblyView.Line;
import ringside.cpu.view.MemoryView;

/** Instructions from an address on, and in between, as words, the constants that the compiler put among them. */
final class CodeListing {
    private final Machine machine;
    private final DebugInformation debug;

    CodeListing(Machine machine, DebugInformation debug) {
        this.machine = machine;
        this.debug = debug;
    }

    DisassemblyView from(long address, int count) {
        List<Line> lines = new ArrayList<>();
        long at = address;
        while (lines.size() < count) {
            Optional<ContentRange> range = debug.contentAt(at);
            boolean isData = range.isPresent()
                    && range.get().content() == ContentRange.Content.DATA
                    && at != machine.processor().programCounter();
            int before = lines.size();
            if (isData) {
                addWords(lines, at, range.get().end(), count);
            } else {
                addInstructions(lines, at, range.map(ContentRange::end).orElse(Long.MAX_VALUE), count);
            }
            if (lines.size() == before) {
                break;
            }
            Line last = lines.get(lines.size() - 1);
            at = last.address() + last.length();
        }
        return new DisassemblyView(lines);
    }

    private void addInstructions(List<Line> lines, long address, long end, int count) {
        for (Line line :
                machine.processor().disassemble(address, count - lines.size()).lines()) {
            if (line.address() >= end) {
                return;
            }
            lines.add(line);
        }
    }

    /** Words where the address is a multiple of four and there is room for one, else halfwords and bytes. */
    private void addWords(List<Line> lines, long address, long end, int count) {
        long at = address;
        while (at < end && lines.size() < count) {
            int size = at % 4 == 0 && end - at >= 4 ? 4 : at % 2 == 0 && end - at >= 2 ? 2 : 1;
            MemoryView bytes = machine.memory(at, size);
            lines.add(data(at, size, bytes));
            at += size;
        }
    }

    private static Line data(long address, int size, MemoryView bytes) {
        StringBuilder hex = new StringBuilder();
        long value = 0;
        for (int i = 0; i < size; i++) {
            hex.append(String.format(Locale.ROOT, "%02x", bytes.at(i)));
            value |= (long) bytes.at(i) << 8 * i;
        }
        String directive = size == 4 ? ".word" : size == 2 ? ".short" : ".byte";
        String text = String.format(Locale.ROOT, "0x%0" + 2 * size + "x", value);
        return new Line(address, hex.toString(), directive, text, -1, "");
    }
}
