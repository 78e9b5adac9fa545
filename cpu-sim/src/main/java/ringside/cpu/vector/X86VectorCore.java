package ringside.cpu.vector;

import ringside.cpu.bus.Ram;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.TraceRing;
import ringside.cpu.x86.CodeObserver;
import ringside.cpu.x86.DescriptorTable;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** A processor core that executes one instruction at a time and delivers no exception. */
final class X86VectorCore extends X86Core {
    private static final CodeObserver NO_CODE = new CodeObserver() {
        @Override
        public boolean hasCode(Ram ram, int page) {
            return false;
        }

        @Override
        public void codeWritten(Ram ram, int page, int offset, int length) {}

        @Override
        public void translationForgotten(long linear) {}
    };

    /** Too short for a descriptor. */
    private static final DescriptorTable NO_DESCRIPTORS = new DescriptorTable(0, 0);
    /** Present; with a limit of 0 it permits no port. */
    private static final int BUSY_TSS = 0x8B00;

    private final X86Pages pages;

    X86VectorCore(X86Pages pages) {
        super(pages.bus(), new Clock(), new TraceRing(64));
        this.pages = pages;
        memory().connect(pages, NO_CODE, () -> {});
    }

    /** The state after reset, but general registers are 0, and the x87 unit has been initialised. */
    void reset() {
        resetCore();
        for (int n = 0; n < NONE; n++) {
            setGpr(n, 0);
        }
        x87().initialize();
        setGdtr(NO_DESCRIPTORS);
        tr().load(0, 0, 0, BUSY_TSS);
        memory().forgetAll();
    }

    /** Takes the instruction pointer that has been set for the start of an instruction. */
    void begin() {
        rip = nextRip;
    }

    /** The linear address of the code, the bytes counted from the start of the instruction. */
    long codeAddress(int index) {
        long offset = rip + index;
        return is64() ? offset : segment(CS).base() + offset & 0xFFFF_FFFFL;
    }

    /** A byte of the instruction. */
    int fetch(int index) {
        long offset = rip + index;
        boolean inSegment =
                is64() ? offset << 16 >> 16 == offset : offset <= segment(CS).limit();
        if (!inSegment) {
            throw X86Fault.generalProtection(0);
        }
        return pages.fetch(codeAddress(index), memory().privilege());
    }

    @Override
    public void halt() {}

    @Override
    public void shutdown(String diagnosis) {}
}
