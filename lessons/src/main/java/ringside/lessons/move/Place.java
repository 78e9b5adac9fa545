package ringside.lessons.move;

import ringside.cpu.BadInputException;
import ringside.cpu.history.Arrival;
import ringside.cpu.history.Cancellation;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.kernels.session.EventFilter;
import ringside.kernels.session.Session;
import ringside.kernels.session.ViewCatalog;

/**
 * A place in a run: the next or last time that something happens, or a mark. Written as {@code --until} has it: an event's
 * kind, a kind with a word of its detail or its task, {@code pc:ADDRESS}, {@code symbol:NAME}, {@code mark:N}.
 */
public sealed interface Place {
    /** Instructions that a move may run at most. */
    long LIMIT = 100_000_000;

    /** Runs there from the cursor; returns whether it was reached. */
    boolean runTo(Session session);

    /** Runs back there from the cursor; returns whether it was reached. */
    boolean backTo(Session session);

    /**
     * Reads a place.
     *
     * @throws BadInputException if the text is none
     */
    static Place parse(String text) {
        int colon = text.indexOf(':');
        String head = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return switch (head) {
            case "pc", "symbol" -> new AtCode(required(rest, text));
            case "mark" -> new AtMark(mark(rest));
            default -> new AtEvent(EventFilter.parse(text));
        };
    }

    private static String required(String rest, String text) {
        if (rest.isBlank()) {
            throw new BadInputException(
                    "\"" + text + "\" says nothing behind the colon; write for example symbol:main");
        }
        return rest;
    }

    private static long mark(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new BadInputException("\"mark:" + text + "\" is not a mark; write for example mark:1000");
        }
        return Long.parseLong(text);
    }

    /** Something has just happened. */
    record AtEvent(EventFilter filter) implements Place {
        @Override
        public boolean runTo(Session session) {
            return session.runToEvent(filter, LIMIT, Cancellation.NEVER).stop() instanceof StopReason.EventSeen;
        }

        @Override
        public boolean backTo(Session session) {
            return session.backToEvent(filter, Cancellation.NEVER).stop() instanceof StopReason.EventSeen;
        }
    }

    /** The next instruction is at an address: hex digits, or the name of a symbol. */
    record AtCode(String address) implements Place {
        @Override
        public boolean runTo(Session session) {
            RunBudget budget = new RunBudget(LIMIT, breakpoint(session));
            return reached(session.timeline().run(budget, Cancellation.NEVER));
        }

        @Override
        public boolean backTo(Session session) {
            return reached(session.timeline().runBack(breakpoint(session), Cancellation.NEVER));
        }

        private StopConditions breakpoint(Session session) {
            return StopConditions.breakpoints(ViewCatalog.address(session, address));
        }

        private static boolean reached(Arrival arrival) {
            return arrival.stop() instanceof StopReason.BreakpointReached;
        }
    }

    /** So many instructions have been retired since reset. */
    record AtMark(long mark) implements Place {
        @Override
        public boolean runTo(Session session) {
            session.timeline().seek(mark);
            return session.timeline().mark() == mark;
        }

        @Override
        public boolean backTo(Session session) {
            return runTo(session);
        }
    }
}
