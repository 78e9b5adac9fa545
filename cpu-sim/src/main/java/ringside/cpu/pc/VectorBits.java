package ringside.cpu.pc;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/** 256 bits, one a vector: IRR, ISR and TMR of a local APIC. @sdm Vol.3A 10.8.4 */
final class VectorBits implements Stateful {
    private final int[] words = new int[8];

    void set(int vector) {
        words[vector >>> 5] |= 1 << vector;
    }

    void clear(int vector) {
        words[vector >>> 5] &= ~(1 << vector);
    }

    boolean contains(int vector) {
        return (words[vector >>> 5] >>> vector & 1) != 0;
    }

    /** The highest vector, 0 if there is none: vectors below 16 are never in it. */
    int highest() {
        for (int i = 7; i >= 0; i--) {
            if (words[i] != 0) {
                return 32 * i + 31 - Integer.numberOfLeadingZeros(words[i]);
            }
        }
        return 0;
    }

    /** Vectors 32 n to 32 n + 31. */
    int word(int n) {
        return words[n];
    }

    void clearAll() {
        java.util.Arrays.fill(words, 0);
    }

    @Override
    public void save(StateWriter out) {
        out.words(words);
    }

    @Override
    public void restore(StateReader in) {
        in.words(words);
    }
}
