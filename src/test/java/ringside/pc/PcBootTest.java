package ringside.pc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.Timeline;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEvent;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.kernels.view.SourceView;

/** The boot ROM and the test kernel of the PC, from the reset vector to the exit device. */
class PcBootTest {
    private static final long LIMIT = 10_000_000;
    private static final long SEED = 20_26;

    private final Session session = Session.open(ImageCatalog.open("pc-test"));

    private StopReason runToTheEnd() {
        return session.timeline().run(RunBudget.of(LIMIT), Cancellation.NEVER).stop();
    }

    @Test
    void everyTestOfTheKernelSeesWhatTheManualSays() {
        assertEquals(new StopReason.Halted(1), runToTheEnd());
        String console = session.console().text();
        assertTrue(console.endsWith("wrong: 0x0000000000000000\n"), console);
        assertTrue(console.lines().noneMatch(line -> line.contains("WRONG")), console);
        assertTrue(console.contains("1000 system calls: 0x00000000000003ef"), console);
    }

    /** @sdm Vol.3A 9.8, 9.8.5 */
    @Test
    void theFirmwareGoesThroughTheModesInTheOrderOfTheManual() {
        runToTheEnd();
        Set<String> modes = new LinkedHashSet<>();
        session.events().read(0, session.events().size(), (index, event) -> {
            if (event instanceof CpuEvent.ProcessorMode change) {
                modes.add(change.detail().get("mode").toString());
            }
            return modes.size() < 4;
        });
        assertEquals(List.of("protected-16", "protected-32", "compatibility", "long-64"), List.copyOf(modes));
    }

    /** Every step of the boot shows the line that the instruction stands on. */
    @Test
    void allCodeFromTheResetVectorToRustHasItsLine() {
        Set<Long> seen = new HashSet<>();
        while (!"firmware_main".equals(session.source(session.programCounter()).symbol())) {
            if (seen.add(session.programCounter())) {
                requireLine(session.programCounter(), "firmware/src/reset.rs");
            }
            session.timeline().run(RunBudget.STEP, Cancellation.NEVER);
        }
        assertEquals(44, seen.size());
    }

    @ParameterizedTest
    @CsvSource({
        "interrupt_common, 35, hal-x86/src/interrupt.rs",
        "enter_user, 13, hal-x86/src/user.rs",
        "leave_user, 9, hal-x86/src/user.rs",
        "system_call_entry, 17, hal-x86/src/user.rs"
    })
    void theAssemblyOfTheKernelHasItsLines(String symbol, int instructions, String file) {
        runToTheEnd();
        long start = session.debug().addressOf(symbol).orElseThrow();
        session.disassembly(start, instructions).lines().forEach(line -> requireLine(line.address(), file));
    }

    /** The source names the instruction, in its own notation: MOVL where the disassembly has mov. */
    private void requireLine(long address, String file) {
        SourceView source = session.source(address);
        String instruction = session.disassembly(address, 1).lines().get(0).mnemonic();
        String text = session.debug().sourceText(file).orElseThrow();
        String line = text.lines().toList().get(source.places().get(0).line() - 1);
        assertEquals(file, source.places().get(0).file());
        String mnemonic = instruction.replaceFirst("^rep |(?<=lgdt)d$", "");
        assertTrue(line.contains(mnemonic), instruction + " at " + Long.toHexString(address) + " is shown as " + line);
    }

    @Test
    void stepRunAndReplayMeetInTheSameStates() {
        Timeline timeline = session.timeline();
        runToTheEnd();
        long end = timeline.mark();
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            long mark = random.nextLong(end);
            timeline.seek(mark);
            String there = timeline.machine().digest();
            timeline.seek(Math.max(0, mark - random.nextLong(5_000)));
            timeline.seek(mark);
            assertEquals(there, timeline.machine().digest(), "seed " + SEED + ", mark " + mark);
            if (mark > 0) {
                timeline.stepBack();
                timeline.run(RunBudget.STEP, Cancellation.NEVER);
                assertEquals(there, timeline.machine().digest(), "a step back and forward at " + mark);
            }
        }
    }
}
