package ringside.cpu.x86;

import ringside.cpu.bus.Ram;

/** Whoever keeps decoded code and must hear of writes to it. */
public interface CodeObserver {

    /** Whether some of the page has been decoded. */
    boolean hasCode(Ram ram, int page);

    /** Bytes of that page are about to change: what was decoded from them no longer holds. */
    void codeWritten(Ram ram, int page, int offset, int length);

    /** The translation of a page is no longer known. */
    void translationForgotten(long linear);
}
