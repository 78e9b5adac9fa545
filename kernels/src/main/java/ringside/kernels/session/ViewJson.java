package ringside.kernels.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ringside.cpu.trace.Event;
import ringside.cpu.view.Derived;
import ringside.cpu.view.Hexadecimal;

/**
 * Views and events as JSON: what the command line prints, and what lessons look into.
 *
 * <p>A record is an object with its components in order. A component marked {@link Hexadecimal} is a text of hex digits
 * without prefix; other numbers are JSON numbers. A constant of an enumeration is its name in lower case with hyphens;
 * bytes are a text of hex digits; what is not there is null.
 */
public final class ViewJson {
    private ViewJson() {}

    /** A view as JSON. */
    public static JsonElement of(Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof Record view) {
            return ofRecord(view);
        }
        if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(element -> array.add(of(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((key, element) -> object.add(String.valueOf(key), of(element)));
            return object;
        }
        if (value instanceof boolean[] flags) {
            JsonArray array = new JsonArray();
            for (boolean flag : flags) {
                array.add(flag);
            }
            return array;
        }
        return ofScalar(value);
    }

    private static JsonElement ofScalar(Object value) {
        if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Enum<?> constant) {
            return new JsonPrimitive(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (value instanceof byte[] bytes) {
            return new JsonPrimitive(HexFormat.of().formatHex(bytes));
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        return new JsonPrimitive(String.valueOf(value));
    }

    private static JsonObject ofRecord(Record view) {
        JsonObject object = new JsonObject();
        for (RecordComponent component : view.getClass().getRecordComponents()) {
            Object value = read(view, component.getAccessor());
            boolean isHex = component.isAnnotationPresent(Hexadecimal.class);
            object.add(component.getName(), isHex && value instanceof Number number ? hex(number) : of(value));
        }
        for (Method method : derived(view.getClass())) {
            Object value = read(view, method);
            boolean isHex = method.isAnnotationPresent(Hexadecimal.class);
            String name = method.getName().replaceFirst("^is(?=[A-Z])", "");
            String key = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            object.add(key, isHex && value instanceof Number number ? hex(number) : of(value));
        }
        return object;
    }

    /** The derived values in the order of their names, since reflection promises no order. */
    private static List<Method> derived(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Derived.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static JsonPrimitive hex(Number number) {
        return new JsonPrimitive(
                number instanceof Integer word ? Integer.toHexString(word) : Long.toHexString(number.longValue()));
    }

    private static Object read(Record view, Method accessor) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(view);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the accessors of a view can be called", impossible);
        }
    }

    /** An event as one object: mark, kind, task, detail. */
    public static JsonObject of(Event event) {
        JsonObject object = new JsonObject();
        object.addProperty("mark", event.mark());
        object.addProperty("kind", event.kind());
        object.add("task", of(event.task()));
        object.add("detail", of(event.detail()));
        return object;
    }
}
