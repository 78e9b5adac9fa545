package ringside.cpu.tracefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.cpu.BadInputException;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.InputLog;
import ringside.cpu.history.Timeline;
import ringside.cpu.history.ToyMachine;
import ringside.cpu.machine.Input;

class TraceFileTest {
    private static final HistoryBudget DENSE = new HistoryBudget(1 << 24, 1 << 20, 64);
    private static final TraceManifest MANIFEST =
            new TraceManifest("0.1", "toy", "ab".repeat(32), Map.of("machine", "toy", "board", "toy-board"), 0);

    @TempDir
    Path folder;

    private static Timeline timeline(List<Input> inputs) {
        return new Timeline(ToyMachine.random(3), new InputLog(inputs), DENSE);
    }

    private static TraceFile recorded() {
        Timeline timeline = timeline(
                List.of(new Input(70, "serial", new byte[] {65}), new Input(900, "serial", new byte[] {(byte) 0xFF})));
        timeline.seek(20_000);
        timeline.seek(500);
        timeline.input("serial", new byte[] {1, 2});
        timeline.seek(9_999);
        timeline.seek(123);
        TraceFile trace = TraceRecorder.record(timeline, MANIFEST);
        assertEquals(123, timeline.mark());
        return trace;
    }

    @Test
    void aSavedTraceIsReadBackAndReplays() {
        TraceFile trace = recorded();
        Path file = folder.resolve("run.rtrace");
        TraceWriter.write(trace.withNotes("{\"bookmarks\":[5]}"), file);
        TraceFile read = TraceReader.read(file);
        assertEquals(trace.manifest().toJson(), read.manifest().toJson());
        assertEquals(9_999, read.manifest().lastMark());
        assertEquals(trace.digests(), read.digests());
        assertEquals("{\"bookmarks\":[5]}", read.notes());
        assertEquals(List.of(70L, 500L), read.inputs().stream().map(Input::mark).toList());
        assertTrue(
                read.digests().size() > 30 && read.digests().size() <= 64,
                read.digests().size() + " digests");

        TraceReplay replay = TraceReplay.run(read, timeline(read.inputs()), Long.MAX_VALUE, Cancellation.NEVER);
        assertEquals(new TraceReplay(read.digests().size(), read.digests().size(), null, false), replay);
        assertTrue(replay.agrees());
    }

    @Test
    void theFirstDivergenceIsFound() {
        TraceFile trace = recorded();
        TraceReplay replay = TraceReplay.run(
                trace,
                timeline(List.of(trace.inputs().get(0), new Input(500, "serial", new byte[] {1, 3}))),
                Long.MAX_VALUE,
                Cancellation.NEVER);
        assertFalse(replay.agrees());
        assertTrue(
                replay.divergence().mark() >= 500, "at " + replay.divergence().mark());
        assertTrue(replay.verified() > 0);
        assertEquals(
                trace.digests().get(replay.verified()).digest(),
                replay.divergence().expected());
    }

    @Test
    void aReplayUpToAMarkComparesWhatLiesBefore() {
        TraceFile trace = recorded();
        TraceReplay replay = TraceReplay.run(trace, timeline(trace.inputs()), 1_000, Cancellation.NEVER);
        assertTrue(replay.checkpoints() < trace.digests().size());
        assertEquals(replay.checkpoints(), replay.verified());
        assertNull(replay.divergence());
    }

    @Test
    void equalTracesAreEqualFilesAndASavedOneReplacesTheOldWhole() throws IOException {
        Path file = folder.resolve("run.rtrace");
        TraceWriter.write(recorded(), file);
        byte[] first = Files.readAllBytes(file);
        TraceWriter.write(recorded(), file);
        assertArrayEquals(first, Files.readAllBytes(file));
        assertTrue(first.length < 8 << 10, first.length + " bytes");
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "no temporary file is left");
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() {
        Path nowhere = folder.resolve("missing").resolve("run.rtrace");
        BadInputException refused = assertThrows(BadInputException.class, () -> TraceWriter.write(recorded(), nowhere));
        assertTrue(refused.getMessage().contains("run.rtrace"), refused.getMessage());
        assertTrue(refused.getMessage().contains("folder does not exist"), refused.getMessage());
    }

    @Test
    void aLinkLeadsToTheFileAndStaysALink() throws IOException {
        Path real = folder.resolve("real.rtrace");
        Path link = Files.createSymbolicLink(folder.resolve("link.rtrace"), real);
        Files.writeString(real, "old");
        TraceWriter.write(recorded(), link);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(MANIFEST.image(), TraceReader.read(real).manifest().image());
    }

    @Test
    void whatIsThereAndIsNoFileIsNotReplaced() {
        for (Path place : List.of(folder, Path.of("/dev/null"), Path.of(""))) {
            assertThrows(BadInputException.class, () -> TraceWriter.write(recorded(), place));
        }
        assertTrue(Files.isDirectory(folder));
    }

    @Test
    void theImageTravelsWithTheTraceAndIsCheckedAgainstItsHash() {
        byte[] elf = {1, 2, 3};
        Path file = folder.resolve("run.rtrace");
        TraceWriter.write(recorded().withImage(elf), file);
        assertRefused(file, "not the image");
    }

    @Test
    void modulesTravelWithTheTrace() {
        List<TraceModule> modules =
                List.of(new TraceModule("disk", new byte[5_000]), new TraceModule("disk", new byte[] {7}));
        Path file = folder.resolve("run.rtrace");
        TraceWriter.write(recorded().withModules(modules), file);
        TraceFile read = TraceReader.read(file);
        assertEquals(
                List.of("disk", "disk"),
                read.modules().stream().map(TraceModule::name).toList());
        assertArrayEquals(new byte[5_000], read.modules().get(0).content());
        assertArrayEquals(new byte[] {7}, read.modules().get(1).content());
    }

