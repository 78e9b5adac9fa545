package ringside.lessons.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ringside.lessons.format.Option;
import ringside.lessons.format.Prediction;
import ringside.lessons.predicate.EventPattern;
import ringside.lessons.predicate.Evidence;

/**
 * An answer to a prediction, in the one form in which equal answers are equal.
 *
 * @param parts the option chosen; or all options in order; or the number in decimal; or the address in hexadecimal
 */
public record Answer(List<String> parts) {
    /** Copies the list. */
    public Answer {
        parts = List.copyOf(parts);
    }

    private static Optional<Answer> of(String part) {
        return Optional.of(new Answer(List.of(part)));
    }

    /**
     * Reads what a student gave: an option's text; options in order with commas between them; a number, in decimal or
     * with {@code 0x}; an address in hexadecimal.
     *
     * @return the answer, or nothing if the text answers no such question
     */
    public static Optional<Answer> parse(Prediction prediction, String text) {
        String given = text.strip();
        return switch (prediction.kind()) {
            case CHOICE ->
                prediction.options().stream()
                        .map(Option::text)
                        .filter(given::equals)
                        .findFirst()
                        .flatMap(Answer::of);
            case NUMBER -> number(given);
            case ADDRESS -> digits(given).flatMap(value -> of(value.toString(16)));
            case ORDER -> order(prediction, given);
        };
    }

    private static Optional<Answer> number(String given) {
        if (given.matches("-?[0-9_]*[0-9][0-9_]*")) {
            return of(new BigInteger(given.replace("_", "")).toString());
        }
        return given.matches("0[xX].*") ? digits(given).flatMap(value -> of(value.toString())) : Optional.empty();
    }

    private static Optional<BigInteger> digits(String given) {
        String digits = given.toLowerCase(Locale.ROOT).replace("_", "").replaceFirst("^0x", "");
        return digits.matches("[0-9a-f]{1,16}") ? Optional.of(new BigInteger(digits, 16)) : Optional.empty();
    }

    /** An option's text may itself have commas: the longest option that fits is taken. */
    private static Optional<Answer> order(Prediction prediction, String given) {
        List<String> open =
                new ArrayList<>(prediction.options().stream().map(Option::text).toList());
        open.sort(Comparator.comparingInt(String::length).reversed());
        List<String> parts = new ArrayList<>();
        String rest = given;
        while (!open.isEmpty()) {
            String left = rest;
            Optional<String> next = open.stream()
                    .filter(option -> left.equals(option) || left.startsWith(option + ","))
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            open.remove(next.get());
            parts.add(next.get());
            rest = left.substring(next.get().length()).replaceFirst("^,\\s*", "");
        }
        return rest.isEmpty() ? Optional.of(new Answer(parts)) : Optional.empty();
    }

    /**
     * The right answer, asked of the machine when the step's goals hold.
     *
     * @return the answer, or nothing if the machine gives none, or more than one
     */
    public static Optional<Answer> right(Prediction prediction, Evidence evidence) {
        return switch (prediction.kind()) {
            case CHOICE -> rightChoice(prediction, evidence);
            case ORDER -> rightOrder(prediction, evidence);
            case NUMBER, ADDRESS ->
                prediction.answer().flatMap(source -> typed(prediction.kind(), source.value(evidence)));
        };
    }

    private static Optional<Answer> rightChoice(Prediction prediction, Evidence evidence) {
        List<String> right = prediction.options().stream()
                .filter(option ->
                        option.rightWhen().filter(when -> when.holds(evidence)).isPresent())
                .map(Option::text)
                .toList();
        return right.size() == 1 ? of(right.get(0)) : Optional.empty();
    }

    private static Optional<Answer> rightOrder(Prediction prediction, Evidence evidence) {
        Map<Long, String> byIndex = new TreeMap<>();
        for (Option option : prediction.options()) {
            EventPattern pattern = option.event().orElseThrow();
            evidence.events(pattern.kind()).stream()
                    .filter(pattern::matches)
                    .findFirst()
                    .ifPresent(event -> byIndex.put(index(event), option.text()));
        }
        return byIndex.size() == prediction.options().size()
                ? Optional.of(new Answer(List.copyOf(byIndex.values())))
                : Optional.empty();
    }

    private static long index(JsonObject event) {
        return event.get("index").getAsLong();
    }

    private static Optional<Answer> typed(Prediction.Kind kind, JsonElement value) {
        if (!(value instanceof JsonPrimitive primitive) || primitive.isBoolean()) {
            return Optional.empty();
        }
        Optional<BigInteger> number = primitive.isNumber()
                ? Optional.of(primitive.getAsBigDecimal().toBigInteger())
                : digits(primitive.getAsString());
        return number.flatMap(n -> of(kind == Prediction.Kind.NUMBER ? n.toString() : n.toString(16)));
    }

    @Override
    public String toString() {
        return String.join(", ", parts);
    }
}
