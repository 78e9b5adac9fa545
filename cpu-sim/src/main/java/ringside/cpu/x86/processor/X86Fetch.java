package ringside.cpu.x86.processor;

import java.util.Arrays;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Bus.RamLocation;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Ram;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.Probes;
import ringside.cpu.machine.StopReason;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.TraceRing;
import ringside.cpu.x86.CodeObserver;
import ringside.cpu.x86.InstructionDecoder;
import ringside.cpu.x86.InstructionDecoder.Decoded;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;

/**
 * Fetches, decodes and executes instructions between two looks at the rest of the system.
 *
 * <p>How it works: (1) {@link #interpret} runs the decoded instructions of one page while nothing needs attention;
 * whatever may change who comes next (a device, a flag, a mode, a translation) sets it. (2) What is not decoded yet, has a
 * breakpoint, or goes on in the next page has length 0 in its slot, what has a probe a negative one; {@link #executeSpecial}
 * looks at those. (3) A
 * table remembers, as for data, the pages that the present code may execute.
 */
abstract class X86Fetch extends X86Core implements CodeObserver {
    private static final int ENTRIES = 256;
    private static final int IN_PAGE = CodePage.SIZE - 1;
    private static final long PAGE = ~(long) IN_PAGE;

    private final InstructionDecoder decoder;
    private final CodeCache cache = new CodeCache();
    private final long[] tags = new long[ENTRIES];
    private final CodePage[] pages = new CodePage[ENTRIES];
    /** The mode that {@link #tags} hold for. */
    private int decodeMode;

    private long[] breakpoints = new long[0];
    private Probes probes = Probes.NONE;
    private long[] probeAddresses = new long[0];

    /** The mark at which the present run began. */
    long runStart;
    /** Why the present run must end, or null. */
    StopReason stop;

    X86Fetch(Bus bus, Clock clock, TraceRing trace, InstructionDecoder decoder) {
        super(bus, clock, trace);
        this.decoder = decoder;
    }

    // ---- what is decoded ----

    @Override
    public final boolean hasCode(Ram ram, int page) {
        return cache.hasCode(ram, page);
    }

    @Override
    public final void codeWritten(Ram ram, int page, int offset, int length) {
        cache.forget(ram, page, offset, length);
    }

    @Override
    public final void translationForgotten(long linear) {
        tags[index(linear)] = 0;
        attention = true;
    }

    /** Memory may have changed without our notice. */
    final void suspectCode() {
        cache.suspectAll();
        memory().forgetAll();
    }

    /** Sets the addresses, as linear addresses, before whose instructions a run stops. */
    final void setBreakpoints(long[] wanted) {
        if (!Arrays.equals(wanted, breakpoints)) {
            long[] before = breakpoints;
            breakpoints = wanted;
            forgetSlots(before);
            forgetSlots(wanted);
        }
    }

    private void forgetSlots(long[] addresses) {
        for (long address : addresses) {
            long physical = memory().translation().peek(address);
            RamLocation at = physical < 0 ? null : memory().bus().ramAt(physical);
            if (at != null) {
                cache.forget(at.ram(), at.page(), at.offset(), 1);
            }
        }
        memory().forgetAll();
    }

    private boolean isBreakpoint(long linear) {
        return breakpoints.length > 0 && Arrays.binarySearch(breakpoints, linear) >= 0;
    }

    /**
     * Sets the static probes of the kernel, by linear addresses. They count in ring 0 only: a program of ring 3 may have
     * other code at such an address, if the kernel is linked low.
     */
    public final void setProbes(Probes wanted) {
        probes = wanted;
        probeAddresses = wanted.addresses();
        cache.clear();
        Arrays.fill(tags, 0);
        memory().forgetAll();
    }

    /**
     * Whether a probe lies at an offset of a page, by the address of now or by another that leads to the same memory: what
     * was decoded through one address is executed through the other too.
     */
    private boolean isProbed(CodePage page, int offset, long linear) {
        for (long address : probeAddresses) {
            if (((int) address & IN_PAGE) == offset && (address == linear || leadsTo(address, page))) {
                return true;
            }
        }
        return false;
    }

    private boolean leadsTo(long linear, CodePage page) {
        long physical = memory().translation().peek(linear);
        RamLocation at = physical < 0 ? null : memory().bus().ramAt(physical);
        return at != null && at.ram() == page.ram && at.page() == page.page;
    }

    private void reachProbe(long linear) {
        if (cpl() == 0) {
            probes.reach(linear, trace(), clock().instructions());
            attention |= trace().seen() != null;
        }
    }

    private static int index(long linear) {
        return (int) (linear >>> 12) & ENTRIES - 1;
    }

    private int mode() {
        int bits = codeBits();
        return bits == 64 ? 3 : bits == 32 ? 2 : is8086() ? 0 : 1;
    }

    // ---- execute ----

