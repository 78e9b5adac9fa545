package ringside.pane.mpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import ringside.cpu.armv7m.mpu.MpuRegion;
import ringside.cpu.armv7m.mpu.MpuView;
import ringside.kernels.view.MemoryMapView;
import ringside.kernels.view.TasksView;
import ringside.pane.NumberText;
import ringside.pane.Words;

/** Works out the bars: which stretches of addresses are worth drawing, and what lies in them. */
final class BarBuilder {
    private static final long CODE_END = 0x2000_0000L;
    private static final long RAM_END = 0x4000_0000L;
    private static final long HUGE = 1L << 28;
    private static final long SMALL = 4096;
    private static final double REGION_WEIGHT = 9;
    private static final double KERNEL_WEIGHT = 5;
    private static final double TASK_WEIGHT = 3;
    private static final double GAP_WEIGHT = 1;

    private final MpuView mpu;
    private final Optional<MemoryMapView> map;
    private final Optional<TasksView.Task> task;
    private final Optional<BarContent.Flag> question;

    BarBuilder(
            MpuView mpu,
            Optional<MemoryMapView> map,
            Optional<TasksView.Task> task,
            Optional<BarContent.Flag> question) {
        this.mpu = mpu;
        this.map = map;
        this.task = task;
        this.question = question;
    }

    List<BarContent> bars() {
        List<BarContent> bars = new ArrayList<>();
        bar(Words.of("mpu.flash"), 0, CODE_END).ifPresent(bars::add);
        bar(Words.of("mpu.ram"), CODE_END, RAM_END).ifPresent(bars::add);
        bar(Words.of("mpu.devices"), RAM_END, 1L << 32).ifPresent(bars::add);
        return bars;
    }

