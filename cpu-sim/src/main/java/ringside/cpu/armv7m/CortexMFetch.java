package ringside.cpu.armv7m;

import java.util.Arrays;
import ringside.cpu.armv7m.exception.ExceptionNumber;
import ringside.cpu.armv7m.exception.FaultStatus;
import ringside.cpu.armv7m.mpu.AccessKind;
import ringside.cpu.bus.Bus.RamLocation;
import ringside.cpu.machine.Probes;
import ringside.cpu.machine.StopReason;

/**
 * Fetches, decodes and executes instructions between two looks at the rest of the system.
 *
 * <p>How it works: (1) {@link #interpret} runs the decoded instructions of one 256-byte block while nothing needs
 * {@link #attention}; whatever may change who comes next (a device, a mask, a fault) sets it. Where branches arrive often
 * enough, {@link CompiledStretch} runs the same instructions. (2) Breakpoints, probes, IT
 * blocks and code seen for the first time are flags of a slot, so that plain instructions pay nothing for them. (3) A
 * table remembers, as for data, the blocks that the present code may execute.
 */
abstract class CortexMFetch extends CortexMExceptions {
    private static final int CODE_ENTRIES = 256;

    final ThumbDecoder decoder;
    private final int[] codeTags = new int[CODE_ENTRIES];
    private final CodeBlock[] codeBlocks = new CodeBlock[CODE_ENTRIES];
    private Probes probes = Probes.NONE;
    private CodeMarks probeMarks = CodeMarks.NONE;
    private long[] breakpoints = new long[0];
    private CodeMarks breakpointMarks = CodeMarks.NONE;

    /** So many arrivals make code worth compiling: HotSpot needs long for it, so it is for loops that really run. */
    int arrivalsToCompile = 250_000;
    /** The mark at which the present run began. */
    long runStart;
    /** Why the present run must end, or null. */
    StopReason stop;

    CortexMFetch(CortexMParts parts) {
        super(parts);
        decoder = parts.decoder();
    }

    // ---- places that matter ----

    /** See {@link ringside.cpu.machine.Processor#setProbes}. */
    public final void setProbes(Probes wanted) {
        probes = wanted;
        probeMarks = CodeMarks.of(bus, wanted.addresses());
        forgetCode();
    }

    final void setBreakpoints(long[] wanted) {
        if (!Arrays.equals(wanted, breakpoints)) {
            long[] before = breakpoints;
            breakpoints = wanted;
            breakpointMarks = CodeMarks.of(bus, wanted);
            forgetSlots(before);
            forgetSlots(wanted);
        }
    }

    private void forgetSlots(long[] addresses) {
        for (long address : addresses) {
            RamLocation at = bus.ramAt(address & 0xFFFF_FFFEL);
            CodeBlock block = at == null ? null : codeCache.find(at.ram(), at.page(), at.offset());
            if (block != null) {
                block.forget(at.offset() - block.offset >>> 1);
            }
        }
    }

    // ---- execute ----

    /** Executes so many instructions at most, fewer if something needs attention, at least one. */
    final void advance(int instructions) {
        try {
            if (!thumb) {
                r[PC] = pc + 4;
                throw usageFault(FaultStatus.INVSTATE);
            }
            int i = pc >>> CodeBlock.SHIFT & CODE_ENTRIES - 1;
            if (codeTags[i] == (pc >>> CodeBlock.SHIFT | context)) {
                execute(codeBlocks[i], instructions);
            } else {
                executeNewlyFound(instructions);
            }
        } catch (InstructionAbandoned fault) {
            pc = r[PC] - 4;
            clock.retire();
            attention = true;
        }
    }

    private void execute(CodeBlock first, int instructions) {
        long limit = clock.instructions() + instructions;
        CodeBlock block = first;
        int number = pc >>> CodeBlock.SHIFT;
        while (block != null) {
            CompiledStretch compiled = arrive(block, limit);
            if (compiled != null) {
                compiled.run(this, limit);
                pc = nextPc;
            } else {
                interpret(block, limit);
            }
            if (attention || stop != null || clock.instructions() >= limit) {
                return;
            }
            if (pc >>> CodeBlock.SHIFT != number) {
                number = pc >>> CodeBlock.SHIFT;
                block = codeTags[number & CODE_ENTRIES - 1] == (number | context)
                        ? codeBlocks[number & CODE_ENTRIES - 1]
                        : null;
            }
        }
    }

