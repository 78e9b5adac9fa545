package ringside.kernels.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.cpu.armv7m.exception.NvicView;
import ringside.cpu.armv7m.mpu.MpuView;
import ringside.cpu.history.Arrival;
import ringside.cpu.history.CallSteps;
import ringside.cpu.history.CallerFinder;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.InputLog;
import ringside.cpu.history.InputReceipt;
import ringside.cpu.history.Timeline;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.RegisterReader;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.register.DeviceReader;
import ringside.cpu.view.DevicesView;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.view.MemoryView;
import ringside.cpu.view.RegistersView;
import ringside.cpu.view.VgaTextView;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.cpu.x86.paging.PageWalkView;
import ringside.cpu.x86.paging.TlbView;
import ringside.cpu.x86.segment.DescriptorsView;
import ringside.kernels.image.BootImage;
import ringside.kernels.memory.PhysicalMemory;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.observe.KernelViews;
import ringside.kernels.view.ConsoleView;
import ringside.kernels.view.FrameOwners;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.SourceView;
import ringside.kernels.view.StackView;
import ringside.kernels.view.SystemCallsView;

/**
 * One image on one machine, with its history: what the window, the command line and the lessons share.
 *
 * <p>Everything is moved through {@link #timeline}; all views are of the cursor. A session belongs to one thread; the
 * views it returns may cross threads.
 */
public final class Session {
    private final BootImage image;
    private final SessionOptions options;
    private final Timeline timeline;
    private final DebugInformation debug;
    private final Optional<KernelObserver> observer;
    private final EventStream events;

    Session(
            BootImage image,
            SessionOptions options,
            Timeline timeline,
            DebugInformation debug,
            Optional<KernelObserver> observer) {
        this.image = image;
        this.options = options;
        this.timeline = timeline;
        this.debug = debug;
        this.observer = observer;
        debug.askForProgram(this::currentProgram);
        events = new EventStream(
                timeline.events(), observer, debug.probes(), machine().consoles());
    }

    /** The image that was booted. */
    public BootImage image() {
        return image;
    }

    /** What was chosen about the machine. */
    public SessionOptions options() {
        return options;
    }

    /** The machine and its past. Input goes through {@link #input}. */
    public Timeline timeline() {
        return timeline;
    }

    /** What relates addresses to source. */
    public DebugInformation debug() {
        return debug;
    }

    /** What happened, up to the furthest mark; see {@link Timeline#eventCount} for the cursor. */
    public EventStream events() {
        return events;
    }

    /** Whether the image's kernel is of a style that is understood. */
    public boolean hasObserver() {
        return observer.isPresent();
    }

    private Optional<String> currentProgram() {
        try {
            return observer.flatMap(kernel -> kernel.currentProgram(kernelMemory()));
        } catch (UnreadableException notYet) {
            return Optional.empty();
        }
    }

    private KernelMemory kernelMemory() {
        return new KernelMemory(machine(), debug);
    }

    // ---- moves that know the kernel ----

    /** Runs until an event that the filter accepts has just happened. */
    public Arrival runToEvent(EventFilter filter, long limit, Cancellation cancellation) {
        return timeline.runToEvent(filter.kindMask(), filter.test(events), limit, cancellation);
    }

    /** Goes back to where the last event that the filter accepts had just happened. */
    public Arrival backToEvent(EventFilter filter, Cancellation cancellation) {
        return timeline.backToEvent(filter.kindMask(), filter.test(events), cancellation);
    }

    /** Steps over and out of calls, both ways: see {@link CallSteps}. */
    public CallSteps calls(StopConditions stops, long limit, Cancellation cancellation) {
        return new CallSteps(timeline, stops, limit, cancellation, this::caller);
    }

    private Optional<CallerFinder.Caller> caller() {
        List<StackView.Frame> frames = stack().frames();
        if (frames.size() < 2 || frames.get(0).frameAddress() < 0) {
            return Optional.empty();
        }
        StackView.Frame caller = frames.get(1);
        return Optional.of(
                new CallerFinder.Caller(caller.address(), frames.get(0).frameAddress(), caller.interrupted()));
    }

    /** Lets input arrive at the cursor. See {@link Timeline#input}. */
    public InputReceipt input(String port, byte[] bytes) {
        InputReceipt receipt = timeline.input(port, bytes);
        events.truncated();
        return receipt;
    }

    /** Goes to a mark, and takes back what was given there or later. See {@link Timeline#takeBackInput}. */
    public void takeBackInput(long mark, int inputCount) {
        if (timeline.takeBackInput(mark, inputCount)) {
            events.truncated();
        }
    }

    // ---- views of the cursor ----

    /** The address of the next instruction. */
    public long programCounter() {
        return machine().processor().programCounter();
    }

    /** The registers. */
    public RegistersView registers() {
        return machine().processor().registers();
    }

