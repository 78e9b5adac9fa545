package ringside.lessons.move;

import java.nio.charset.StandardCharsets;
import ringside.cpu.BadInputException;
import ringside.cpu.history.Arrival;
import ringside.cpu.history.CallSteps;
import ringside.cpu.history.Cancellation;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.kernels.session.Session;

/** A command to the machine, as a student gives it with the toolbar. */
public sealed interface Move {

    /**
     * Makes the move.
     *
     * @return whether it came to where it was to go
     */
    boolean make(Session session);

    /** The forms that a move may have, for messages and documents. */
    String FORMS = "step [N], over [N], out, run, run-to PLACE, back [N], back-to PLACE, input PORT TEXT";

    /**
     * Reads a move.
     *
     * @throws BadInputException if the text is none
     */
    static Move parse(String text) {
        String[] words = text.strip().split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "step" -> new Step(count(rest, text));
            case "over" -> new Over(count(rest, text));
            case "out" -> only(new Out(), rest, text);
            case "run" -> only(new Run(), rest, text);
            case "run-to" -> new RunTo(Place.parse(rest));
            case "back" -> new Back(count(rest, text));
            case "back-to" -> new BackTo(Place.parse(rest));
            case "input" -> Input.parse(rest, text);
            default -> throw bad(text);
        };
    }

    private static BadInputException bad(String text) {
        return new BadInputException("\"" + text + "\" is not a command; the commands are " + FORMS);
    }

    private static Move only(Move move, String rest, String text) {
        if (!rest.isEmpty()) {
            throw bad(text);
        }
        return move;
    }

    private static int count(String rest, String text) {
        if (rest.isEmpty()) {
            return 1;
        }
        if (!rest.matches("[1-9][0-9]{0,5}")) {
            throw bad(text);
        }
        return Integer.parseInt(rest);
    }

    private static boolean reached(Arrival arrival) {
        return arrival.cause() == Arrival.Cause.REACHED;
    }

    private static CallSteps calls(Session session) {
        return session.calls(StopConditions.NONE, Place.LIMIT, Cancellation.NEVER);
    }

    /** So many instructions. */
    record Step(int times) implements Move {
        @Override
        public boolean make(Session session) {
            boolean reached = true;
            for (int i = 0; i < times && reached; i++) {
                reached = reached(session.timeline().step());
            }
            return reached;
        }
    }

    /** So many instructions, each with all that it calls. */
    record Over(int times) implements Move {
        @Override
        public boolean make(Session session) {
            boolean reached = true;
            for (int i = 0; i < times && reached; i++) {
                reached = reached(calls(session).over());
            }
            return reached;
        }
    }

    /** Until the function that runs now has returned. */
    record Out() implements Move {
        @Override
        public boolean make(Session session) {
            return reached(calls(session).out());
        }
    }

    /** Until the guest ends or waits for input. */
    record Run() implements Move {
        @Override
        public boolean make(Session session) {
            return !reached(session.timeline().run(RunBudget.of(Place.LIMIT), Cancellation.NEVER));
        }
    }

    /** To the next time that a place is reached. */
    record RunTo(Place place) implements Move {
        @Override
        public boolean make(Session session) {
            return place.runTo(session);
        }
    }

    /** So many instructions back. */
    record Back(int times) implements Move {
        @Override
        public boolean make(Session session) {
            return reached(session.timeline().seek(session.timeline().mark() - times));
        }
    }

    /** Back to the last time that a place was reached. */
    record BackTo(Place place) implements Move {
        @Override
        public boolean make(Session session) {
            return place.backTo(session);
        }
    }

    /** Text to a port, with a line feed at its end. */
    record Input(String port, String text) implements Move {
        @Override
        public boolean make(Session session) {
            session.input(port, (text + "\n").getBytes(StandardCharsets.UTF_8));
            return true;
        }

        static Input parse(String rest, String whole) {
            String[] words = rest.split("\\s+", 2);
            if (words[0].isEmpty()) {
                throw bad(whole);
            }
            return new Input(words[0], words.length > 1 ? words[1] : "");
        }
    }
}
