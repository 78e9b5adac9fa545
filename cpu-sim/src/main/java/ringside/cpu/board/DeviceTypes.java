package ringside.cpu.board;

import java.util.List;
import java.util.Map;
import ringside.cpu.board.BoardDescription.Place;

/** The types of devices that a family of boards may have, with the interrupt outputs of each. */
enum DeviceTypes {
    CORTEX_M(CortexMDevices.TYPES),
    PC(PcDevices.TYPES);

    private final Map<String, List<String>> outputs;

    DeviceTypes(Map<String, List<String>> outputs) {
        this.outputs = outputs;
    }

    /** The types for boards with a processor. */
    static DeviceTypes of(JsonPart top, String processor) {
        return switch (processor) {
            case "cortex-m3" -> CORTEX_M;
            case "x86-64" -> PC;
            default ->
                throw top.bad(
                        "the processor \"" + processor + "\" is not known; this version has cortex-m3 and x86-64");
        };
    }

    /** Checks that there is such a type and that it has the interrupt outputs that the place wires. */
    void require(JsonPart part, Place place) {
        List<String> known = outputs.get(place.type());
        if (known == null) {
            throw part.bad("there is no type of device \"" + place.type() + "\"; there are "
                    + String.join(", ", outputs.keySet()));
        }
        for (String output : place.interrupts().keySet()) {
            if (!known.contains(output)) {
                throw part.bad("a " + place.type() + " has no interrupt \"" + output + "\"");
            }
        }
    }
}
