package ringside.kernels.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringside.cpu.armv7m.exception.NvicView;
import ringside.cpu.armv7m.mpu.MpuRegion;
import ringside.cpu.armv7m.mpu.MpuView;
import ringside.cpu.view.DeviceView;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.view.MemoryView;
import ringside.cpu.view.RegistersView;
import ringside.kernels.observe.KernelEvent;
import ringside.kernels.view.AddressSpacesView;
import ringside.kernels.view.ConsoleView;
import ringside.kernels.view.FilesView;
import ringside.kernels.view.GrantsView;
import ringside.kernels.view.InterruptsView;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.MemoryMapView;
import ringside.kernels.view.NamedValue;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.SchemesView;
import ringside.kernels.view.SourceView;
import ringside.kernels.view.StackView;
import ringside.kernels.view.SystemCallsView;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.UpcallsView;

class ViewJsonTest {
    private static final List<Class<?>> VIEWS = List.of(
            RegistersView.class,
            DisassemblyView.class,
            DeviceView.class,
            MpuView.class,
            NvicView.class,
            TasksView.class,
            SchedulerView.class,
            MemoryMapView.class,
            UpcallsView.class,
            GrantsView.class,
            SystemCallsView.class,
            IpcView.class,
            SchemesView.class,
            FilesView.class,
            AddressSpacesView.class,
            InterruptsView.class,
            SourceView.class,
            StackView.class,
            ConsoleView.class);

    /** Components with numbers that count or number something. A new one must be put here or into the other table. */
    private static final Set<String> DECIMAL = Set.of(
            "acknowledged",
            "addressSpaceSwitches",
            "basepri",
            "bit",
            "bits",
            "capacity",
            "client",
            "column",
            "contextSwitches",
            "copiedBytes",
            "copies",
            "count",
            "current",
            "description",
            "descriptor",
            "done",
            "dropped",
            "effective",
            "executionPriority",
            "Field.value",
            "FieldValue.value",
            "file",
            "from",
            "groupPriority",
            "headBytes",
            "high",
            "highBit",
            "id",
            "index",
            "knownFrom",
            "latency",
            "leftOut",
            "line",
            "low",
            "lowBit",
            "mark",
            "message",
            "modeSwitches",
            "Name.scheme",
            "NamedValue.value",
            "next",
            "number",
            "offset",
            "onTask",
            "owner",
            "pages",
            "present",
            "priority",
            "priorityGroup",
            "queued",
            "received",
            "region",
            "remainingMicroseconds",
            "remainingTicks",
            "replied",
            "restarts",
            "returnMark",
            "running",
            "scheme",
            "selected",
            "sent",
            "server",
            "shown",
            "since",
            "size",
            "sliceMicroseconds",
            "sliceTicks",
            "space",
            "systemCalls",
            "tag",
            "tailBytes",
            "task",
            "TaskNamespaces.root",
            "to",
            "users",
            "uses");