    /** The linear address of an offset in CS. */
    final long codeAddress(long offset) {
        return is64() ? offset : segment(CS).base() + offset & 0xFFFF_FFFFL;
    }

    /**
     * Executes so many instructions at most, fewer if something needs attention, at least one.
     *
     * @throws X86Fault with {@code rip} at the instruction that caused it
     */
    final void advance(long instructions) {
        long limit = clock().instructions() + instructions;
        attention = false;
        while (!attention && stop == null && clock().instructions() < limit) {
            interpret(page(), limit);
        }
    }

    private CodePage page() {
        int mode = mode();
        if (mode != decodeMode) {
            decodeMode = mode;
            Arrays.fill(tags, 0);
        }
        requireWithinLimit(rip, 1);
        long linear = codeAddress(rip);
        int i = index(linear);
        if (tags[i] != (linear & PAGE | memory().context())) {
            pages[i] = fetch(linear, mode);
            tags[i] = linear & PAGE | memory().context();
        }
        return pages[i];
    }

    private void requireWithinLimit(long offset, int bytes) {
        boolean within = is64()
                ? offset << 16 >> 16 == offset
                : offset + bytes - 1 <= segment(CS).limit();
        if (!within) {
            throw X86Fault.generalProtection(0);
        }
    }

    /** The decoded page of a linear address, or null if it is not RAM. */
    private CodePage fetch(long linear, int mode) {
        long physical = memory().translation().translate(linear, MemoryAccess.EXECUTE, memory().privilege());
        RamLocation at = memory().bus().ramAt(physical);
        if (at == null) {
            return null;
        }
        CodePage code = cache.find(at.ram(), at.page(), mode);
        if (code == null) {
            boolean first = !cache.hasCode(at.ram(), at.page());
            code = cache.make(at.ram(), at.page(), mode);
            if (first) {
                // From now on, writes to the page must be noticed.
                memory().forgetAll();
            }
        }
        return code;
    }

    /** Executes instructions of a page one by one, until one leaves it. */
    private void interpret(CodePage page, long limit) {
        if (page == null) {
            executeOutsideRam();
            return;
        }
        long bound = is64() ? Long.MAX_VALUE : segment(CS).limit();
        int at = (int) codeAddress(rip) & IN_PAGE;
        do {
            int length = page.lengths[at];
            if (length > 0) {
                nextRip = rip + length;
                page.code[at].execute(this);
            } else if (!executeSpecial(page, at)) {
                return;
            }
            clock().retire();
            long next = at + (nextRip - rip);
            rip = nextRip;
            if ((next & PAGE) != 0) {
                return;
            }
            at = (int) next;
        } while (!attention && clock().instructions() < limit && rip <= bound);
    }

    /** Executes an instruction that is not in its slot; false if the run must stop before it. */
    private boolean executeSpecial(CodePage page, int at) {
        long linear = codeAddress(rip);
        boolean breakpoint = isBreakpoint(linear);
        if (breakpoint && clock().instructions() != runStart) {
            stop = new StopReason.BreakpointReached(linear);
            return false;
        }
        if (page.lengths[at] >= 0) {
            Decoded decoded = decoder.decode(i -> byteAt(page, linear, i), codeBits(), is8086());
            requireWithinLimit(rip, decoded.length());
            boolean probed = isProbed(page, at, linear);
            if (probed) {
                reachProbe(linear);
            }
            if (!breakpoint && at + decoded.length() <= CodePage.SIZE) {
                page.keep(at, decoded.instruction(), decoded.length(), probed);
            }
            execute(decoded.instruction(), decoded.length());
        } else {
            reachProbe(linear);
            execute(page.code[at], -page.lengths[at]);
        }
        return true;
    }

    private void execute(X86Instruction instruction, int length) {
        nextRip = rip + length;
        instruction.execute(this);
    }

    private int byteAt(CodePage page, long linear, int i) {
        requireWithinLimit(rip + i, 1);
        int offset = ((int) linear & IN_PAGE) + i;
        if (offset < CodePage.SIZE) {
            return page.ram.page(page.page)[offset] & 0xFF;
        }
        return byteInNextPage(linear + i);
    }

    private int byteInNextPage(long linear) {
        long wrapped = is64() ? linear : linear & 0xFFFF_FFFFL;
        long physical = memory().translation().translate(wrapped, MemoryAccess.EXECUTE, memory().privilege());
        return physicalByte(physical);
    }

    private int physicalByte(long physical) {
        try {
            return (int) memory().bus().load(physical, Width.BYTE);
        } catch (BusFault nobody) {
            return 0xFF;
        }
    }

    /** Code in a device's registers, or where nothing answers: decoded each time. */
    private void executeOutsideRam() {
        long linear = codeAddress(rip);
        Decoded decoded = decoder.decode(i -> byteInNextPage(linear + i), codeBits(), is8086());
        execute(decoded.instruction(), decoded.length());
        clock().retire();
        rip = nextRip;
    }
}
