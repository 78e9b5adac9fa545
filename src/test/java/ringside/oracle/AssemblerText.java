package ringside.oracle;

import java.util.Locale;
import java.util.Random;

/**
 * Writes tests in assembler for the runtime {@code system-runtime.s}.
 *
 * <p>Each test notes its number in the log, does its work between two labels, and logs what it found. A fault is logged
 * by the handler of the runtime, which lets the test go on at its end. R4 to R6 belong to the test; the macros use R9 to
 * R11.
 */
abstract class AssemblerText {
    final Listing listing;
    final Random random;
    final StringBuilder text;

    AssemblerText(Listing listing) {
        this.listing = listing;
        random = listing.random;
        text = listing.text;
    }

    /** Writes all tests of this kind. */
    abstract void write();

    final void line(String format, Object... arguments) {
        text.append("        ")
                .append(String.format(Locale.ROOT, format, arguments))
                .append('\n');
    }

    final void load(String register, int value) {
        line("LI %s, 0x%x", register, value);
    }

    final void poke(int address, int value) {
        load("r0", address);
        load("r1", value);
        line("str r1, [r0]");
        line("dsb");
        line("isb");
    }

    final void logWord(int address) {
        load("r0", address);
        line("ldr r1, [r0]");
        line("PUT r1");
    }

    final void begin() {
        listing.test++;
        line("NOTE 0x%x", 0x7E57_0000 | listing.test);
        load("r0", 0x2000_0000);
        line("LA r1, resume_%d", listing.test);
        line("str r1, [r0]");
    }

    /** Where a fault lets the listing.test go on: privileged, on the main stack, without masks, with the stack as it was. */
    final void end() {
        line("nop");
        text.append("resume_").append(listing.test).append(":\n");
        line("mov r0, #0");
        line("msr basepri, r0");
        line("msr primask, r0");
        line("msr faultmask, r0");
        line("NOTE 0x%x", 0xED00_0000 | listing.test);
    }

    final void unprivileged() {
        line("mov r0, #1");
        line("msr control, r0");
        line("isb");
    }

    final int any(int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** As {@link #end}, for a test that ends unprivileged. */
    final void endUnprivileged() {
        line("svc #2");
        end();
    }
}
