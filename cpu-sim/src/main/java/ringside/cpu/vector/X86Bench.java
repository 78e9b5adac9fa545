package ringside.cpu.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.UnimplementedEncodingException;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.decode.X86Decoder;

/**
 * An x86-64 core in memory of its own, on which vectors are run one after the other.
 *
 * <p>There are no descriptor tables: segments are flat, and whatever loads one faults, but for a null selector and in real
 * mode. Exceptions and software interrupts are not delivered but compared.
 */
final class X86Bench implements VectorTarget {
    private static final X86VectorRegister RIP = X86VectorRegister.named("rip");

    private final X86Pages pages = new X86Pages();
    private final X86VectorCore cpu = new X86VectorCore(pages);
    private final X86Run run = new X86Run(cpu, new X86Decoder());
    private final X86VectorState before = new X86VectorState();
    private final X86VectorState after = new X86VectorState();

    @Override
    public String run(VectorJson json) {
        X86Vector vector = X86Parser.parse(json);
        cpu.reset();
        vector.mode().enter(cpu, vector.privilege());
        vector.registersBefore().writeTo(cpu);
        cpu.begin();
        List<VectorBytes> memory = new ArrayList<>(vector.memoryBefore());
        memory.add(new VectorBytes(cpu.codeAddress(0), vector.code()));
        pages.reset(vector.pages());
        pages.setWriteProtect((cpu.system().cr0 & SystemRegisters.CR0_WP) != 0);
        pages.put(memory);
        before.readFrom(cpu);
        return outcome(vector, memory);
    }

    private String outcome(X86Vector vector, List<VectorBytes> memory) {
        X86Run.Outcome outcome;
        try {
            outcome = run.run(isOneIteration(vector));
        } catch (UnimplementedEncodingException | IllegalStateException stopped) {
            return stopped.getMessage();
        }
        after.readFrom(cpu);
        Differences differences = new Differences();
        differences.compareExceptions(vector.exception(), outcome.exception());
        new X86Check(vector, differences).compareRegisters(before, after);
        compareFault(vector, outcome, differences);
        MemoryCheck check = new MemoryCheck(memory, vector.memoryAfter());
        if (vector.exception() == null) {
            check.compareAll(pages, differences);
        } else {
            check.compareNamed(pages, differences);
        }
        return differences.text();
    }

    /** A repeated string instruction is run whole, unless the vector expects to find it where it was. */
    private boolean isOneIteration(X86Vector vector) {
        X86VectorState expected = vector.registersAfter().has(RIP) ? vector.registersAfter() : before;
        return vector.exception() == null && expected.low(RIP) == before.low(RIP);
    }

    private static void compareFault(X86Vector vector, X86Run.Outcome outcome, Differences differences) {
        if (vector.exception() == null || !vector.exception().equals(outcome.exception())) {
            return;
        }
        Long code = vector.errorCode();
        if (code != null && code != outcome.errorCode()) {
            boolean none = outcome.errorCode() == X86Fault.NO_ERROR_CODE;
            differences.add("errorCode", hex(code), none ? "none" : hex(outcome.errorCode()));
        }
        if (vector.faultAddress() != null && vector.faultAddress() != outcome.address()) {
            differences.add("cr2", hex(vector.faultAddress()), hex(outcome.address()));
        }
    }

    static String hex(long value) {
        return String.format(Locale.ROOT, "%x", value);
    }
}
