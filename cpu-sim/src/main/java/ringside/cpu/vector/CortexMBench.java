package ringside.cpu.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import ringside.cpu.armv7m.CortexMConfiguration;
import ringside.cpu.armv7m.CortexMProcessor;
import ringside.cpu.armv7m.decode.ThumbInstructionDecoder;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/**
 * A Cortex-M3 in memory of its own, on which vectors are run one after the other.
 *
 * <p>The whole address space is the vector's and may be executed; there are no private peripherals and no bit-band
 * aliases. A vector begins with the state after reset, which is kept: a reset itself would need a vector table in the
 * vector's memory. If its {@code xpsr} names an exception, its handler runs. There is no debugger: {@code BKPT}
 * escalates to a HardFault.
 */
final class CortexMBench implements VectorTarget {
    private static final CortexMConfiguration CONFIGURATION = new CortexMConfiguration(32, 8, 8, false, 0, 0, true);
    private static final int HARD_FAULT = 3;

    private final Setup flat = new Setup(CortexMPages.flat());
    private final CortexMParser parser = new CortexMParser(new LinkedHashSet<>(flat.processor.registerNames()));
    private final byte[] afterReset;

    CortexMBench() {
        flat.processor.reset();
        StateWriter out = new StateWriter();
        flat.processor.save(out);
        afterReset = out.toByteArray();
    }

    /** A processor and its memory. */
    private static final class Setup {
        private final CortexMPages memory;
        private final TraceRing trace = new TraceRing(64);
        private final CortexMProcessor processor;

        Setup(CortexMPages memory) {
            this.memory = memory;
            processor = new CortexMProcessor(
                    memory.bus(), new Clock(), trace, new ThumbInstructionDecoder(), CONFIGURATION);
            trace.record(CpuEventKind.EXCEPTION_ENTRY.bit() | CpuEventKind.FAULT.bit());
        }
    }

    @Override
    public String run(VectorJson json) {
        CortexMVector vector = parser.parse(json);
        Setup setup = vector.pages() == null ? flat : new Setup(CortexMPages.of(vector.pages()));
        String difference = run(setup, vector);
        setup.memory.clear();
        return difference;
    }

    private String run(Setup setup, CortexMVector vector) {
        CortexMProcessor processor = setup.processor;
        processor.restore(new StateReader(afterReset));
        setBefore(setup, vector);
        Map<String, Long> before = readRegisters(processor);
        setup.trace.clear();
        StopReason stop = processor.run(RunBudget.STEP);
        if (stop instanceof StopReason.UnimplementedEncoding missing) {
            return missing.explanation();
        }
        Differences differences = new Differences();
        differences.compareExceptions(vector.exception(), exceptionTaken(setup.trace));
        new CortexMCheck(vector, differences).compareRegisters(before, readRegisters(processor));
        MemoryCheck memory = new MemoryCheck(memoryBefore(vector), vector.memoryAfter());
        if (vector.exception() == null) {
            memory.compareAll(setup.memory, differences);
        } else {
            memory.compareNamed(setup.memory, differences);
        }
        return differences.text();
    }

    private static List<VectorBytes> memoryBefore(CortexMVector vector) {
        List<VectorBytes> all = new ArrayList<>(vector.memoryBefore());
        long pc = vector.registersBefore().getOrDefault("pc", 0L);
        all.add(new VectorBytes(pc & ~1L, vector.code()));
        return all;
    }

    private static void setBefore(Setup setup, CortexMVector vector) {
        CortexMProcessor processor = setup.processor;
        Map<String, Long> given = vector.registersBefore();
        setup.memory.put(memoryBefore(vector));
        for (String name : processor.registerNames()) {
            processor.writeRegister(name, name.equals("xpsr") ? 0x0100_0000L : 0);
        }
        for (String name : processor.registerNames()) {
            if (given.containsKey(name) && !name.equals("sp")) {
                processor.writeRegister(name, given.get(name));
            }
        }
        if (given.containsKey("sp")) {
            processor.writeRegister("sp", given.get("sp"));
        }
        processor.memoryChanged();
    }

    private static Map<String, Long> readRegisters(CortexMProcessor processor) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (String name : processor.registerNames()) {
            values.put(name, processor.readRegister(name));
        }
        return values;
    }

    /**
     * The number of the exception that the instruction caused, after escalation. With the reset value of SHCSR every
     * configurable fault becomes a HardFault; that one may fail to be entered, if no vector can be read.
     */
    private static Integer exceptionTaken(TraceRing trace) {
        Integer fault = null;
        for (int i = 0; i < trace.size(); i++) {
            if (trace.kind(i) == CpuEventKind.EXCEPTION_ENTRY) {
                return (int) trace.argument(i, 0);
            }
            fault = HARD_FAULT;
        }
        return fault;
    }
}
