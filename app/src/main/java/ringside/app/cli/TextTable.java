package ringside.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Prints any JSON for people: objects as names and values, lists of objects as tables. */
final class TextTable {
    private static final int WIDEST = 60;

    private final PrintWriter out;

    TextTable(PrintWriter out) {
        this.out = out;
    }

    void print(JsonElement value) {
        print(value, "");
        out.flush();
    }

    private void print(JsonElement value, String indent) {
        if (value instanceof JsonObject object) {
            printObject(object, indent);
        } else if (value instanceof JsonArray array && !isShort(array)) {
            printArray(array, indent);
        } else {
            out.println(indent + plain(value));
        }
    }

    private void printObject(JsonObject object, String indent) {
        for (String key : object.keySet()) {
            JsonElement value = object.get(key);
            if (isShort(value)) {
                out.println(indent + key + ": " + plain(value));
            } else {
                out.println(indent + key + ":");
                print(value, indent + "  ");
            }
        }
    }

    private void printArray(JsonArray array, String indent) {
        JsonArray rows = new JsonArray();
        for (JsonElement row : array) {
            if (!(row instanceof JsonObject object)) {
                array.forEach(element -> print(element, indent));
                return;
            }
            JsonObject flat = new JsonObject();
            flatten(object, "", flat);
            rows.add(flat);
        }
        if (!rows.isEmpty()) {
            printTable(rows, indent);
        }
    }

    /** Objects in a row become columns of their own; lists of named values become one text. */
    private static void flatten(JsonObject object, String prefix, JsonObject flat) {
        for (String key : object.keySet()) {
            JsonElement value = object.get(key);
            if (value instanceof JsonObject inner) {
                flatten(inner, prefix + key + ".", flat);
            } else if (value instanceof JsonArray list && !isShort(list)) {
                flat.addProperty(prefix + key, joined(list));
            } else {
                flat.addProperty(prefix + key, plain(value));
            }
        }
    }

    private static String joined(JsonArray list) {
        StringBuilder text = new StringBuilder();
        for (JsonElement element : list) {
            boolean named = element instanceof JsonObject object && object.has("name") && object.has("value");
            String part = named ? named((JsonObject) element) : element.toString();
            text.append(text.isEmpty() ? "" : " ").append(part);
        }
        return text.toString();
    }

    /** A named value; one of a kernel's own structures says what the value means, or has words instead. */
    private static String named(JsonObject value) {
        String words = value.has("kind") ? plain(value.get("words")) : "";
        String text = value.get("value").isJsonNull() ? "" : value.get("value").getAsString();
        return plain(value.get("name")) + "=" + text + (words.isEmpty() ? "" : "(" + words + ")");
    }

    private void printTable(JsonArray rows, String indent) {
        Set<String> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.addAll(((JsonObject) row).keySet()));
        List<List<String>> lines = new ArrayList<>();
        lines.add(new ArrayList<>(keys));
        for (JsonElement row : rows) {
            lines.add(
                    keys.stream().map(key -> plain(((JsonObject) row).get(key))).toList());
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder(indent);
            for (int column = 0; column < line.size(); column++) {
                text.append(padded(line.get(column), width(lines, column))).append("  ");
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static int width(List<List<String>> lines, int column) {
        return Math.min(
                WIDEST,
                lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static boolean isShort(JsonElement value) {
        if (value instanceof JsonArray array) {
            boolean primitives = true;
            for (JsonElement element : array) {
                primitives &= element.isJsonPrimitive();
            }
            return primitives && array.size() <= 16 && !array.isEmpty();
        }
        return !(value instanceof JsonObject);
    }

    private static String plain(JsonElement value) {
        if (value == null || value.isJsonNull()) {
            return "-";
        }
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }
}