    private Optional<BarContent> bar(String title, long from, long to) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (MemoryMapView.Area area : map.map(MemoryMapView::areas).orElse(List.of())) {
            if (unsigned(area.start()) >= from && unsigned(area.start()) < to) {
                low = Math.min(low, unsigned(area.start()));
                high = Math.max(high, unsigned(area.end()));
            }
        }
        for (MpuRegion region : mpu.regions()) {
            long base = Integer.toUnsignedLong(region.base());
            if (region.isEnabled() && base >= from && base < to && region.sizeInBytes() < HUGE) {
                low = Math.min(low, base);
                high = Math.max(high, base + region.sizeInBytes());
            }
        }
        if (low >= high) {
            return Optional.empty();
        }
        long unit = Math.max(256, Long.highestOneBit(Math.max(1, (high - low) / 64)));
        long start = low / unit * unit;
        long end = (high + unit - 1) / unit * unit;
        List<BarContent.Area> areas = areas(start, end);
        return Optional.of(new BarContent(
                title, start, end, areas, pieces(start, end), flags(start, end), scale(start, end, areas)));
    }

    /** Gives regions much room, memory with an owner some, and memory that nobody has little. */
    private BarScale scale(long start, long end, List<BarContent.Area> areas) {
        TreeSet<Long> borders = new TreeSet<>(List.of(start, end));
        areas.forEach(area -> {
            borders.add(area.start());
            borders.add(area.end());
        });
        for (MpuRegion region : mpu.regions()) {
            long base = Integer.toUnsignedLong(region.base());
            if (isDrawn(region)) {
                borders.add(Math.max(start, Math.min(end, base)));
                borders.add(Math.max(start, Math.min(end, base + region.sizeInBytes())));
            }
        }
        List<Long> all = new ArrayList<>(borders);
        double[] weights = new double[all.size()];
        double total = 0;
        for (int i = 1; i < all.size(); i++) {
            weights[i] = weight(all.get(i - 1), all.get(i), areas);
            total += weights[i];
        }
        List<BarScale.Stop> stops = new ArrayList<>();
        double place = 0;
        for (int i = 0; i < all.size(); i++) {
            place += weights[i] / total;
            stops.add(new BarScale.Stop(all.get(i), Math.min(1, place)));
        }
        return new BarScale(stops);
    }

    private static boolean isDrawn(MpuRegion region) {
        return region.isEnabled() && region.hasValidSize() && region.sizeInBytes() < HUGE;
    }

    private double weight(long from, long to, List<BarContent.Area> areas) {
        for (MpuRegion region : mpu.regions()) {
            long base = Integer.toUnsignedLong(region.base());
            if (isDrawn(region) && base <= from && to <= base + region.sizeInBytes()) {
                return REGION_WEIGHT * (to - from) / region.sizeInBytes();
            }
        }
        for (BarContent.Area area : areas) {
            if (area.start() <= from && to <= area.end()) {
                boolean small = area.kernel() && to - from < SMALL;
                return small ? GAP_WEIGHT : area.kernel() ? KERNEL_WEIGHT : TASK_WEIGHT;
            }
        }
        return GAP_WEIGHT;
    }

    private List<BarContent.Area> areas(long start, long end) {
        List<BarContent.Area> areas = new ArrayList<>();
        for (MemoryMapView.Area area : map.map(MemoryMapView::areas).orElse(List.of())) {
            long first = Math.max(start, unsigned(area.start()));
            long last = Math.min(end, unsigned(area.end()));
            if (first < last) {
                areas.add(new BarContent.Area(first, last, area.owner(), area.task() < 0));
            }
        }
        return merged(areas);
    }

    private static List<BarContent.Area> merged(List<BarContent.Area> areas) {
        List<BarContent.Area> result = new ArrayList<>();
        for (BarContent.Area area : areas) {
            int last = result.size() - 1;
            if (last >= 0
                    && result.get(last).label().equals(area.label())
                    && result.get(last).end() == area.start()) {
                BarContent.Area before = result.get(last);
                result.set(last, new BarContent.Area(before.start(), area.end(), before.label(), before.kernel()));
            } else {
                result.add(area);
            }
        }
        return result;
    }

    private List<BarContent.Piece> pieces(long start, long end) {
        List<BarContent.Piece> pieces = new ArrayList<>();
        for (MpuRegion region : mpu.regions()) {
            long base = Integer.toUnsignedLong(region.base());
            if (!region.isEnabled() || !region.hasValidSize() || base >= end || base + region.sizeInBytes() <= start) {
                continue;
            }
            int parts = region.hasSubregions() ? 8 : 1;
            long size = region.sizeInBytes() / parts;
            long onEnd = base;
            for (int i = 0; i < parts; i++) {
                boolean on = (region.disabledSubregions() >>> i & 1) == 0;
                onEnd = on ? base + (i + 1) * size : onEnd;
            }
            for (int i = 0; i < parts; i++) {
                boolean on = (region.disabledSubregions() >>> i & 1) == 0;
                long first = Math.max(start, base + i * size);
                long last = Math.min(end, base + (i + 1) * size);
                if (first < last) {
                    String label = i == 0 ? label(region) : "";
                    pieces.add(new BarContent.Piece(
                            region.number(), first, last, on, label, Math.min(end, onEnd), hint(region, i, on)));
                }
            }
        }
        return pieces;
    }

    private static String label(MpuRegion region) {
        if (!region.hasSubregions() || region.disabledSubregions() == 0) {
            return Words.of("mpu.region", region.number());
        }
        int on = 8 - Integer.bitCount(region.disabledSubregions());
        return Words.of("mpu.region.part", region.number(), on);
    }

    private static String hint(MpuRegion region, int part, boolean on) {
        String text = Words.of(
                "mpu.region.hint",
                region.number(),
                NumberText.address(Integer.toUnsignedLong(region.base())),
                NumberText.size(region.sizeInBytes()),
                region.permission().words());
        return region.hasSubregions()
                ? text + "\n" + Words.of(on ? "mpu.subregion.on" : "mpu.subregion.off", part)
                : text;
    }

    private List<BarContent.Flag> flags(long start, long end) {
        List<BarContent.Flag> flags = new ArrayList<>();
        task.map(TasksView.Task::memory).ifPresent(memory -> {
            add(flags, start, end, memory.appBreak(), "app_break", BarContent.Kind.SOLID);
            add(flags, start, end, memory.kernelBreak(), "kernel_break", BarContent.Kind.DASHED);
        });
        question.filter(flag -> flag.address() >= start && flag.address() < end).ifPresent(flags::add);
        return flags;
    }

    private static void add(
            List<BarContent.Flag> flags, long start, long end, long address, String label, BarContent.Kind kind) {
        if (address > start && address <= end) {
            flags.add(new BarContent.Flag(address, label, kind));
        }
    }

    private static long unsigned(long address) {
        return address & 0xFFFF_FFFFL;
    }
}
