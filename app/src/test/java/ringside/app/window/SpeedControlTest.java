package ringside.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The speed slider goes from one instruction a second to as fast as it goes. */
class SpeedControlTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 10", "1.7, 50", "3, 1000", "6, 1000000", "6.5, Infinity"})
    void speedsAreRoundNumbers(double position, double speed) {
        assertEquals(speed, SpeedControl.speed(position));
    }
}
