package ringside.cpu.x86.insn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.bus.Ram;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.insn.arithmetic.ArithmeticForms;
import ringside.cpu.x86.insn.bit.BitForms;
import ringside.cpu.x86.insn.control.ControlForms;
import ringside.cpu.x86.insn.data.DataForms;
import ringside.cpu.x86.insn.logic.LogicForms;
import ringside.cpu.x86.insn.port.PortForms;
import ringside.cpu.x86.insn.shift.ShiftForms;
import ringside.cpu.x86.insn.string.StringForms;

/** Instructions do to the flags what they declare, and leave everything as it was when they fault. */
class EffectsTest {
    private static final long SEED = 80286;
    private static final int CASES_PER_FORM = 200;
    /** Where operands in memory lie. */
    private static final int PAGE = RandomEncoding.FIRST / Ram.PAGE_SIZE;

    private final Random random = new Random(SEED);

    private static List<Form> forms() {
        return Stream.of(
                        ArithmeticForms.list(),
                        LogicForms.list(),
                        ShiftForms.list(),
                        BitForms.list(),
                        DataForms.list(),
                        StringForms.list(),
                        ControlForms.list(),
                        PortForms.list())
                .flatMap(List::stream)
                .toList();
    }

    /** Registers, flags, and the memory that operands lie in. */
    private record State(long[] registers, int flags, byte[] memory) {
        static State of(FlatX86 cpu) {
            long[] registers = new long[16];
            Arrays.setAll(registers, cpu::gpr);
            return new State(registers, cpu.rflags(), cpu.page(PAGE));
        }

        void into(FlatX86 cpu, int newFlags) {
            for (int i = 0; i < registers.length; i++) {
                cpu.setGpr(i, registers[i]);
            }
            cpu.setRflags(newFlags);
            cpu.setOnlyPage(PAGE, memory);
        }
    }

    private State randomState() {
        long[] registers = new long[16];
        Arrays.setAll(registers, i -> random.nextLong() >> random.nextInt(64));
        byte[] memory = new byte[Ram.PAGE_SIZE];
        random.nextBytes(memory);
        return new State(registers, random.nextInt() & Rflags.STATUS, memory);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 32})
    void onlyDeclaredFlagsChangeAndOnlyDeclaredFlagsDecide(int codeBits) {
        FlatX86 cpu = new FlatX86(codeBits);
        List<String> unused = new ArrayList<>();
        for (Form form : forms()) {
            if (form.is(codeBits == 64 ? "N64" : "O64")) {
                continue;
            }
            State state = randomState();
            int changed = 0;
            int declared = 0;
            for (int i = 0; i < CASES_PER_FORM; i++) {
                byte[] code = RandomEncoding.of(form, random, codeBits);
                Effects effects = cpu.decode(code).instruction().effects();
                changed |= check(cpu, code, effects, state, form);
                declared |= effects.writes() & Rflags.STATUS;
                state.registers[random.nextInt(16)] = random.nextLong() >> random.nextInt(64);
            }
            if ((declared & ~changed) != 0) {
                unused.add(form + ": " + Integer.toHexString(declared & ~changed));
            }
        }
        assertEquals(List.of(), unused, "flags that are declared but never changed, seed " + SEED);
    }

    /** Executes it twice, the second time with other values of the flags that are not declared to be read. */
    private int check(FlatX86 cpu, byte[] code, Effects effects, State state, Form form) {
        String what = form + " as " + HexFormat.of().formatHex(code) + " of " + effects + ", seed " + SEED;
        int before = random.nextInt() & Rflags.STATUS;
        state.into(cpu, before);
        X86Fault fault = cpu.execute(code);
        State after = State.of(cpu);
        int changed = (before ^ after.flags) & Rflags.STATUS;
        if (fault != null) {
            assertArrayEquals(state.registers, after.registers, what);
            assertArrayEquals(state.memory, after.memory, what);
            assertEquals(0, changed, what);
            return 0;
        }
        assertEquals(0, changed & ~(effects.writes() | effects.undefined()), what);

        int other = (before ^ random.nextInt() & ~effects.reads()) & Rflags.STATUS;
        state.into(cpu, other);
        assertEquals(null, cpu.execute(code), what);
        State afterOther = State.of(cpu);
        assertArrayEquals(after.registers, afterOther.registers, what);
        assertArrayEquals(after.memory, afterOther.memory, what);
        int kept = ~(before ^ after.flags) & ~(other ^ afterOther.flags);
        int differs = (after.flags ^ afterOther.flags) & Rflags.STATUS;
        assertEquals(0, differs & ~kept, what);
        return changed;
    }

    @Test
    void everyFormIsTried() {
        assertTrue(forms().size() > 200);
    }
}
