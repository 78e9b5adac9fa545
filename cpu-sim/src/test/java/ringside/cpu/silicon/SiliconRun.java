package ringside.cpu.silicon;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ringside.cpu.vector.VectorCount;
import ringside.cpu.vector.VectorFailure;
import ringside.cpu.vector.VectorRunner;

/** A number of cases on the host's processor and on ours. */
final class SiliconRun {
    private static final int MOST_SHOWN = 3;

    private final Map<String, int[]> byMnemonic = new TreeMap<>();
    private final Map<String, List<String>> shown = new TreeMap<>();

    /** What the cases of a mnemonic came to. */
    record Figures(String mnemonic, int cases, int failed, List<String> examples) {}

    /** Runs cases of a seed. */
    VectorCount run(long seed, int codeBits, int cases) throws IOException, InterruptedException {
        try (Silicon silicon = Silicon.start()) {
            Feeder feeder = new Feeder(silicon.cases(), seed, codeBits, false, cases);
            feeder.start();
            VectorCount count = new VectorRunner().run("silicon", silicon.vectors(), this::failed);
            feeder.join();
            feeder.requireDone();
            feeder.sent().forEach((name, sent) -> figures(name)[0] += sent[0]);
            if (silicon.exitStatus() != 0 || count.passed() + count.failed() != cases) {
                throw new IOException("the harness stopped early, after " + count);
            }
            return count;
        }
    }

    private int[] figures(String name) {
        return byMnemonic.computeIfAbsent(mnemonic(name), key -> new int[2]);
    }

    private static String mnemonic(String name) {
        int end = name.indexOf(' ');
        return end < 0 ? name : name.substring(0, end);
    }

    private void failed(VectorFailure failure) {
        figures(failure.name())[1]++;
        List<String> examples = shown.computeIfAbsent(mnemonic(failure.name()), key -> new ArrayList<>());
        if (examples.size() < MOST_SHOWN) {
            examples.add(failure.name() + ": " + failure.difference());
        }
    }

    /** The figures of all mnemonics. */
    List<Figures> figures() {
        List<Figures> all = new ArrayList<>();
        byMnemonic.forEach(
                (mnemonic, n) -> all.add(new Figures(mnemonic, n[0], n[1], shown.getOrDefault(mnemonic, List.of()))));
        return all;
    }
}
