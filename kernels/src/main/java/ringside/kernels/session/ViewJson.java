package ringside.kernels.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import ringside.cpu.armv7m.mpu.MpuRegion;
import ringside.cpu.armv7m.mpu.MpuView;
import ringside.cpu.trace.Event;
import ringside.cpu.view.MemoryView;
import ringside.cpu.view.RegistersView;
import ringside.kernels.view.NamedValue;

/**
 * Views and events as JSON: what {@code ringside state} and {@code ringside events} print, and what lessons ask about.
 *
 * <p>A record becomes an object with its components in their order; a list an array; a constant of an enumeration its
 * name in lower case with hyphens. <b>Addresses and contents of registers are texts of lower-case hexadecimal digits
 * without prefix or leading zeros</b>, as in the details of events and in test vectors; counts, sizes, marks and numbers
 * of things are JSON numbers. An address that is not known (-1 in a view) is null.
 *
 * <p>A {@link NamedValue} has its {@code value} as its kind says: a number, hexadecimal digits, or null where the words
 * are everything. Four views get more than their components: registers have {@code values}, from a register's name to its content;
 * the MPU has {@code enabled}, and each region what its two registers mean; memory is its {@code bytes} as one text of
 * hexadecimal digits in address order, its {@code words} (32 bits, lowest byte first), and which parts are
 * {@code unreadable}.
 */
public final class ViewJson {
    /** Components that hold addresses or contents of registers. A name with a dot is for one record only. */
    static final Set<String> HEX = Set.of(
            "address",
            "appBreak",
            "arguments",
            "base",
            "bfar",
            "callAddress",
            "cfsr",
            "clientEnd",
            "clientStart",
            "cr3",
            "control",
            "data",
            "dfsr",
            "end",
            "entry",
            "entryAddress",
            "flashEnd",
            "flashStart",
            "frameAddress",
            "function",
            "hfsr",
            "kernelBreak",
            "linear",
            "mmfar",
            "physical",
            "ramEnd",
            "ramStart",
            "rasr",
            "rbar",
            "serverEnd",
            "serverStart",
            "start",
            "target",
            "Register.upper",
            "Entry.value",
            "File.flags",
            "Space.root",
            "Register.value",
            "RegisterValue.value");

    private ViewJson() {}

    /** A view, or a part of one. */
    public static JsonElement of(Object view) {
        return of(view, false);
    }

    /** An event: its mark, kind, task and detail. */
    public static JsonObject of(Event event) {
        JsonObject json = new JsonObject();
        json.addProperty("mark", event.mark());
        json.addProperty("kind", event.kind());
        json.add("task", of(event.task(), false));
        json.add("detail", of(event.detail(), false));
        return json;
    }

    /** Whether the numbers in a component of a record are written in hexadecimal. */
    static boolean isHex(Class<?> type, String component) {
        return HEX.contains(component) || HEX.contains(type.getSimpleName() + "." + component);
    }

    /** A number as the JSON writes addresses and registers: 64 bits, unsigned. */
    public static String hex(long value) {
        return Long.toHexString(value);
    }

    private static JsonElement of(Object value, boolean hex) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof Event event) {
            return of(event);
        }
        if (value instanceof NamedValue named) {
            return ofNamed(named);
        }
        if (value instanceof MemoryView memory) {
            return MemoryJson.of(memory);
        }
        if (value instanceof Record) {
            return ofRecord((Record) value);
        }
        if (value instanceof Number number) {
            return ofNumber(number, hex);
        }
        if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        if (value instanceof Enum<?> constant) {
            return new JsonPrimitive(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return ofCollection(value, hex);
    }

    private static JsonElement ofCollection(Object value, boolean hex) {
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null), hex);
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? ofNumber(number.getAsInt(), hex) : JsonNull.INSTANCE;
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? ofNumber(number.getAsLong(), hex) : JsonNull.INSTANCE;
        }
        if (value instanceof Iterable<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(element -> array.add(of(element, hex)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((name, element) -> object.add(String.valueOf(name), of(element, hex)));
            return object;
        }
        return new JsonPrimitive(value.toString());
    }

    private static JsonElement ofNumber(Number number, boolean hex) {
        if (!hex) {
            return new JsonPrimitive(number);
        }
        if (number instanceof Integer) {
            return new JsonPrimitive(hex(number.intValue() & 0xFFFF_FFFFL));
        }
        return number.longValue() == -1 ? JsonNull.INSTANCE : new JsonPrimitive(hex(number.longValue()));
    }

    private static JsonObject ofRecord(Record value) {
        JsonObject json = new JsonObject();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            json.add(component.getName(), of(read(value, component), isHex(value.getClass(), component.getName())));
        }
        if (value instanceof RegistersView registers) {
            json.add("values", values(registers.groups()));
        }
        if (value instanceof MpuView mpu) {
            json.addProperty("enabled", mpu.isEnabled());
        }
        if (value instanceof MpuRegion region) {
            addMeaning(json, region);
        }
        return json;
    }

    private static JsonObject ofNamed(NamedValue named) {
        JsonObject json = new JsonObject();
        json.addProperty("name", named.name());
        json.add("kind", of(named.kind(), false));
        switch (named.kind()) {
            case NUMBER -> json.addProperty("value", named.value());
            case ADDRESS -> json.addProperty("value", named.digits());
            case TEXT -> json.add("value", JsonNull.INSTANCE);
        }
        json.addProperty("words", named.words());
        return json;
    }

    private static Object read(Record value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the component " + component + " of a view cannot be read", impossible);
        }
    }

    /** The whole content of a register, also of one of 128 bits. */
    private static String content(RegistersView.Register register) {
        return register.upper() == 0
                ? hex(register.value())
                : hex(register.upper()) + String.format(Locale.ROOT, "%016x", register.value());
    }

    private static JsonObject values(List<RegistersView.Group> groups) {
        JsonObject values = new JsonObject();
        for (RegistersView.Group group : groups) {
            group.registers().forEach(register -> values.addProperty(register.name(), content(register)));
        }
        return values;
    }

    private static void addMeaning(JsonObject json, MpuRegion region) {
        json.addProperty("enabled", region.isEnabled());
        json.addProperty("base", hex(region.base() & 0xFFFF_FFFFL));
        json.addProperty("size", region.sizeInBytes());
        json.addProperty("disabledSubregions", region.disabledSubregions());
        json.addProperty("permission", region.permission().words());
        json.addProperty("executeNever", region.isExecuteNever());
    }
}
