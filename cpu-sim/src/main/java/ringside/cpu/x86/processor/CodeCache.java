package ringside.cpu.x86.processor;

import java.util.HashMap;
import java.util.Map;
import ringside.cpu.bus.Ram;

/** All decoded code, by where it lies in RAM and by the mode it was decoded for. */
final class CodeCache {
    /** The modes that decode differently: 16-bit real, 16-bit protected, 32-bit, 64-bit. */
    static final int MODES = 4;

    private final Map<Ram, CodePage[][]> byRam = new HashMap<>();
    private long epoch;

    /** Memory may have changed without our notice: every page is compared with it before it is used again. */
    void suspectAll() {
        epoch++;
    }

    /** Forgets everything. */
    void clear() {
        byRam.clear();
    }

    /** Forgets what is decoded at a place, in all modes. */
    void forget(Ram ram, int page, int offset, int length) {
        CodePage[][] pages = byRam.get(ram);
        if (pages == null || pages[page] == null) {
            return;
        }
        for (CodePage code : pages[page]) {
            if (code != null) {
                code.forget(offset, length);
            }
        }
    }

    /** Whether something in a page is decoded. */
    boolean hasCode(Ram ram, int page) {
        CodePage[][] pages = byRam.get(ram);
        return pages != null && pages[page] != null;
    }

    /** The page, as far as it is decoded and still holds; null if nothing ever was. */
    CodePage find(Ram ram, int page, int mode) {
        CodePage[][] pages = byRam.get(ram);
        CodePage code = pages == null || pages[page] == null ? null : pages[page][mode];
        if (code != null && code.epoch != epoch) {
            if (!code.isCurrent()) {
                code.forgetAll();
            }
            code.epoch = epoch;
        }
        return code;
    }

    /** Puts an empty page at a place. */
    CodePage make(Ram ram, int page, int mode) {
        CodePage[][] pages = byRam.computeIfAbsent(ram, r -> new CodePage[r.pageCount()][]);
        if (pages[page] == null) {
            pages[page] = new CodePage[MODES];
        }
        pages[page][mode] = new CodePage(ram, page, epoch);
        return pages[page][mode];
    }
}
