package ringside.cpu.silicon;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** Writes cases while the vectors of earlier ones are read. */
final class Feeder extends Thread {
    private final OutputStream out;
    private final CaseGenerator generator;
    private final int codeBits;
    private final int cases;
    private final Map<String, int[]> sent = new TreeMap<>();
    private IOException broken;

    Feeder(OutputStream out, long seed, int codeBits, boolean lean, int cases) {
        this.out = out;
        this.generator = new CaseGenerator(seed, codeBits, lean);
        this.codeBits = codeBits;
        this.cases = cases;
    }

    @Override
    public void run() {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 17);
        try (OutputStream closing = out) {
            Layout.of(codeBits).write(buffer);
            for (int i = 0; i < cases; i++) {
                SiliconCase next = generator.next();
                sent.computeIfAbsent(next.name, key -> new int[1])[0]++;
                next.write(buffer);
                if (buffer.position() > 1 << 16 || i == cases - 1) {
                    closing.write(buffer.array(), 0, buffer.position());
                    buffer.clear();
                }
            }
        } catch (IOException e) {
            broken = e;
        }
    }

    /** How many cases there were of each name. */
    Map<String, int[]> sent() {
        return sent;
    }

    /**
     * After the end of the thread.
     *
     * @throws IOException if not all cases could be written
     */
    void requireDone() throws IOException {
        if (broken != null) {
            throw new IOException("the harness does not take more cases", broken);
        }
    }
}
