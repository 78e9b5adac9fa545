package ringside.cpu.vector;

import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.decode.X86Decoder;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Repeat;

/** Executes the instruction of a vector, up to its end or to the exception it causes. */
final class X86Run {
    /** A repeated string instruction of a vector that goes on for longer is taken to be endless. */
    private static final int MOST_ITERATIONS = 1 << 20;

    /** What is taken down where the instruction reaches its end. */
    static final Outcome COMPLETED = new Outcome(null, X86Fault.NO_ERROR_CODE, 0);

    private final X86VectorCore cpu;
    private final X86Decoder decoder;

    X86Run(X86VectorCore cpu, X86Decoder decoder) {
        this.cpu = cpu;
        this.decoder = decoder;
    }

    /**
     * How it ended.
     *
     * @param exception the exception's vector, or null
     * @param errorCode its error code, or {@link X86Fault#NO_ERROR_CODE}
     * @param address the address of a page fault
     */
    record Outcome(Integer exception, int errorCode, long address) {}

    /**
     * Executes the instruction at the instruction pointer.
     *
     * @param once whether a repeated string instruction ends after one iteration
     * @throws IllegalStateException if it goes on and on
     */
    Outcome run(boolean once) {
        cpu.begin();
        try {
            X86Decoder.Reading reading = decoder.read(cpu::fetch, cpu.codeBits(), !cpu.isProtected());
            if (reading.fields() == null) {
                throw X86Fault.undefinedOpcode();
            }
            cpu.setNextRip(ahead(reading.length()));
            Integer interrupt = softwareInterrupt(reading.fields());
            if (interrupt != null) {
                return new Outcome(interrupt, X86Fault.NO_ERROR_CODE, 0);
            }
            execute(reading, once);
            return COMPLETED;
        } catch (X86Fault fault) {
            cpu.setNextRip(cpu.rip());
            return new Outcome(fault.vector(), fault.errorCode(), fault.address());
        }
    }

    private void execute(X86Decoder.Reading reading, boolean once) {
        X86Instruction instruction = reading.fields().form().make(reading.fields());
        boolean repeats = !once
                && reading.fields().repeat() != Repeat.NONE
                && reading.fields().form().is("REP");
        instruction.execute(cpu);
        for (int i = 0; repeats && cpu.nextRip() == cpu.rip(); i++) {
            if (i == MOST_ITERATIONS) {
                throw new IllegalStateException("repeats more than " + MOST_ITERATIONS + " times");
            }
            cpu.setNextRip(ahead(reading.length()));
            instruction.execute(cpu);
        }
    }

    private long ahead(int length) {
        long next = cpu.rip() + length;
        return cpu.is64() ? next : next & (cpu.codeBits() == 16 ? 0xFFFF : 0xFFFF_FFFFL);
    }

    /** The interrupt that the instruction asks for, or null. It counts as an exception and is not delivered. */
    private Integer softwareInterrupt(Fields fields) {
        return switch (fields.form().mnemonic()) {
            case "INT" -> (int) fields.immediate(0) & 0xFF;
            case "INT3" -> X86Fault.BP;
            case "INT1" -> X86Fault.DB;
            case "INTO" -> cpu.flag(Rflags.OF) ? X86Fault.OF : null;
            default -> null;
        };
    }
}
