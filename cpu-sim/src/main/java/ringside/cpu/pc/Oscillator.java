package ringside.cpu.pc;

import ringside.cpu.time.Clock;

/**
 * A crystal of a frequency of its own, in step with the machine's clock: how many ticks have passed, and when the next
 * ones will. It has no state: its ticks are a function of the clock's cycles.
 *
 * @param clock the machine's clock
 * @param clockHertz cycles of that clock in a second
 * @param hertz ticks in a second, at most 16 million
 */
record Oscillator(Clock clock, long clockHertz, long hertz) {

    /** The ticks since power-on. */
    long ticks() {
        long cycles = clock.cycles();
        return cycles / clockHertz * hertz + cycles % clockHertz * hertz / clockHertz;
    }

    /** How many cycles there are from now to the moment of a tick, counted from power-on; at least 1. */
    long cyclesUntil(long tick) {
        long due = tick / hertz * clockHertz + (tick % hertz * clockHertz + hertz - 1) / hertz;
        return Math.max(1, due - clock.cycles());
    }

    /** So many ticks as cycles, at least 1. */
    long cycles(long ticks) {
        return Math.max(1, ticks * clockHertz / hertz);
    }
}
