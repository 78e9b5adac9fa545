package ringside.cpu.x86.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.cpu.x86.form.Form;

/**
 * The simulated processor does with every case what the one of this machine does. It needs an x86-64 processor and gcc.
 *
 * <p>{@code -Dhost.cases=20000} chooses how many cases a form has; {@code -Dhost.write=true} writes the vectors of
 * {@link HostVectorsTest} anew.
 */
@Tag("oracle")
class HostTest {
    private static final int CASES = Integer.getInteger("host.cases", 2000);
    private static final int SHOWN = 5;

    @TempDir
    Path folder;

    @Test
    void everyFormDoesWhatThisMachineDoes() throws IOException, InterruptedException {
        Host host = Host.compile(folder);
        SimulatedFloat simulated = new SimulatedFloat();
        List<String> wrong = new ArrayList<>();
        for (Form form : FloatForms.list()) {
            List<FloatCase> cases = new FloatCases(FloatForms.seed(form)).list(form, CASES);
            List<FloatCase> real = host.run(cases);
            int differences = 0;
            for (int i = 0; i < CASES; i++) {
                String difference = Outcome.difference(form, cases.get(i), real.get(i), simulated.run(cases.get(i)));
                if (difference != null && differences++ < SHOWN) {
                    wrong.add(form + ": " + difference + "; " + Outcome.text(cases.get(i)));
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void theVectorsAreWrittenWhenAskedFor() throws IOException, InterruptedException {
        if (!Boolean.getBoolean("host.write")) {
            return;
        }
        Host host = Host.compile(folder);
        Path file = Path.of("src/test/resources").resolve(HostVectorsTest.RESOURCE.substring(1));
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(Files.newOutputStream(file)))) {
            for (Form form : FloatForms.list()) {
                List<FloatCase> cases = new FloatCases(FloatForms.seed(form)).list(form, HostVectorsTest.CASES);
                List<FloatCase> real = host.run(cases);
                out.writeUTF(form.toString());
                for (int i = 0; i < cases.size(); i++) {
                    out.writeShort(Outcome.digest(Outcome.of(form, cases.get(i), real.get(i))));
                }
            }
        }
    }
}