    @Test
    void onlyATraceWithModulesNeedsTheNewVersion() {
        assertEquals(1, recorded().manifest().toJson().get("version").getAsInt());
        TraceFile trace = recorded().withModules(List.of(new TraceModule("disk", new byte[1])));
        assertEquals(2, trace.manifest().toJson().get("version").getAsInt());
    }

    // ---- damaged and foreign files ----

    private void assertModulesRefused(String from, String to, String reason) throws IOException {
        Map<String, byte[]> entries = entries();
        TraceFile trace = recorded().withModules(List.of(new TraceModule("disk", new byte[] {1, 2, 3})));
        String manifest = trace.manifest().toJson().toString();
        assertTrue(manifest.contains(from), manifest);
        entries.put("manifest.json", manifest.replace(from, to).getBytes(StandardCharsets.UTF_8));
        entries.put("modules/0", new byte[] {1, 2, 3});
        assertRefused(zip(entries), reason);
    }

    @Test
    void aDamagedModuleIsRefused() throws IOException {
        assertModulesRefused("\"size\":3", "\"size\":2", "modules/0: more than 2 bytes");
        assertModulesRefused("\"size\":3", "\"size\":4", "not the module \"disk\" that the manifest names");
        assertModulesRefused("\"size\":3", "\"size\":1073741825", "more than 1 GiB of modules");
        assertModulesRefused("\"size\":3", "\"size\":-1", "\"size\" must be a whole number");
        assertModulesRefused("\"sha256\":\"0", "\"sha256\":\"x", "64 hex digits");
        assertModulesRefused("\"name\":\"disk\"", "\"name\":[]", "\"name\" must be a text");
        assertModulesRefused("\"modules\":[{", "\"modules\":[7,{", "must be an object");
        assertModulesRefused("\"modules\":[", "\"modules\":[" + "{},".repeat(40), "at most 32");
        Map<String, byte[]> missing = entries();
        TraceFile trace = recorded().withModules(List.of(new TraceModule("disk", new byte[3])));
        missing.put("manifest.json", trace.manifest().toJson().toString().getBytes(StandardCharsets.UTF_8));
        assertRefused(zip(missing), "no modules/0");
        missing.put("modules/0", new byte[] {0, 0, 1});
        assertRefused(zip(missing), "the file is damaged");
    }

    private Map<String, byte[]> entries() throws IOException {
        Path file = folder.resolve("sound.rtrace");
        TraceWriter.write(recorded(), file);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return Files.write(folder.resolve("damaged.rtrace"), bytes.toByteArray());
    }

    private static void assertRefused(Path file, String reason) {
        BadInputException refused = assertThrows(BadInputException.class, () -> TraceReader.read(file));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
    }

    private void assertRefusedWith(String entry, String text, String reason) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
        assertRefused(zip(entries), reason);
    }

    @Test
    void whatIsNoTraceIsRefused() throws IOException {
        assertRefused(folder.resolve("absent.rtrace"), "is not a file");
        assertRefused(Files.write(folder.resolve("text.rtrace"), new byte[] {'h', 'i'}), "is not a trace");
        assertRefused(zip(Map.of("readme.txt", new byte[3])), "no manifest.json");
        assertRefusedWith("manifest.json", "{\"format\":\"other\"}", "not written by Ringside");
        assertRefusedWith("manifest.json", "{}", "not written by Ringside");
        assertRefusedWith("manifest.json", "{\"format\":\"ringside-trace\",\"version\":9}", "newer Ringside");
        assertRefusedWith("manifest.json", "{", "not JSON");
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        Path file = folder.resolve("run.rtrace");
        TraceWriter.write(recorded(), file);
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 97) {
            assertRefused(Files.write(folder.resolve("cut.rtrace"), java.util.Arrays.copyOf(bytes, length)), "");
        }
    }

    @Test
    void aMissingEntryIsNamed() throws IOException {
        for (String name : List.of("inputs.jsonl", "digests.jsonl", "notes.json")) {
            Map<String, byte[]> entries = entries();
            entries.remove(name);
            assertRefused(zip(entries), "no " + name);
        }
    }

    @Test
    void marksMustBeInOrder() throws IOException {
        assertRefusedWith(
                "inputs.jsonl",
                "{\"mark\":9,\"port\":\"serial\",\"text\":\"\"}\n{\"mark\":8,\"port\":\"serial\",\"text\":\"\"}\n",
                "mark 8 comes after mark 9");
        assertRefusedWith(
                "inputs.jsonl", "{\"mark\":10000,\"port\":\"serial\",\"text\":\"\"}\n", "behind the last mark");
        String digest = "\"digest\":\"" + "0".repeat(64) + "\"}\n";
        assertRefusedWith("digests.jsonl", "{\"mark\":5," + digest + "{\"mark\":5," + digest, "mark 5 comes after");
        assertRefusedWith("digests.jsonl", "{\"mark\":5," + digest, "the last of them at the last mark");
        assertRefusedWith("digests.jsonl", "{\"mark\":5,\"digest\":\"xyz\"}\n", "hex digits");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put("manifest.json", new byte[32 << 20]);
        assertRefused(zip(entries), "more than 65536 bytes");
        Map<String, byte[]> many = entries();
        for (int i = 0; i < 100; i++) {
            many.put("x" + i, new byte[0]);
        }
        assertRefused(zip(many), "entries");
    }
}
