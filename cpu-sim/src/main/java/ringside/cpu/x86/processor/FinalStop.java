package ringside.cpu.x86.processor;

import ringside.cpu.machine.StopReason;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/** Why the machine can never go on, if it cannot: the guest ended it, or a triple fault did. */
final class FinalStop {
    private boolean ended;
    private int exitCode;
    private String diagnosis;

    /** The guest ended by itself. */
    void end(int code) {
        ended = true;
        exitCode = code;
    }

    /** A triple fault. */
    void shutDown(String why) {
        diagnosis = why;
    }

    /** The reason, or null while the machine can go on. */
    StopReason reason() {
        StopReason shutDown = diagnosis != null ? new StopReason.TripleFault(diagnosis) : null;
        return ended ? new StopReason.Halted(exitCode) : shutDown;
    }

    /** Whether the guest has ended by itself. */
    boolean isEnded() {
        return ended;
    }

    void reset() {
        ended = false;
        exitCode = 0;
        diagnosis = null;
    }

    void save(StateWriter out) {
        out.flag(ended);
        out.word(exitCode);
        out.flag(diagnosis != null);
        if (diagnosis != null) {
            out.text(diagnosis);
        }
    }

    void restore(StateReader in) {
        ended = in.flag();
        exitCode = in.word();
        diagnosis = in.flag() ? in.text() : null;
    }
}
