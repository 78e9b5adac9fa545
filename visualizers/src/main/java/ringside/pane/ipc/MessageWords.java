package ringside.pane.ipc;

import java.util.ArrayList;
import java.util.List;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Kind;
import ringside.kernels.view.IpcView.Loan;
import ringside.kernels.view.IpcView.Message;
import ringside.kernels.view.IpcView.State;
import ringside.pane.NumberText;
import ringside.pane.Words;

/** Messages in words: on the chart, in the list, and for screen readers. */
public final class MessageWords {
    private MessageWords() {}

    /** What is wanted and what ties the answer to it. */
    static String request(Message message) {
        String tag = message.tag() == 0 ? "" : Words.of("ipc.tag", Long.toString(message.tag()));
        List<String> parts = new ArrayList<>(List.of(tag));
        parts.addAll(loans(message));
        parts.removeIf(String::isEmpty);
        return String.join(" \u00b7 ", parts);
    }

    /** What was lent, in few words. */
    static List<String> loans(Message message) {
        long pages = message.loans().stream().mapToLong(Loan::pages).sum();
        long copied = message.loans().stream()
                .mapToLong(loan -> loan.headBytes() + loan.tailBytes())
                .sum();
        List<String> parts = new ArrayList<>();
        if (pages > 0) {
            parts.add(Words.of(pages == 1 ? "ipc.lent.page" : "ipc.lent.pages", Long.toString(pages)));
        }
        if (copied > 0) {
            parts.add(Words.of("ipc.lent.copied", NumberText.grouped(copied)));
        }
        return parts;
    }

    /** The symbol of a sort of message. */
    static String symbol(Kind kind) {
        return switch (kind) {
            case CALL -> "\u25b6";
            case ONE_WAY -> "\u25b7";
            case CANCEL -> "\u2716";
            case EVENT -> "\u25c6";
        };
    }

    /** The symbol of a state. */
    static String symbol(State state) {
        return switch (state) {
            case WAITING -> "\u2026";
            case CANCELING -> "\u21a9";
            case ABANDONED -> "\u2298";
            case RESPONDED -> "\u21e0";
            case DONE -> "\u2713";
            case LOST -> "\u2716";
        };
    }

    /** How far a message has come; one that wants no answer can only wait to be read. */
    static String state(Message message) {
        boolean queued = message.kind() != Kind.CALL && message.state() == State.WAITING;
        return symbol(message.state()) + " "
                + Words.of(
                        queued
                                ? "ipc.state.queued"
                                : "ipc.state." + message.state().name());
    }

    /** The theme's colour of a state. */
    static String colour(State state) {
        return switch (state) {
            case WAITING, CANCELING -> "chg";
            case ABANDONED, DONE -> "dim";
            case RESPONDED -> "ok";
            case LOST -> "bad";
        };
    }

    /** Whether a result is the name of an error, such as {@code ENOENT: no such file}. */
    static boolean isError(String result) {
        return result.matches("E[A-Z0-9]{2,}\\b.*");
    }

    /** A result without the explanation behind the error's name. */
    static String brief(String result) {
        return isError(result) ? "\u2716 " + result.replaceFirst("[^A-Z0-9].*", "") : result;
    }

    /** Everything about a message in a sentence. */
    public static String spoken(Message message) {
        StringBuilder text = new StringBuilder(Words.of(
                "ipc.spoken." + message.kind().name(),
                message.clientName(),
                message.serverName(),
                message.operation(),
                message.channel(),
                Long.toString(message.tag()),
                NumberText.grouped(message.sent())));
        text.append(' ').append(Words.of("ipc.spoken.state." + message.state().name(), message.serverName()));
        if (!message.result().isEmpty()) {
            text.append(' ').append(Words.of("ipc.spoken.result", message.result()));
        }
        if (message.latency() >= 0 && message.kind() == Kind.CALL) {
            text.append(' ').append(Words.of("ipc.spoken.latency", NumberText.grouped(message.latency())));
        }
        loans(message).forEach(loan -> text.append(' ').append(loan).append('.'));
        return text.toString();
    }

    /** A moment of a message in words. */
    static String spoken(Message message, MessagePoint point) {
        return Words.of(
                point.key() + ".at",
                message.clientName(),
                message.serverName(),
                NumberText.grouped(point.mark(message)));
    }

    /** An address range. */
    static String range(long start, long end) {
        return Words.of("ipc.range", NumberText.address(start), NumberText.address(Math.max(start, end - 1)));
    }

    /** What a task waits for; the kernel's own word where nothing better is known. */
    static String reason(IpcView.Wait wait) {
        return wait.on().isEmpty() ? wait.reason() : wait.on();
    }
}
