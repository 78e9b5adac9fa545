package ringside.cpu.silicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.cpu.vector.VectorCount;
import ringside.cpu.vector.VectorFailure;
import ringside.cpu.vector.VectorRunner;

/** A sample of what a processor of silicon did, taken down once by {@link SampleMaker}. */
class SiliconSampleTest {
    @Test
    void ourCoreDoesWhatSiliconDid() throws IOException {
        List<VectorFailure> failures = new ArrayList<>();
        try (InputStream sample = SiliconSampleTest.class.getResourceAsStream("sample.jsonl.gz")) {
            VectorCount count = new VectorRunner().run("sample.jsonl.gz", sample, failures::add);
            assertEquals(List.of(), failures.subList(0, Math.min(10, failures.size())), count.toString());
            assertTrue(count.passed() >= 100_000, count.toString());
        }
    }
}
