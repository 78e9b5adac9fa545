package ringside.pane.ipc;

import java.util.ArrayList;
import java.util.List;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Costs;
import ringside.kernels.view.IpcView.Kind;
import ringside.kernels.view.IpcView.Lifeline;
import ringside.kernels.view.IpcView.Loan;
import ringside.kernels.view.IpcView.Message;
import ringside.kernels.view.IpcView.State;
import ringside.kernels.view.IpcView.Wait;
import ringside.kernels.view.NamedValue;

/** Views of messages made by hand: a shell that reads files of a server which asks a disk driver, at any instant. */
public final class Conversation {
    static final int SHELL = 12;
    static final int FILES = 8;
    static final int DISK = 9;
    static final int LOG = 7;
    static final long NEVER = IpcView.NEVER;
    private static final String[] NAMES = {"logd", "fsd", "ramdiskd", "", "", "shell"};

    private final List<Message> messages = new ArrayList<>();
    private final List<Wait> waits = new ArrayList<>();
    private final List<Lifeline> lifelines = new ArrayList<>(List.of(
            new Lifeline(FrameOwner.NO_TASK, "kernel", "", 0, NEVER),
            new Lifeline(2, "init", "", 10, NEVER),
            new Lifeline(LOG, "logd", "log", 20, NEVER),
            new Lifeline(FILES, "fsd", "file", 30, NEVER),
            new Lifeline(DISK, "ramdiskd", "disk", 40, NEVER),
            new Lifeline(SHELL, "shell", "", 50, NEVER)));
    private long leftOut;

    static String name(int task) {
        return task == FrameOwner.NO_TASK ? "kernel" : task == 2 ? "init" : NAMES[task - LOG];
    }

    private static String channel(int server) {
        return server == LOG ? "log" : server == FILES ? "file" : server == DISK ? "disk" : "";
    }

    /** A call with its four moments, {@link #NEVER} for those that have not been. */
    Conversation call(int client, int server, String operation, long tag, String result, State state, long... moments) {
        boolean lent = operation.equals("Read") || operation.equals("Write");
        Loan loan =
                new Loan(0x40_3f80, 0x40_5a00, 0x7000_0f80, 0x7000_2a00, operation.equals("Read"), 1, 128, 2560, 128);
        return add(new Message(
                moments[0],
                Kind.CALL,
                channel(server),
                tag,
                operation,
                client,
                name(client),
                server,
                name(server),
                List.of(
                        NamedValue.number("opcode", operation.equals("Open") ? 0 : 5, operation),
                        NamedValue.address("flags", 0),
                        NamedValue.number("tag", tag),
                        NamedValue.number("file", 3),
                        NamedValue.address("buffer", 0x7000_0f80L),
                        NamedValue.number("length", 6784),
                        NamedValue.number("offset", 0),
                        NamedValue.address("open flags", 0x3_0000, "read write"),
                        NamedValue.address("uid and gid", 0, "uid 0, gid 0"),
                        NamedValue.number("caller", client, name(client))),
                moments[2] == NEVER
                        ? List.of()
                        : List.of(
                                NamedValue.address("flags", 1, "RespondWithFd"),
                                NamedValue.address("extra", 0),
                                NamedValue.number("tag", tag),
                                NamedValue.address("result", 3, result)),
                moments[0],
                moments[1],
                moments[2],
                moments[3],
                state,
                moments[2] == NEVER ? "" : result,
                lent ? List.of(loan) : List.of(),
                moments[3] == NEVER ? -1 : moments[3] - moments[0],
                0x40_1234,
                new Costs(6, 2, 2, lent ? 2 : 1)));
    }

    /** A message without an answer. */
    Conversation send(Kind kind, int client, int server, String operation, long tag, long sent, long received) {
        return add(new Message(
                sent,
                kind,
                channel(server == FrameOwner.NO_TASK ? client : server),
                tag,
                operation,
                client,
                name(client),
                server,
                name(server),
                List.of(NamedValue.number("tag", tag)),
                List.of(),
                sent,
                received,
                NEVER,
                NEVER,
                received == NEVER && kind != Kind.EVENT ? State.WAITING : State.DONE,
                "",
                List.of(),
                -1,
                0,
                new Costs(0, 0, 0, 0)));
    }

    private Conversation add(Message message) {
        messages.add(message);
        return this;
    }

