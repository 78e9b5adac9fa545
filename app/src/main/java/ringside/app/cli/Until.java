package ringside.app.cli;

import ringside.cpu.BadInputException;
import ringside.cpu.history.Arrival;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.Timeline;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.kernels.session.EventFilter;
import ringside.kernels.session.Session;

/**
 * What {@code --until} says a run ends at.
 *
 * <p>An event kind, a kind with a word of its detail, {@code pc:ADDR}, {@code symbol:NAME}, or {@code mark:N}.
 */
sealed interface Until {
    /** The machines of this version have addresses of 32 bits. */
    long LAST_ADDRESS = 0xFFFF_FFFFL;

    /** Runs so many instructions at most. */
    Arrival run(Timeline timeline, long instructions);

    /** The name of the stop in the JSON if the end was what was asked for. */
    String label();

    /** One sentence for people if the end was what was asked for. */
    String explanation();

    /** The mark that must not be passed. */
    default long lastMark() {
        return Long.MAX_VALUE;
    }

    /** Reads the option; null stands for no condition. */
    static Until parse(String text, Session session) {
        if (text == null) {
            return new AtMark(Long.MAX_VALUE, "limit");
        }
        int colon = text.indexOf(':');
        String head = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return switch (head) {
            case "pc" -> new AtAddress(codeAddress(rest) & ~1L);
            case "symbol" -> new AtAddress(symbol(rest, session) & ~1L);
            case "mark" -> new AtMark(GuestArguments.count(rest, "--until mark"), "mark");
            default -> new AtEvent(EventFilter.parse(text), session);
        };
    }

    private static long codeAddress(String text) {
        long address = GuestArguments.address(text, "--until pc");
        if (address < 0 || address > LAST_ADDRESS) {
            throw new BadInputException("--until pc: \"" + text + "\" is past the last address, ffffffff");
        }
        return address;
    }

    private static long symbol(String name, Session session) {
        return session.debug()
                .addressOf(name)
                .orElseThrow(() -> new BadInputException(
                        "--until: " + session.image().name() + " has no symbol named \"" + name + "\""));
    }

    /** The next instruction is at an address. */
    record AtAddress(long address) implements Until {
        @Override
        public Arrival run(Timeline timeline, long instructions) {
            return timeline.run(new RunBudget(instructions, StopConditions.breakpoints(address)), Cancellation.NEVER);
        }

        @Override
        public String label() {
            return "breakpoint";
        }

        @Override
        public String explanation() {
            return "The next instruction is at " + Long.toHexString(address) + ".";
        }
    }

    /** A number of instructions have been retired since reset. */
    record AtMark(long mark, String label) implements Until {
        @Override
        public Arrival run(Timeline timeline, long instructions) {
            return timeline.run(RunBudget.of(instructions), Cancellation.NEVER);
        }

        @Override
        public String explanation() {
            return "The mark was reached.";
        }

        @Override
        public long lastMark() {
            return mark;
        }
    }

    /** An event has happened. */
    record AtEvent(EventFilter filter, Session session) implements Until {
        @Override
        public Arrival run(Timeline timeline, long instructions) {
            return session.runToEvent(filter, instructions, Cancellation.NEVER);
        }

        @Override
        public String label() {
            return "event";
        }

        @Override
        public String explanation() {
            return "The event " + filter + " has just happened.";
        }
    }
}
