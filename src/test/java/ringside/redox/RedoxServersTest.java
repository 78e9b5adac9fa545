package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.InputLog;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionOptions;

/** The program of mini-redox that asks the kernel and the servers for everything. */
final class RedoxServersTest {
    private static final String IMAGE = "kernels/guest/test-images/mini-redox-tests.rom";
    private static final Pattern REPORT = Pattern.compile("tester: (\\d+) held, (\\d+) failed\n");

    /** The exit device gives twice the code, plus one: 1 says that nothing failed. */
    @Test
    void theKernelAndTheServersDoWhatTheyAreAskedFor() {
        SessionOptions options = new SessionOptions("pc", MachineOptions.DEFAULT, HistoryBudget.STANDARD);
        Session session = Session.open(ImageCatalog.open(IMAGE), options, new InputLog());
        StopReason stop = session.timeline()
                .run(RunBudget.of(100_000_000), Cancellation.NEVER)
                .stop();
        String text = session.console().text();
        Matcher report = REPORT.matcher(text);
        assertTrue(report.find(), text);
        assertEquals("0", report.group(2), text);
        assertTrue(Integer.parseInt(report.group(1)) > 150, text);
        assertEquals(new StopReason.Halted(1), stop);
    }
}
