package ringside.cpu.vector;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** Makes a vector for an x86-64 processor of a JSON object. */
final class X86Parser {
    private static final long DEFAULT_FLAGS = 0x8D5;
    private static final int DIGITS = 16;
    private static final int LONGEST_CODE = 32;
    private static final int LAST_EXCEPTION = 255;

    private X86Parser() {}

    /**
     * Reads a vector.
     *
     * @throws ringside.cpu.BadInputException if it is none
     */
    static X86Vector parse(VectorJson json) {
        X86VectorMode mode = mode(json);
        JsonObject before = json.part("before");
        JsonObject after = json.part("after");
        byte[] code = json.hexBytes("bytes", json.text("bytes"));
        if (code.length == 0 || code.length > LONGEST_CODE) {
            throw json.bad("\"bytes\" must begin with an instruction and have 1 to " + LONGEST_CODE + " bytes");
        }
        return new X86Vector(
                mode,
                json.privilegeLevel(mode.usualPrivilege()),
                code,
                registers(json, before),
                json.memory(before, DIGITS),
                registers(json, after),
                json.memory(after, DIGITS),
                json.pages(DIGITS),
                json.has("flagsMask") ? number(json, "flagsMask") : DEFAULT_FLAGS,
                json.exception(0, LAST_EXCEPTION),
                json.has("errorCode") ? number(json, "errorCode") : null,
                json.has("cr2") ? number(json, "cr2") : null);
    }

    private static Long number(VectorJson json, String name) {
        return json.number(name, json.text(name), DIGITS);
    }

    private static X86VectorMode mode(VectorJson json) {
        if (!json.has("mode")) {
            return X86VectorMode.LONG64;
        }
        X86VectorMode mode = X86VectorMode.named(json.text("mode"));
        if (mode == null) {
            throw json.bad("\"mode\" must be long64, compat32, prot32, prot16 or real16, not \""
                    + VectorJson.shortened(json.text("mode")) + "\"");
        }
        return mode;
    }

    private static X86VectorState registers(VectorJson json, JsonObject state) {
        X86VectorState values = new X86VectorState();
        if (state.has("regs")) {
            for (Map.Entry<String, JsonElement> entry : json.part(state, "regs").entrySet()) {
                String name = entry.getKey();
                X86VectorRegister register = X86VectorRegister.named(name);
                if (register == null) {
                    throw json.bad("x86-64 has no register \"" + VectorJson.shortened(name) + "\"");
                }
                register(json, values, register, json.text(name, entry.getValue()));
            }
        }
        return values;
    }

    private static void register(VectorJson json, X86VectorState values, X86VectorRegister register, String digits) {
        if (register.bytes() == 0) {
            values.set(register, json.number(register.name(), digits, DIGITS), 0);
            return;
        }
        byte[] bytes = json.hexBytes(register.name(), digits);
        if (bytes.length != register.bytes()) {
            throw json.bad("\"" + register.name() + "\" must have " + register.bytes() + " bytes");
        }
        long low = 0;
        long high = 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (i < 8) {
                low = low << 8 | bytes[i] & 0xFF;
            } else {
                high = high << 8 | bytes[i] & 0xFF;
            }
        }
        values.set(register, low, high);
    }
}