    /** Counts an arrival at {@code pc} by a branch. Returns what was compiled from there if it may run now, or null. */
    private CompiledStretch arrive(CodeBlock block, long limit) {
        int index = (pc & CodeBlock.SIZE - 1) >>> 1;
        CompiledStretch compiled = block.compiled == null ? null : block.compiled[index];
        if (compiled != null) {
            return compiled.mayRun(pc, itState, limit - clock.instructions()) ? compiled : null;
        }
        if (block.arrivals[index] < arrivalsToCompile) {
            block.arrivals[index]++;
        } else if (block.arrivals[index] == arrivalsToCompile) {
            block.arrivals[index]++;
            compile(block, index);
        }
        return null;
    }

    private void compile(CodeBlock block, int index) {
        if (itState == 0) {
            CompiledStretch compiled = StretchCompiler.compile(Stretch.from(block, index, pc));
            if (compiled != null) {
                if (block.compiled == null) {
                    block.compiled = new CompiledStretch[CodeBlock.SIZE / 2];
                }
                block.compiled[index] = compiled;
            }
        }
    }

    /** Executes the instructions of a block one by one, up to the first that branches. */
    private void interpret(CodeBlock block, long limit) {
        ThumbInstruction[] code = block.code;
        char[] slots = block.slots;
        int at = pc;
        int number = at >>> CodeBlock.SHIFT;
        int next;
        do {
            int index = (at & CodeBlock.SIZE - 1) >>> 1;
            int slot = slots[index];
            r[PC] = at + 4;
            if ((slot | itState << 3) <= 4) {
                next = at + slot;
                nextPc = next;
                code[index].execute(this);
            } else if (executeSpecial(block, index, at)) {
                next = at + (slots[index] & CodeBlock.LENGTH);
            } else {
                break;
            }
            clock.retire();
            at = nextPc;
        } while (at == next && !attention && clock.instructions() < limit && at >>> CodeBlock.SHIFT == number);
        pc = at;
    }

    // ---- what compiled code calls around each instruction ----

    final void begin(int at, int next) {
        r[PC] = at + 4;
        nextPc = next;
    }

    /** Counts an instruction; true if the next one in memory must not follow at once. */
    final boolean end(int next) {
        clock.retire();
        return attention || nextPc != next;
    }

    /** Whether compiled code that has ended at its own start may run once more. */
    final boolean repeats(int start, int length, long limit) {
        return nextPc == start && !attention && itState == 0 && limit - clock.instructions() >= length;
    }

    /** Executes an instruction with a flag or in an IT block; false if the run must stop before it. */
    private boolean executeSpecial(CodeBlock block, int index, int at) {
        int slot = block.slots[index];
        if ((slot & CodeBlock.UNDECODED) != 0 || slot >>> CodeBlock.IT_SHIFT != itState) {
            slot = decode(block, index, at);
        }
        if ((slot & CodeBlock.BREAKPOINT) != 0 && clock.instructions() != runStart && isBreakpoint(at)) {
            stop = new StopReason.BreakpointReached(at & 0xFFFF_FFFFL);
            return false;
        }
        if ((slot & CodeBlock.PROBE) != 0) {
            reachProbe(at);
        }
        nextPc = at + (slot & CodeBlock.LENGTH);
        int it = itState;
        if (it == 0) {
            block.code[index].execute(this);
        } else {
            if ((slot & CodeBlock.UNCONDITIONAL) != 0 || conditionPassed(it >>> 4)) {
                block.code[index].execute(this);
            }
            itState = block.code[index].itStateAfter(it);
        }
        return true;
    }

    private boolean isBreakpoint(int at) {
        return Arrays.binarySearch(breakpoints, at & 0xFFFF_FFFFL) >= 0;
    }

