package ringside.lessons.predicate;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/**
 * How two values are compared. A text counts as a number when it is hexadecimal digits, as views write addresses and
 * registers, with or without {@code 0x} and underscores; a JSON number counts as it is.
 */
public enum Comparison {
    IS("is", Comparison::same),
    IS_NOT("isNot", (left, right) -> !same(left, right)),
    BELOW("below", ordered(order -> order < 0)),
    AT_MOST("atMost", ordered(order -> order <= 0)),
    ABOVE("above", ordered(order -> order > 0)),
    AT_LEAST("atLeast", ordered(order -> order >= 0)),
    CONTAINS("contains", (left, right) -> isValue(left) && left.getAsString().contains(right.getAsString()));

    private final String key;
    private final BiPredicate<JsonElement, JsonElement> test;

    Comparison(String key, BiPredicate<JsonElement, JsonElement> test) {
        this.key = key;
        this.test = test;
    }

    /** Its name in lessons. */
    public String key() {
        return key;
    }

    /** The names of all. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Comparison::key).toList();
    }

    /** Whether it holds between two values. A value that is not there compares to nothing. */
    public boolean holds(JsonElement left, JsonElement right) {
        return isValue(right) && test.test(left, right);
    }

    /** Whether the values are the same: as texts, or as numbers where one is written with {@code 0x}. */
    static boolean same(JsonElement left, JsonElement right) {
        if (!isValue(left) || !isValue(right)) {
            return false;
        }
        JsonPrimitive a = left.getAsJsonPrimitive();
        JsonPrimitive b = right.getAsJsonPrimitive();
        if (a.isNumber() && b.isNumber()) {
            return number(a).equals(number(b));
        }
        if (a.isString() && b.isString()) {
            boolean prefixed = isPrefixed(a.getAsString()) || isPrefixed(b.getAsString());
            return a.getAsString().equals(b.getAsString())
                    || prefixed && number(a).isPresent() && number(a).equals(number(b));
        }
        return a.isBoolean() && b.isBoolean() && a.getAsBoolean() == b.getAsBoolean();
    }

    private static boolean isPrefixed(String text) {
        return text.startsWith("0x") || text.startsWith("0X");
    }

    private static boolean isValue(JsonElement element) {
        return element != null && element.isJsonPrimitive();
    }

    private static BiPredicate<JsonElement, JsonElement> ordered(IntPredicate test) {
        return (left, right) -> {
            if (!isValue(left)) {
                return false;
            }
            Optional<BigInteger> a = number(left.getAsJsonPrimitive());
            Optional<BigInteger> b = number(right.getAsJsonPrimitive());
            return a.isPresent() && b.isPresent() && test.test(a.get().compareTo(b.get()));
        };
    }

    /** The value as a number, if it is one. */
    static Optional<BigInteger> number(JsonPrimitive value) {
        if (value.isNumber()) {
            return Optional.of(value.getAsBigDecimal().toBigInteger());
        }
        String digits =
                value.getAsString().toLowerCase(Locale.ROOT).replace("_", "").replaceFirst("^0x", "");
        return value.isString() && digits.matches("[0-9a-f]{1,16}")
                ? Optional.of(new BigInteger(digits, 16))
                : Optional.empty();
    }
}
