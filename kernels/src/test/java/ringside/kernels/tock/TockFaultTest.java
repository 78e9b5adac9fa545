package ringside.kernels.tock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault that the kernel wrote down is told in words, with the address that it was about. */
class TockFaultTest {
    @ParameterizedTest
    @CsvSource({
        "82, 20010400, data access not permitted at 2001_0400 (DACCVIOL)",
        "1, -1, instruction fetch not permitted (IACCVIOL)",
        "8200, 60000000, nothing answers a data access at 6000_0000 (PRECISERR)",
        "02000000, -1, a division by zero (DIVBYZERO)",
        "0, -1, fault without a recorded cause"
    })
    void theStatusRegisterIsPutIntoWords(String status, String address, String words) {
        assertEquals(words, TockFault.words(Integer.parseUnsignedInt(status, 16), Long.parseLong(address, 16)));
    }
}
