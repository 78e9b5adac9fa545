package ringside.cpu.armv7m;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.view.DisassemblyView.Line;

/** Turns memory into assembler text without effects, following IT blocks. */
final class Disassembler {
    private final Bus bus;
    private final ThumbDecoder decoder;

    Disassembler(Bus bus, ThumbDecoder decoder) {
        this.bus = bus;
        this.decoder = decoder;
    }

    /** So many instructions from an address on, the first in an IT block of that state. */
    DisassemblyView from(int start, int count, int itStateAtStart) {
        List<Line> lines = new ArrayList<>();
        int address = start & ~1;
        int itState = itStateAtStart;
        for (int i = 0; i < count; i++) {
            Line line = line(address, itState);
            lines.add(line);
            itState = itStateAfter(address, itState);
            address += line.length();
        }
        return new DisassemblyView(lines);
    }

    private Line line(int address, int itState) {
        long at = address & 0xFFFF_FFFFL;
        try {
            int first = (int) bus.peek(at, Width.HALFWORD);
            return decoder.disassemble(address, first, second(address, first), itState);
        } catch (BusFault nothing) {
            return new Line(at, "????", "", "", -1, "nothing answers here");
        }
    }

    private int second(int address, int first) {
        return ThumbDecoder.isWide(first) ? (int) bus.peek(address + 2 & 0xFFFF_FFFFL, Width.HALFWORD) : 0;
    }

    private int itStateAfter(int address, int itState) {
        try {
            int first = (int) bus.peek(address & 0xFFFF_FFFFL, Width.HALFWORD);
            return decoder.decode(first, second(address, first), itState).itStateAfter(itState);
        } catch (BusFault nothing) {
            return 0;
        }
    }
}
