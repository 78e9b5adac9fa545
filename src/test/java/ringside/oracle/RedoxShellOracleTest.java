package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.cpu.history.Cancellation;
import ringside.cpu.machine.RunBudget;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;

/**
 * A session at the shell of mini-redox, with every program and every fault experiment: each process prints the same text
 * here and in QEMU. Whose line comes first may differ.
 *
 * <p>One thing differs: RF in the flags that a fault saves. The processor sets it so that the instruction is not stopped
 * at again when it is repeated; QEMU does not. @sdm Vol.3A 17.3.1.1
 */
@Tag("oracle")
final class RedoxShellOracleTest {
    private static final String IMAGE = "mini-redox";
    private static final String PROMPT = "$ ";
    private static final long RF = 1 << 16;
    private static final Pattern FLAGS = Pattern.compile("rflags 0x([0-9a-f]+)");
    private static final List<String> LINES = List.of(
            "help",
            "ls /scheme",
            "ls /scheme/ramfs",
            "cat /scheme/ramfs/numbers.txt",
            "echo one > /scheme/file/one",
            "cat /scheme/file/one",
            "mkdir /scheme/file/folder",
            "ls",
            "rm /scheme/file/one",
            "cat /scheme/nothing",
            "run file-copy /scheme/initfs/bin/nulld /scheme/ramfs/copy",
            "run file-copy /scheme/ramfs/copy /scheme/file/copy 12000",
            "run page-toucher",
            "run name-drop",
            "run ping-pong client 5",
            "run sse",
            "run two-windows",
            "run cpu-hog 1",
            "run crasher kernel-write",
            "run crasher bad-pointer",
            "run crasher null",
            "run crasher cli",
            "run crasher hlt",
            "run crasher port",
            "run crasher jump-to-data",
            "run crasher daemon-null",
            "run crasher daemon-silent",
            "run crasher double-reply",
            "run crasher unknown-tag",
            "run crasher irq-forgetful",
            "run crasher register-twice",
            "run crasher register-not-root",
            "run crasher nothing");

    private static String ours;
    private static String theirs;

    @BeforeAll
    static void runBoth(@TempDir Path folder) throws Exception {
        ours = runHere();
        theirs = runInQemu(Files.write(
                folder.resolve(IMAGE + ".rom"), ImageCatalog.open(IMAGE).elf()));
    }

    @Test
    void everyProcessPrintsTheSameTextInQemu() {
        Map<String, List<String>> here = byWriter(FLAGS.matcher(ours).replaceAll("rflags"));
        assertTrue(here.keySet().containsAll(List.of("kernel", "init", "crasher", "crasher-client", "sse")), ours);
        assertEquals(byWriter(FLAGS.matcher(theirs).replaceAll("rflags")), here);
    }

    /** The differences: RF is set in what a fault saves here, and all other flags are the same. */
    @Test
    void onlyTheResumeFlagDiffersAfterFaults() {
        List<Long> here = flags(ours);
        assertEquals(7, here.size());
        assertTrue(here.stream().allMatch(flags -> (flags & RF) != 0), here.toString());
        List<Long> there = flags(theirs);
        assertEquals(there, here.stream().map(flags -> flags & ~RF).toList());
    }

    private static List<Long> flags(String text) {
        List<Long> found = new ArrayList<>();
        Matcher matcher = FLAGS.matcher(text);
        while (matcher.find()) {
            found.add(Long.parseLong(matcher.group(1), 16));
        }
        return found;
    }

    /** The lines of each writer, in order: a line begins with its name and a colon; others are the shell's. */
    private static Map<String, List<String>> byWriter(String text) {
        return text.replace("\r", "")
                .lines()
                .collect(Collectors.groupingBy(
                        line -> line.matches("[a-z0-9-]+: .*") ? line.substring(0, line.indexOf(':')) : "",
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static String runHere() {
        Session session = Session.open(ImageCatalog.open(IMAGE));
        int seen = 0;
        for (String line : LINES) {
            seen = toThePrompt(session, seen);
            session.input("uart0", (line + "\r").getBytes(StandardCharsets.UTF_8));
        }
        toThePrompt(session, seen);
        return session.console().text();
    }

    private static int toThePrompt(Session session, int seen) {
        for (int slice = 0; slice < 1_000; slice++) {
            session.timeline().run(RunBudget.of(100_000), Cancellation.NEVER);
            String text = session.console().text();
            if (text.length() > seen && text.endsWith(PROMPT)) {
                return text.length();
            }
        }
        throw new AssertionError(
                "no prompt here, but " + session.console().text().substring(seen));
    }

    private static String runInQemu(Path rom) throws Exception {
        Process qemu = new ProcessBuilder(
                        "qemu-system-x86_64",
                        "-M",
                        "pc",
                        "-m",
                        "64M",
                        "-display",
                        "none",
                        "-monitor",
                        "none",
                        "-no-reboot",
                        "-icount",
                        "shift=5",
                        "-serial",
                        "stdio",
                        "-bios",
                        rom.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        StringBuilder text = new StringBuilder();
        try {
            for (String line : LINES) {
                readToThePrompt(qemu.getInputStream(), text);
                qemu.getOutputStream().write((line + "\r").getBytes(StandardCharsets.UTF_8));
                qemu.getOutputStream().flush();
            }
            readToThePrompt(qemu.getInputStream(), text);
            return text.toString();
        } finally {
            qemu.destroyForcibly();
            qemu.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** Reads on until the prompt stands at the end and nothing more comes for a moment. */
    private static void readToThePrompt(InputStream output, StringBuilder text)
            throws IOException, InterruptedException {
        int start = text.length();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            if (output.available() > 0) {
                text.append(new String(output.readNBytes(output.available()), StandardCharsets.UTF_8));
            } else if (text.length() > start && text.toString().endsWith(PROMPT)) {
                return;
            } else {
                Thread.sleep(2);
            }
        }
        throw new AssertionError("no prompt in QEMU, but " + text.substring(start));
    }
}
