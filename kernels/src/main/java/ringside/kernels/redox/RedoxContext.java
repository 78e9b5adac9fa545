package ringside.kernels.redox;

import static ringside.kernels.observe.Structure.number;

import ringside.cpu.image.dwarf.TypedValue;
import ringside.kernels.observe.Structure;

/**
 * An entry of the kernel's table of contexts that is in use.
 *
 * @param place its place in the table
 * @param value the structure, as it was when the table was read
 */
record RedoxContext(int place, TypedValue value) {

    int pid() {
        return (int) number(value, "pid");
    }

    String name() {
        return Structure.part(value, "name").asText();
    }

    /** The kernel's word for whether it can run. */
    String status() {
        return Structure.part(value, "status").variant();
    }

    boolean isAlive() {
        return !status().equals("Dead");
    }

    /** The kernel's word for what it waits for; {@code None} if it does not wait. */
    String reason() {
        return Structure.part(value, status().equals("HardBlocked") ? "hard_reason" : "reason")
                .variant();
    }

    long get(String field) {
        return number(value, field);
    }

    /** The place of its address space, or -1. */
    int space() {
        return (int) get("space") - 1;
    }
}
