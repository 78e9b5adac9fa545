package ringside.app.simulation;

import ringside.kernels.session.Session;

/** What a value means that a program uses as an address of code. */
final class CodeAddress {
    private CodeAddress() {}

    /** The address of the instruction: on a Cortex-M bit 0 is the Thumb bit. @arm A4.1.1 */
    static long of(Session session, long value) {
        return isCortexM(session) ? value & ~1L : value;
    }

    static boolean isCortexM(Session session) {
        return session.timeline().machine().kind().startsWith("cortex-m");
    }
}