    Conversation waiting(int task, String reason, String on, int onTask, long message, long since) {
        waits.add(new Wait(task, name(task), reason, on, onTask, message, since));
        return this;
    }

    Conversation ended(int task, long mark) {
        lifelines.replaceAll(lifeline -> lifeline.task() == task
                ? new Lifeline(task, lifeline.name(), lifeline.role(), lifeline.from(), mark)
                : lifeline);
        return this;
    }

    Conversation leavingOut(long older) {
        leftOut = older;
        return this;
    }

    IpcView view() {
        return new IpcView(lifelines, messages, waits, leftOut, 0);
    }

    /** The shell opened a file, reads it, and the file server has asked the disk. */
    public static IpcView nested() {
        return start().call(SHELL, FILES, "Read", 4, "", State.WAITING, 1_206_100, 1_206_420, NEVER, NEVER)
                .call(FILES, DISK, "Read", 9, "", State.WAITING, 1_206_900, NEVER, NEVER, NEVER)
                .waiting(SHELL, "SchemeCall", "fsd to answer Read (tag 4) of scheme file", FILES, 1_206_100, 1_206_140)
                .waiting(
                        FILES,
                        "SchemeCall",
                        "ramdiskd to answer Read (tag 9) of scheme disk",
                        DISK,
                        1_206_900,
                        1_206_940)
                .waiting(LOG, "SchemeMessage", "a request for scheme log", FrameOwner.NO_TASK, -1, 1_205_100)
                .waiting(2, "ChildEnd", "the end of a child", FrameOwner.NO_TASK, -1, 900_000)
                .view();
    }

    /** The same some time later: the disk has answered, then the file server. */
    public static IpcView nestedLater() {
        return start().call(SHELL, FILES, "Read", 4, "6784", State.DONE, 1_206_100, 1_206_420, 1_209_300, 1_209_610)
                .call(FILES, DISK, "Read", 9, "4096", State.DONE, 1_206_900, 1_207_210, 1_208_000, 1_208_250)
                .send(Kind.ONE_WAY, SHELL, FILES, "Close", 0, 1_209_900, 1_210_300)
                .view();
    }

    /** The disk driver has died of a fault while the file server waited for it. */
    public static IpcView crash() {
        return start().call(SHELL, FILES, "Read", 4, "", State.WAITING, 1_206_100, 1_206_420, NEVER, NEVER)
                .call(FILES, DISK, "Read", 9, "", State.LOST, 1_206_900, 1_207_210, NEVER, NEVER)
                .ended(DISK, 1_207_950)
                .call(
                        SHELL,
                        FILES,
                        "Open",
                        5,
                        "ENODEV: no such scheme",
                        State.DONE,
                        1_240_000,
                        1_240_400,
                        1_240_900,
                        1_241_300)
                .send(Kind.CANCEL, SHELL, FILES, "Cancel", 4, 1_241_800, NEVER)
                .waiting(SHELL, "SchemeCall", "fsd to answer Read (tag 4) of scheme file", FILES, 1_206_100, 1_206_140)
                .waiting(
                        FILES, "SchemeCall", "an answer of scheme 14, which is gone", FrameOwner.NO_TASK, 1_206_900, -1)
                .view();
    }

    /** A long conversation. */
    public static IpcView lengthy(int count) {
        Conversation conversation = new Conversation().leavingOut(1_234);
        long mark = 1_000_000;
        for (int i = 0; i < count; i++) {
            int server = i % 3 == 0 ? LOG : FILES;
            conversation.call(
                    SHELL,
                    server,
                    i % 2 == 0 ? "Write" : "Read",
                    i + 1L,
                    "64",
                    State.DONE,
                    mark,
                    mark + 300,
                    mark + 900,
                    mark + 1_250);
            mark += 1_700;
        }
        return conversation.view();
    }

    private static Conversation start() {
        return new Conversation()
                .leavingOut(41)
                .call(SHELL, LOG, "Write", 2, "14", State.DONE, 1_204_318, 1_204_800, 1_205_020, 1_205_400)
                .call(SHELL, FILES, "Open", 3, "3", State.DONE, 1_205_500, 1_205_700, 1_205_900, 1_206_000)
                .send(Kind.EVENT, DISK, FrameOwner.NO_TASK, "SendFevent", 0, 1_206_050, NEVER);
    }
}
