package ringside.kernels.tock;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.image.Symbol;
import ringside.cpu.image.Symbols;
import ringside.kernels.view.MemoryMapView.Area;

/** Where the kernel itself lies, by the linker's symbols. */
record KernelBounds(List<Area> areas) {

    static KernelBounds of(Symbols symbols) {
        List<Area> areas = new ArrayList<>();
        add(areas, symbols, "_svectors", "_etext", "code");
        add(areas, symbols, "_sstack", "_estack", "stack");
        add(areas, symbols, "_srelocate", "_erelocate", "data");
        add(areas, symbols, "_szero", "_ezero", "zeroed data");
        return new KernelBounds(List.copyOf(areas));
    }

    private static void add(List<Area> areas, Symbols symbols, String first, String last, String purpose) {
        long start = symbols.named(first).map(Symbol::address).orElse(0L);
        symbols.named(last)
                .map(Symbol::address)
                .filter(end -> Long.compareUnsigned(start, end) < 0)
                .ifPresent(end -> areas.add(new Area(start, end, "kernel", -1, purpose)));
    }
}
