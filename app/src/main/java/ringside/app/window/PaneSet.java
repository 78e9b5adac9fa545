package ringside.app.window;

import java.util.List;
import ringside.pane.Pane;
import ringside.pane.console.ConsolePane;
import ringside.pane.descriptors.DescriptorsPane;
import ringside.pane.disassembly.DisassemblyPane;
import ringside.pane.events.EventsPane;
import ringside.pane.interrupts.InterruptsPane;
import ringside.pane.ipc.IpcPane;
import ringside.pane.lesson.LessonPane;
import ringside.pane.memory.MemoryPane;
import ringside.pane.mpu.MpuPane;
import ringside.pane.nvic.NvicPane;
import ringside.pane.paging.PageTablesPane;
import ringside.pane.paging.TlbPane;
import ringside.pane.registers.RegistersPane;
import ringside.pane.scheduler.SchedulerPane;
import ringside.pane.schemes.SchemesPane;
import ringside.pane.screen.ScreenPane;
import ringside.pane.source.SourcePane;
import ringside.pane.spaces.AddressSpacesPane;
import ringside.pane.stack.StackPane;
import ringside.pane.systemcalls.SystemCallsPane;
import ringside.pane.tasks.TasksPane;
import ringside.pane.timeline.TimelinePane;
import ringside.pane.upcalls.UpcallsPane;

/** Which panes there are. */
public final class PaneSet {
    private PaneSet() {}

    /** Makes one of each. */
    public static List<Pane> all() {
        return List.of(
                new LessonPane(),
                new SourcePane(),
                new DisassemblyPane(),
                new MemoryPane(),
                new StackPane(),
                new MpuPane(),
                new SystemCallsPane(),
                new NvicPane(),
                new IpcPane(),
                new SchemesPane(),
                new InterruptsPane(),
                new PageTablesPane(),
                new AddressSpacesPane(),
                new TlbPane(),
                new DescriptorsPane(),
                new ScreenPane(),
                new RegistersPane(),
                new SchedulerPane(),
                new TasksPane(),
                new UpcallsPane(),
                new TimelinePane(),
                new ConsolePane(),
                new EventsPane());
    }
}
