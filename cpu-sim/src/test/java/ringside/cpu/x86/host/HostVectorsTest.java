package ringside.cpu.x86.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import ringside.cpu.x86.form.Form;

/**
 * The simulated processor does what a real one did with the same cases. The resource holds, form by form, sixteen bits of
 * checksum for the outcome of each case; the cases come from the seed again. {@link HostTest} shows a real outcome.
 */
class HostVectorsTest {
    static final String RESOURCE = "/ringside/cpu/x86/float-outcomes.bin";
    static final int CASES = 200;

    private static Map<String, short[]> outcomes() throws IOException {
        Map<String, short[]> outcomes = new HashMap<>();
        byte[] all;
        try (InputStream in = new InflaterInputStream(HostVectorsTest.class.getResourceAsStream(RESOURCE))) {
            all = in.readAllBytes();
        }
        ByteArrayInputStream bytes = new ByteArrayInputStream(all);
        DataInputStream in = new DataInputStream(bytes);
        while (bytes.available() > 0) {
            String form = in.readUTF();
            short[] digests = new short[CASES];
            for (int i = 0; i < CASES; i++) {
                digests[i] = in.readShort();
            }
            outcomes.put(form, digests);
        }
        return outcomes;
    }

    @Test
    void everyFormDoesWhatARealProcessorDid() throws IOException {
        Map<String, short[]> outcomes = outcomes();
        SimulatedFloat simulated = new SimulatedFloat();
        List<String> wrong = new ArrayList<>();
        for (Form form : FloatForms.list()) {
            short[] expected = outcomes.get(form.toString());
            if (expected == null) {
                wrong.add(form + ": has no vectors");
                continue;
            }
            List<FloatCase> cases = new FloatCases(FloatForms.seed(form)).list(form, CASES);
            for (int i = 0; i < CASES; i++) {
                FloatCase given = cases.get(i);
                if (Outcome.digest(Outcome.of(form, given, simulated.run(given))) != expected[i]) {
                    wrong.add(form + ": case " + i + ": " + Outcome.text(given));
                    break;
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(outcomes.size() >= 300, outcomes.size() + " forms");
    }
}
