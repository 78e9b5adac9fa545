package ringside.cpu.vector;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes a vector for a Cortex-M of a JSON object. */
final class CortexMParser {
    private static final long DEFAULT_FLAGS = 0xF800_0000L;
    private static final int DIGITS = 8;
    private static final int LONGEST_CODE = 16;
    private static final int LAST_EXCEPTION = 511;

    private final Set<String> registers;

    CortexMParser(Set<String> registers) {
        this.registers = registers;
    }

    /**
     * Reads a vector.
     *
     * @throws ringside.cpu.BadInputException if it is none
     */
    CortexMVector parse(VectorJson json) {
        if (json.has("mode") || json.has("cpl")) {
            throw json.bad("\"mode\" and \"cpl\" belong to x86-64 vectors");
        }
        JsonObject before = json.part("before");
        JsonObject after = json.part("after");
        byte[] code = json.hexBytes("bytes", json.text("bytes"));
        if (code.length == 0 || code.length % 2 != 0 || code.length > LONGEST_CODE) {
            throw json.bad("\"bytes\" must begin with a Thumb instruction and have 2 to 16 bytes, in halfwords");
        }
        return new CortexMVector(
                code,
                registers(json, before),
                json.memory(before, DIGITS),
                registers(json, after),
                json.memory(after, DIGITS),
                json.pages(DIGITS),
                json.has("flagsMask") ? json.number("flagsMask", json.text("flagsMask"), DIGITS) : DEFAULT_FLAGS,
                json.exception(1, LAST_EXCEPTION));
    }

    private Map<String, Long> registers(VectorJson json, JsonObject state) {
        Map<String, Long> values = new LinkedHashMap<>();
        if (state.has("regs")) {
            for (Map.Entry<String, JsonElement> entry : json.part(state, "regs").entrySet()) {
                String name = entry.getKey();
                if (!registers.contains(name)) {
                    throw json.bad("cortex-m3 has no register \"" + VectorJson.shortened(name) + "\"");
                }
                values.put(name, json.number(name, json.text(name, entry.getValue()), DIGITS));
            }
        }
        return values;
    }
}
