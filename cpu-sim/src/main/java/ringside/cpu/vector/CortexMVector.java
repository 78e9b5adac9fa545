package ringside.cpu.vector;

import java.util.List;
import java.util.Map;

/**
 * One instruction of a Cortex-M with the state before it and the state after it.
 *
 * @param code the bytes at the program counter
 * @param registersBefore those that are not 0, by name
 * @param memoryBefore bytes that are not 0
 * @param registersAfter those that are compared; if no exception is expected, all others must be unchanged
 * @param memoryAfter bytes that are compared, likewise
 * @param pages the pages that are mapped, by address, or null for flat memory
 * @param flagsMask which bits of the program status register are compared
 * @param exception the exception that is expected, or null
 */
record CortexMVector(
        byte[] code,
        Map<String, Long> registersBefore,
        List<VectorBytes> memoryBefore,
        Map<String, Long> registersAfter,
        List<VectorBytes> memoryAfter,
        Map<Long, PageRights> pages,
        long flagsMask,
        Integer exception) {}
