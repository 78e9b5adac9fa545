package ringside.oracle;

import java.util.Random;

/** The text of a test program that is being written, and the number of its present test. */
final class Listing {
    final StringBuilder text = new StringBuilder();
    final Random random;
    int test;

    Listing(long seed) {
        random = new Random(seed);
    }
}
