package ringside.app.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringside.cpu.history.Cancellation;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;

/** What is told about the next mode is what comes, at every instruction of the boot. */
class ModeForecastTest {
    private static final int LAST = 40_000;
    private static final int FIRST = 9_000;

    @Test
    void everyForecastComesTrueAndOnlyInterruptsComeUnforetold() {
        Session session = Session.open(ImageCatalog.open("mini-tock"));
        session.timeline().seek(FIRST, Cancellation.NEVER);
        int forecasts = 0;
        int changes = 0;
        for (int i = FIRST; i < LAST; i++) {
            String now = session.registers().mode();
            String forecast = ModeForecast.read(session).mode();
            session.timeline().step();
            String then = session.registers().mode();
            String at = "after instruction " + session.timeline().mark();
            if (!forecast.isEmpty()) {
                forecasts++;
                assertEquals(forecast, then, at);
            } else if (!then.equals(now)) {
                changes++;
                assertTrue(then.startsWith("Handler mode"), at + ": " + now + " became " + then);
                assertFalse(then.contains("SVCall"), at);
            }
        }
        assertTrue(forecasts > 10, forecasts + " forecasts, " + changes + " changes without");
    }
}
