package ringside.oracle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * QEMU's machine {@code mps2-an385}, driven by its gdb port on the loopback address.
 *
 * <p>Requests are gathered and sent together; a step must be the last of them, since QEMU takes what arrives while its
 * processor runs as a wish to stop it.
 */
final class QemuGdb implements AutoCloseable {
    private static final int START_TRIES = 200;

    private final Process process;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final StringBuilder requests = new StringBuilder();

    private QemuGdb(Process process, Socket socket) throws IOException {
        this.process = process;
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /** Starts QEMU with a stopped processor. */
    static QemuGdb start() {
        try {
            int port = freePort();
            Process process = new ProcessBuilder(
                            "qemu-system-arm",
                            "-M",
                            "mps2-an385",
                            "-display",
                            "none",
                            "-monitor",
                            "none",
                            "-serial",
                            "null",
                            "-S",
                            "-gdb",
                            "tcp:127.0.0.1:" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            QemuGdb gdb = new QemuGdb(process, connect(port));
            gdb.ask("qXfer:features:read:target.xml:0,ffb");
            return gdb;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static Socket connect(int port) throws IOException {
        for (int i = 0; ; i++) {
            try {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(20_000);
                return socket;
            } catch (IOException notYet) {
                if (i == START_TRIES) {
                    throw notYet;
                }
                try {
                    TimeUnit.MILLISECONDS.sleep(20);
                } catch (InterruptedException stop) {
                    throw new IllegalStateException("interrupted while waiting for QEMU", stop);
                }
            }
        }
    }

    // ---- requests, gathered ----

    private void request(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += text.charAt(i);
        }
        requests.append('$').append(text).append('#');
        requests.append(HexFormat.of().toHexDigits((byte) sum));
    }

    private void send() {
        try {
            out.write(requests.toString().getBytes(StandardCharsets.US_ASCII));
            out.flush();
            requests.setLength(0);
        } catch (IOException broken) {
            throw new UncheckedIOException("QEMU has ended", broken);
        }
    }

    private String reply() {
        try {
            int c = in.read();
            while (c == '+') {
                c = in.read();
            }
            if (c != '$') {
                throw new IllegalStateException("QEMU's gdb port sent " + c + "; has it ended? " + process.isAlive());
            }
            StringBuilder text = new StringBuilder();
            for (c = in.read(); c != '#'; c = in.read()) {
                if (c < 0) {
                    throw new IllegalStateException("QEMU has ended");
                }
                text.append((char) c);
            }
            in.read();
            in.read();
            return text.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException("no answer from QEMU", broken);
        }
    }

    private String ask(String text) {
        request(text);
        send();
        return reply();
    }

    private void expectOk(String reply) {
        if (!reply.equals("OK")) {
            throw new IllegalStateException("QEMU answered " + reply);
        }
    }

    // ---- what the tests need ----

    /** Sets R0 to R15 and xPSR, makes so many steps, and reads them again. */
    int[] run(int[] registers, int steps) {
        StringBuilder all = new StringBuilder("G");
        for (int register : registers) {
            appendWord(all, register);
        }
        request(all.toString());
        for (int i = 0; i < steps; i++) {
            request("s");
            send();
            if (i == 0) {
                expectOk(reply());
            }
            reply();
        }
        return registers();
    }

    /** Makes so many steps. */
    void step(int steps) {
        for (int i = 0; i < steps; i++) {
            ask("s");
        }
    }

    /** R0 to R15 and xPSR. */
    int[] registers() {
        String text = ask("g");
        int[] values = new int[17];
        for (int i = 0; i < values.length; i++) {
            values[i] = word(text, 8 * i);
        }
        return values;
    }

    byte[] read(int address, int length) {
        byte[] all = new byte[length];
        for (int at = 0; at < length; at += 2048) {
            int size = Math.min(2048, length - at);
            String text = ask("m" + Integer.toHexString(address + at) + "," + Integer.toHexString(size));
            System.arraycopy(HexFormat.of().parseHex(text), 0, all, at, size);
        }
        return all;
    }

    void write(int address, byte[] bytes) {
        for (int at = 0; at < bytes.length; at += 1024) {
            int size = Math.min(1024, bytes.length - at);
            expectOk(ask("M" + Integer.toHexString(address + at) + "," + Integer.toHexString(size) + ":"
                    + HexFormat.of().formatHex(bytes, at, at + size)));
        }
    }

    private static void appendWord(StringBuilder text, int value) {
        text.append(HexFormat.of().toHexDigits(Integer.reverseBytes(value)));
    }

    private static int word(String text, int at) {
        return Integer.reverseBytes(HexFormat.fromHexDigits(text, at, at + 8));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            process.destroyForcibly();
        }
        process.destroy();
    }
}
