package ringside.cpu.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86State;
import ringside.cpu.x86.X87Registers;

/**
 * A register as vectors name it: a number, or for {@code xmm0} and {@code st0} bytes, the lowest first.
 *
 * @param index its place in {@link #ALL}
 * @param bytes how many bytes it is written as, or 0 if it is written as a number
 * @param low reads it, or its first eight bytes
 * @param high reads its other bytes
 */
record X86VectorRegister(
        String name, int index, int bytes, ToLongFunction<X86Core> low, ToLongFunction<X86Core> high, Writer writer) {

    /** Writes a register. */
    @FunctionalInterface
    interface Writer {
        void write(X86Core cpu, long low, long high);
    }

    private static final String[] GENERAL = {
        "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"
    };
    private static final String[] SEGMENTS = {"es", "cs", "ss", "ds", "fs", "gs"};

    /** All of them. */
    static final List<X86VectorRegister> ALL = new Table().list();

    private static final Map<String, X86VectorRegister> BY_NAME = byName();

    /** The register of that name, or null. */
    static X86VectorRegister named(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, X86VectorRegister> byName() {
        Map<String, X86VectorRegister> all = new LinkedHashMap<>();
        ALL.forEach(register -> all.put(register.name, register));
        return all;
    }

    boolean isSystem() {
        return name.startsWith("cr") || name.equals("efer");
    }

    /** Builds the list. */
    private static final class Table {
        private final List<X86VectorRegister> all = new ArrayList<>();

        List<X86VectorRegister> list() {
            for (int i = 0; i < GENERAL.length; i++) {
                int n = i;
                number(GENERAL[i], cpu -> cpu.gpr(n), (cpu, value) -> cpu.setGpr(n, value));
            }
            number("rip", X86State::nextRip, X86Core::setNextRip);
            number("rflags", X86State::rflags, (cpu, value) -> cpu.setRflags(value.intValue()));
            segments();
            system();
            sse();
            x87();
            return List.copyOf(all);
        }

        private void number(String name, ToLongFunction<X86Core> reader, BiConsumer<X86Core, Long> writer) {
            all.add(new X86VectorRegister(
                    name, all.size(), 0, reader, cpu -> 0, (cpu, low, high) -> writer.accept(cpu, low)));
        }

        private void segments() {
            for (int i = 0; i < SEGMENTS.length; i++) {
                int n = i;
                number(SEGMENTS[i], cpu -> cpu.segment(n).selector(), (cpu, value) -> setSelector(cpu, n, value));
            }
            base("fsbase", X86State.FS);
            base("gsbase", X86State.GS);
        }

        private void base(String name, int n) {
            number(
                    name,
                    cpu -> cpu.segment(n).base(),
                    (cpu, value) -> cpu.segment(n).setBase(value));
        }

        private static void setSelector(X86Core cpu, int n, long value) {
            if (cpu.isProtected()) {
                cpu.segment(n).setSelector((int) value);
            } else {
                cpu.segment(n).loadReal((int) value);
            }
        }

        private void system() {
            system("cr0", s -> s.cr0, (s, value) -> s.cr0 = value);
            system("cr2", s -> s.cr2, (s, value) -> s.cr2 = value);
            system("cr3", s -> s.cr3, (s, value) -> s.cr3 = value);
            system("cr4", s -> s.cr4, (s, value) -> s.cr4 = value);
            system("efer", s -> s.efer, (s, value) -> s.efer = value);
        }

        private void system(
                String name, ToLongFunction<SystemRegisters> reader, BiConsumer<SystemRegisters, Long> writer) {
            number(name, cpu -> reader.applyAsLong(cpu.system()), (cpu, value) -> {
                writer.accept(cpu.system(), value);
                cpu.systemChanged();
            });
        }

        private void sse() {
            number("mxcsr", cpu -> cpu.sse().mxcsr(), (cpu, value) -> cpu.sse().setMxcsr(value.intValue()));
            for (int i = 0; i < 16; i++) {
                int n = i;
                all.add(new X86VectorRegister(
                        "xmm" + i,
                        all.size(),
                        16,
                        cpu -> cpu.sse().low(n),
                        cpu -> cpu.sse().high(n),
                        (cpu, low, high) -> cpu.sse().set(n, low, high)));
            }
        }

        /** The status word stands before the registers: it says which one is ST(0). */
        private void x87() {
            number("fcw", cpu -> cpu.x87().control(), (cpu, value) -> cpu.x87().setControl(value.intValue()));
            number("fsw", cpu -> cpu.x87().status(), (cpu, value) -> cpu.x87().setStatus(value.intValue()));
            number(
                    "ftw",
                    cpu -> ~cpu.x87().empty() & X87Registers.ALL_EMPTY,
                    (cpu, value) -> cpu.x87().setEmpty(~value.intValue()));
            for (int i = 0; i < 8; i++) {
                int n = i;
                all.add(new X86VectorRegister(
                        "st" + i,
                        all.size(),
                        10,
                        cpu -> cpu.x87().significand(physical(cpu, n)),
                        cpu -> cpu.x87().signExponent(physical(cpu, n)),
                        (cpu, low, high) -> cpu.x87().set(physical(cpu, n), (int) high, low)));
            }
        }

        private static int physical(X86Core cpu, int n) {
            return cpu.x87().top() + n & 7;
        }
    }
}
