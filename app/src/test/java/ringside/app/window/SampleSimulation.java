package ringside.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ringside.app.simulation.Frame;
import ringside.app.simulation.Simulation;
import ringside.app.simulation.Status;
import ringside.cpu.view.DisassemblyView.Line;
import ringside.cpu.view.MemoryView;
import ringside.cpu.view.RegistersView;
import ringside.cpu.view.RegistersView.Field;
import ringside.cpu.view.RegistersView.Group;
import ringside.cpu.view.RegistersView.Register;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.disassembly.CodeView;
import ringside.pane.registers.RegisterNotesView;
import ringside.pane.source.SourceView;

/** A simulation that stands still on hand-made views, for looking at the window's drawing alone. */
final class SampleSimulation implements Simulation {
    private final ReadOnlyObjectWrapper<Frame> frame = new ReadOnlyObjectWrapper<>(Frame.EMPTY);

    SampleSimulation() {
        Status status = new Status(Status.Activity.PAUSED, "mini-tock", "tock", "cortex-m3", "mps2-an385", 1_204_318,
                1_204_318, 0, 128L << 20, 512L << 20, 48_200, "privileged thread", "", false, -1);
        frame.set(new Frame(status, views(5, 0x1a44).after(views(0x20008f80L, 0x1a3e))));
    }

    private static Views views(long r0, long pc) {
        List<Register> general = new java.util.ArrayList<>();
        long[] values = {r0, 0x200004c0L, 3, 0x2710, 0x200004c0L, 0xe000ed90L, 0, 0, 0, 0, 0, 0, 0, 0x20000fd0L, 0x18b1, pc};
        for (int i = 0; i < 16; i++) {
            String name = i < 13 ? "r" + i : i == 13 ? "sp" : i == 14 ? "lr" : "pc";
            general.add(new Register(name, values[i], 32, List.of()));
        }
        general.add(new Register("xpsr", 0x61000000L, 32, List.of(new Field("N", 31, 31, 0, ""), new Field("Z", 30, 30, 1, ""), new Field("C", 29, 29, 1, ""), new Field("V", 28, 28, 0, ""), new Field("Q", 27, 27, 0, ""), new Field("T", 24, 24, 1, "Thumb"))));
        RegistersView registers = new RegistersView("Thread mode, privileged, on MSP", true, List.of(new Group("General", general)));
        List<CodeView.Row> rows = new java.util.ArrayList<>();
        rows.add(new CodeView.Name(0x1a20, "switch_to"));
        String[][] code = {{"ldr", "r0, [r4, #12]", ""}, {"str", "r0, [r5, #4]", "MPU_CTRL"}, {"dsb", "sy", ""}, {"bl", "0x1b00", "enter_user"}, {"movs", "r1, #0", ""}, {"str", "r1, [r5, #4]", ""}, {"cmp", "r0, #2", ""}, {"it", "eq", ""}, {"moveq", "r0, #1", ""}};
        long[] at = {0x1a3c, 0x1a3e, 0x1a40, 0x1a44, 0x1a48, 0x1a4a, 0x1a4c, 0x1a4e, 0x1a50};
        for (int i = 0; i < code.length; i++) {
            rows.add(new CodeView.Instruction(new Line(at[i], "6828", code[i][0], code[i][1], -1, ""), code[i][2], i == 1));
        }
        List<String> source = List.of("/// Runs one process until it traps, faults or its slice ends.",
                "pub fn switch_to(&mut self, p: &Process) -> Reason {", "    self.mpu.configure(p.regions());", "    self.mpu.enable();",
                "    // SAFETY: regions cover only p's memory.", "    let why = unsafe { enter_user(p.frame()) };", "    self.mpu.disable();",
                "    match why {", "        Trap::Svc => self.system_call(p),", "        Trap::Fault => Reason::Faulted,", "        Trap::Interrupt => Reason::Preempted,", "    }", "}");
        byte[] bytes = new byte[1024];
        boolean[] readable = new boolean[1024];
        java.util.Arrays.fill(readable, true);
        for (int i = 0; i < 300; i++) bytes[i] = (byte) (i * 7);
        return Views.NONE.with(registers)
                .with(new RegisterNotesView(Map.of("r1", "PROCESSES[1]", "pc", "switch_to+0x24", "lr", "kernel_loop+0x40")))
                .with(new CodeView(rows, pc, 0x1a3e, "Thumb-2"))
                .with("memory", new MemoryView(0x20000000L, bytes, readable))
                .with(new SourceView("arch/switch.rs", source, 6, 4, Set.of(2, 3, 4, 6, 7, 8), Set.of(3), "switch_to", ""));
    }

    @Override public ReadOnlyObjectProperty<Frame> frameProperty() { return frame.getReadOnlyProperty(); }
    @Override public void open(String imageOrFile) {}
    @Override public void request(Set<ViewRequest> requests) {}
    @Override public void step(Direction direction) {}
    @Override public void over(Direction direction) {}
    @Override public void out(Direction direction) {}
    @Override public void run(Direction direction) {}
    @Override public void toEvent(Direction direction, String kind) {}
    @Override public void toAddress(Direction direction, long address) {}
    @Override public void seek(long mark) {}
    @Override public void restart() {}
    @Override public void pause() {}
    @Override public void speed(double instructionsPerSecond) {}
    @Override public void toggleBreakpoint(long address) {}
    @Override public void toggleBreakpoint(String file, int line) {}
    @Override public void type(String port, String text) {}
    @Override public void saveTrace(Path file) {}
    @Override public void close() {}
}