    /** {@code ConditionPassed()}. @arm A7.3.1 */
    final boolean conditionPassed(int condition) {
        boolean result = switch (condition >>> 1) {
            case 0 -> z;
            case 1 -> c;
            case 2 -> n;
            case 3 -> v;
            case 4 -> c && !z;
            case 5 -> n == v;
            case 6 -> n == v && !z;
            default -> true;
        };
        return (condition & 1) != 0 && condition != 15 ? !result : result;
    }

    private void reachProbe(int at) {
        probes.reach(at & 0xFFFF_FFFFL, trace, clock.instructions());
        attention |= trace.seen() != null;
    }

    // ---- fetch and decode ----

    /** Executes from a block that the table does not know, or that the memory protection divides. */
    private void executeNewlyFound(int instructions) {
        r[PC] = pc + 4;
        CodeBlock block = fetch(pc);
        if (isUniform(pc)) {
            codeBlocks[pc >>> CodeBlock.SHIFT & CODE_ENTRIES - 1] = block;
            codeTags[pc >>> CodeBlock.SHIFT & CODE_ENTRIES - 1] = pc >>> CodeBlock.SHIFT | context;
            execute(block, instructions);
            return;
        }
        if (ThumbDecoder.isWide(block.halfword((pc & CodeBlock.SIZE - 1) >>> 1))) {
            fetch(pc + 2);
        }
        execute(block, 1);
    }

    private CodeBlock codeAt(int address) {
        int i = address >>> CodeBlock.SHIFT & CODE_ENTRIES - 1;
        return codeTags[i] == (address >>> CodeBlock.SHIFT | context) ? codeBlocks[i] : fetch(address);
    }

    /** The block of an address from which the present code may fetch; else the fault of a fetch. */
    private CodeBlock fetch(int address) {
        if (!permits(address, AccessKind.EXECUTE, privileged)) {
            throw fetchFault(ExceptionNumber.MEM_MANAGE, FaultStatus.IACCVIOL, address);
        }
        RamLocation at = bus.ramAt(address & 0xFFFF_FFFFL);
        if (at == null) {
            throw fetchFault(ExceptionNumber.BUS_FAULT, FaultStatus.IBUSERR, address);
        }
        CodeBlock block = codeCache.findCurrent(at.ram(), at.page(), at.offset());
        if (block == null) {
            block = codeCache.make(at.ram(), at.page(), at.offset());
            forgetPages();
        }
        return block;
    }

    private int decode(CodeBlock block, int index, int at) {
        int first = block.halfword(index);
        boolean wide = ThumbDecoder.isWide(first);
        boolean straddles = wide && index == CodeBlock.SIZE / 2 - 1;
        int second = straddles ? codeAt(at + 2).halfword(0) : wide ? block.halfword(index + 1) : 0;
        int slot = wide ? 4 : 2;
        slot |= itState << CodeBlock.IT_SHIFT;
        slot |= breakpointMarks.contains(block, index) ? CodeBlock.BREAKPOINT : 0;
        slot |= probeMarks.contains(block, index) ? CodeBlock.PROBE : 0;
        if (!straddles) {
            block.code[index] = decoder.decode(first, second, itState);
            slot |= block.code[index].isUnconditional() ? CodeBlock.UNCONDITIONAL : 0;
        } else {
            slot |= CodeBlock.UNDECODED;
            decodeStraddling(block, first, second);
        }
        block.slots[index] = (char) slot;
        return slot;
    }

    /** The second half lies in the next block, so it is looked at every time. */
    private void decodeStraddling(CodeBlock block, int first, int second) {
        int last = CodeBlock.SIZE / 2 - 1;
        if (block.code[last] == null || block.nextHalfword != second || block.lastItState != itState) {
            block.code[last] = decoder.decode(first, second, itState);
            block.nextHalfword = second;
            block.lastItState = itState;
        }
    }

    @Override
    void forgetCodeTags() {
        Arrays.fill(codeTags, 0);
    }

    final void forgetCode() {
        codeCache.clear();
        forgetPages();
    }
}