    @Test
    void everyNumberOfAViewIsEitherHexadecimalOrDecimal() {
        Set<String> undecided = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        for (Class<?> type : recordsOf(VIEWS)) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getGenericType().getTypeName().matches("int|long|.*<java.lang.(Long|Integer)>")) {
                    String name = type.getSimpleName() + "." + component.getName();
                    boolean hex = ViewJson.isHex(type, component.getName());
                    boolean decimal = DECIMAL.contains(component.getName()) || DECIMAL.contains(name);
                    if (hex && decimal) {
                        twice.add(name);
                    } else if (!hex && !decimal) {
                        undecided.add(name);
                    }
                }
            }
        }
        assertEquals(Set.of(), undecided, "decide whether these are written in hexadecimal");
        assertEquals(Set.of(), twice, "these stand in both tables");
    }

    private static Set<Class<?>> recordsOf(List<Class<?>> roots) {
        Set<Class<?>> found = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            if (found.add(type)) {
                Stream.of(type.getDeclaredClasses()).filter(Class::isRecord).forEach(open::add);
                for (RecordComponent component : type.getRecordComponents()) {
                    if (component.getType().isRecord()) {
                        open.add(component.getType());
                    }
                }
            }
        }
        found.add(MpuRegion.class);
        assertTrue(found.size() > roots.size());
        return found;
    }

    @Test
    void registersAreFoundByTheirName() {
        RegistersView view = new RegistersView(
                "Thread mode",
                true,
                List.of(new RegistersView.Group(
                        "general",
                        List.of(
                                new RegistersView.Register("sp", 0x2000_2000L, 32, List.of()),
                                new RegistersView.Register(
                                        "xpsr",
                                        0x8100_0000L,
                                        32,
                                        List.of(new RegistersView.Field("N", 31, 31, 1, "negative")))))));
        JsonObject json = ViewJson.of(view).getAsJsonObject();
        assertEquals(
                "{\"sp\":\"20002000\",\"xpsr\":\"81000000\"}",
                json.get("values").toString());
        assertEquals("true", json.get("privileged").toString());
        assertTrue(json.toString().contains("{\"name\":\"N\",\"highBit\":31,\"lowBit\":31,\"value\":1,"));
    }

    @Test
    void aRegisterOf128BitsIsOneNumber() {
        RegistersView view = new RegistersView(
                "",
                true,
                List.of(new RegistersView.Group(
                        "SSE",
                        List.of(
                                new RegistersView.Register("xmm0", 0x2A, 0x1F, 128, List.of()),
                                new RegistersView.Register("xmm1", -1, 0, 128, List.of())))));
        JsonObject values = ViewJson.of(view).getAsJsonObject().getAsJsonObject("values");
        assertEquals("1f000000000000002a", values.get("xmm0").getAsString());
        assertEquals("ffffffffffffffff", values.get("xmm1").getAsString());
    }

    @Test
    void memoryIsBytesAndWordsAndWhatCannotBeRead() {
        MemoryView view = new MemoryView(
                0x10, new byte[] {0, 0x20, 0, (byte) 0xA0, 5, 0}, new boolean[] {true, true, true, true, true, false});
        assertEquals(
                "{\"address\":\"10\",\"length\":6,\"bytes\":\"002000a00500\",\"words\":[\"a0002000\"],"
                        + "\"unreadable\":[{\"address\":\"15\",\"length\":1}]}",
                ViewJson.of(view).toString());
    }

    @Test
    void aRegionOfTheMpuSaysWhatItsRegistersMean() {
        MpuView view = new MpuView(5, 0, List.of(new MpuRegion(2, 0x0002_0000, 0x0200_0015)), true, false);
        JsonObject json = ViewJson.of(view).getAsJsonObject();
        assertEquals("true", json.get("enabled").toString());
        assertEquals("\"5\"", json.get("control").toString());
        assertEquals(
                "{\"number\":2,\"rbar\":\"20000\",\"rasr\":\"2000015\",\"enabled\":true,\"base\":\"20000\",\"size\":2048,"
                        + "\"disabledSubregions\":0,\"permission\":\"privileged read-write, unprivileged read-only\","
                        + "\"executeNever\":false}",
                json.getAsJsonArray("regions").get(0).toString());
    }

    @Test
    void constantsAreWordsAndUnknownAddressesAreNull() {
        assertEquals("\"waiting\"", ViewJson.of(TasksView.State.WAITING).toString());
        DisassemblyView view =
                new DisassemblyView(List.of(new DisassemblyView.Line(0x20040, "05df", "svc", "#5", -1, "")));
        assertTrue(ViewJson.of(view).toString().contains("\"address\":\"20040\""));
        assertTrue(ViewJson.of(view).toString().contains("\"target\":null"));
    }

    @Test
    void aNamedValueIsWrittenAsItsKindSays() {
        assertEquals(
                "{\"name\":\"opcode\",\"kind\":\"number\",\"value\":5,\"words\":\"Read\"}",
                ViewJson.of(NamedValue.number("opcode", 5, "Read")).toString());
        assertEquals(
                "{\"name\":\"buffer\",\"kind\":\"address\",\"value\":\"ffffffffffffffff\",\"words\":\"\"}",
                ViewJson.of(NamedValue.address("buffer", -1)).toString());
        assertEquals(
                "{\"name\":\"path\",\"kind\":\"text\",\"value\":null,\"words\":\"/file\"}",
                ViewJson.of(NamedValue.text("path", "/file")).toString());
    }

    @Test
    void anEventIsItsFourParts() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("class", "command");
        detail.put("number", 1L);
        detail.put("success", true);
        assertEquals(
                "{\"mark\":7,\"kind\":\"system-call\",\"task\":null,"
                        + "\"detail\":{\"class\":\"command\",\"number\":1,\"success\":true}}",
                ViewJson.of(new KernelEvent(7, "system-call", null, detail)).toString());
    }
}
