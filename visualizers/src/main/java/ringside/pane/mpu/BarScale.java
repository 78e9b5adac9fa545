package ringside.pane.mpu;

import java.util.List;

/**
 * Maps addresses to places on a bar, and back.
 *
 * <p>A bar is not to scale: a process of four kilobytes would vanish beside a memory of four megabytes. Between two
 * neighbouring stops places are in proportion, so the subregions of a region are equally wide.
 *
 * @param stops addresses with their places, from 0 to 1, both rising
 */
record BarScale(List<Stop> stops) {

    /** An address and its place. */
    record Stop(long address, double place) {}

    BarScale {
        stops = List.copyOf(stops);
    }

    /** The place of an address; outside of the bar it is cut off. */
    double place(long address) {
        for (int i = 1; i < stops.size(); i++) {
            Stop before = stops.get(i - 1);
            Stop after = stops.get(i);
            if (address <= after.address()) {
                double part = (double) (address - before.address()) / (after.address() - before.address());
                return before.place() + Math.max(0, part) * (after.place() - before.place());
            }
        }
        return 1;
    }

    /** The address at a place. */
    long address(double place) {
        for (int i = 1; i < stops.size(); i++) {
            Stop before = stops.get(i - 1);
            Stop after = stops.get(i);
            if (place < after.place()) {
                double part = (place - before.place()) / (after.place() - before.place());
                return before.address() + (long) (Math.max(0, part) * (after.address() - before.address()));
            }
        }
        return stops.get(stops.size() - 1).address() - 1;
    }
}