    /** Instructions from an address on, with the constants among them as words. */
    public DisassemblyView disassembly(long address, int count) {
        return new CodeListing(machine(), debug).from(address, count);
    }

    /** Bytes of memory. */
    public MemoryView memory(long address, int length) {
        return machine().memory(address, length);
    }

    /** Where an address stands in the source. */
    public SourceView source(long address) {
        return debug.sourceAt(address);
    }

    /** The calls that have not returned. */
    public StackView stack() {
        return debug.stack(programCounter(), registerReader(), memoryReader());
    }

    /** The memory protection unit. */
    public MpuView mpu() {
        return Cores.cortexM(machine()).mpuView();
    }

    /** Exceptions and interrupts. */
    public NvicView nvic() {
        return Cores.cortexM(machine()).nvicView();
    }

    /** The page tables that CR3 points at. */
    public PageTablesView pageTables() {
        return Cores.x86(machine()).paging().tables();
    }

    /** The page tables of another address space, by the physical address of its root table. */
    public PageTablesView pageTables(long root) {
        return Cores.x86(machine()).paging().tables(root);
    }

    /**
     * Who owns which physical memory: what the kernel's observer says, else what the page tables in use, the programs in
     * memory and the board say.
     */
    public FrameOwners frameOwners() {
        return new PhysicalMemory(machine(), debug.images()).owners(pageTables(), kernelsFrames());
    }

    private FrameOwners kernelsFrames() {
        try {
            return observer.isEmpty() ? FrameOwners.NONE : kernel().frameOwners();
        } catch (UnreadableException notYet) {
            return FrameOwners.NONE;
        }
    }

    /** The walk of a linear address through the page tables. */
    public PageWalkView pageWalk(long address) {
        return Cores.x86(machine()).paging().walkOf(address);
    }

    /** The translation lookaside buffer. */
    public TlbView tlb() {
        return Cores.x86(machine()).paging().tlb();
    }

    /** The descriptor tables and the task state. */
    public DescriptorsView descriptors() {
        return DescriptorsView.of(Cores.x86(machine()));
    }

    /** The devices of the board with their registers. */
    public DevicesView devices() {
        return DeviceReader.readAll(machine().spaces());
    }

    /**
     * The text screen.
     *
     * @throws UnreadableException if the board has no display
     */
    public VgaTextView screen() {
        return Cores.display(machine()).view();
    }

    /**
     * The kernel's tables.
     *
     * @throws UnreadableException if the kernel's style is not known
     */
    public KernelViews kernel() {
        return observer.orElseThrow(() -> new UnreadableException(
                        "nothing is known about the kernel of " + image.name() + "; its tables cannot be read"))
                .views(kernelMemory());
    }

    /** The latest system calls before the cursor, at most so many. */
    public SystemCallsView systemCalls(int most) {
        return SystemCallLog.read(events, timeline.eventCount(), most);
    }

    /**
     * The latest messages between tasks before the cursor, at most so many, and who waits for whom now.
     *
     * @throws UnreadableException if the kernel's style is not known
     */
    public IpcView ipc(int most) {
        return ipc(Long.MAX_VALUE, most);
    }

    /**
     * As {@link #ipc(int)}, with the messages sent before the event with an index: the page before that of the first message
     * of another view.
     */
    public IpcView ipc(long before, int most) {
        KernelViews kernel = kernel();
        List<IpcView.Wait> waits = kernel.waits();
        return IpcReader.read(events, timeline.eventCount(), before, most, waits);
    }

    /**
     * The latest messages before the cursor and the first ones behind it, with all that is known of them: the run may have
     * been further already. Nobody waits in this view.
     *
     * @param past how many before the cursor at most
     * @param ahead how many behind it at most
     */
    public IpcView ipcAhead(int past, int ahead) {
        return IpcReader.readAhead(events, timeline.eventCount(), past, ahead);
    }

    /** What the ports have sent up to the cursor. */
    public ConsoleView console() {
        List<ConsoleView.Port> ports = new ArrayList<>();
        for (int i = 0; i < machine().consoles().size(); i++) {
            byte[] bytes = timeline.console(i);
            if (bytes.length > 0) {
                ports.add(new ConsoleView.Port(machine().consoles().get(i), new String(bytes, StandardCharsets.UTF_8)));
            }
        }
        return new ConsoleView(ports);
    }

    /** Looks at memory without effects. */
    public MemoryReader memoryReader() {
        return new GuestMemory(machine());
    }

    /** Looks at the registers. */
    public RegisterReader registerReader() {
        return Cores.registers(machine());
    }

    private Machine machine() {
        return timeline.machine();
    }

    /** Boots an image: see {@link SessionOpener}. */
    public static Session open(BootImage image, SessionOptions options, InputLog inputs) {
        return new SessionOpener(image, options).open(inputs);
    }

    /** Boots an image on its own board, without input. */
    public static Session open(BootImage image) {
        return open(image, SessionOptions.DEFAULT, new InputLog());
    }
}
