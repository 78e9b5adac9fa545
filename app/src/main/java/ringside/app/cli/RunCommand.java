package ringside.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.cpu.BadInputException;
import ringside.cpu.semihosting.HostFolder;
import ringside.cpu.semihosting.Semihosting;
import ringside.cpu.tracefile.TraceFile;
import ringside.cpu.tracefile.TraceWriter;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionTraces;

/** Boots an image without a window. */
@Command(
        name = "run",
        description = "Boots an image headless; prints why it stopped, how far it came, and its console.")
final class RunCommand implements Callable<Integer> {
    /** The JSON document. */
    record Result(
            String image,
            String machine,
            String stop,
            String explanation,
            long instructions,
            String digest,
            String console,
            Integer exitCode) {}

    @Mixin
    private GuestArguments guest;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100000000",
            description = "Instructions at most (default: ${DEFAULT-VALUE}).")
    private String limit;

    @Option(
            names = "--until",
            paramLabel = "EVENT",
            description = "Stop at an event kind, kind:word, pc:ADDR, symbol:NAME or mark:N.")
    private String until;

    @Option(names = "--trace", paramLabel = "OUT", description = "Save the run as a trace file.")
    private Path trace;

    @Option(
            names = "--with-image",
            description = "Put a bundled image into the trace file, too; other images always are.")
    private boolean withImage;

    @Option(names = "--full", paramLabel = "FILE", description = "(not in this version)")
    private Path full;

    @Option(names = "--console", description = "Show the console while running; with --json, on standard error.")
    private boolean console;

    @Option(names = "--guest-status", description = "End with the guest's exit value as the exit status.")
    private boolean guestStatus;

    @Override
    public Integer call() {
        if (full != null) {
            throw new BadInputException("--full is not in this version; --trace writes a trace that replays the run");
        }
        long last = GuestArguments.count(limit, "--limit");
        Session session = guest.open();
        Until condition = Until.parse(until, session);
        PrintWriter live = console ? (common.wantsJson() ? common.err() : common.out()) : null;
        HeadlessRun run = HeadlessRun.run(session.timeline(), last, condition, live);
        if (trace != null) {
            TraceFile file = SessionTraces.record(session, ProgramVersion.text());
            TraceWriter.write(withImage ? file.withImage(session.image().elf()) : file, trace);
        }
        if (guest.hostFolder() != null) {
            HostFolder folder = HostFolder.at(guest.hostFolder());
            Semihosting.of(session.timeline().machine()).ifPresent(files -> files.writeChangesTo(folder));
        }
        print(session, run);
        return run.status(guestStatus);
    }

    private void print(Session session, HeadlessRun run) {
        String text = ConsoleText.all(session.timeline());
        if (common.wantsJson()) {
            common.printDocument(new Result(
                    session.image().name(),
                    session.timeline().machine().kind(),
                    run.stop(),
                    run.explanation(),
                    session.timeline().mark(),
                    session.timeline().machine().digest(),
                    text,
                    run.exitCode()));
            return;
        }
        if (!console) {
            common.out().print(text);
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            common.out().println();
        }
        common.printf("stop: %s. %s%n", run.stop(), run.explanation());
        common.printf("instructions: %d%n", session.timeline().mark());
        common.printf("digest: %s%n", session.timeline().machine().digest());
    }
}
