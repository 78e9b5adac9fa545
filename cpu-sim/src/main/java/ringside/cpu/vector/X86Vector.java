package ringside.cpu.vector;

import java.util.List;
import java.util.Map;

/**
 * One x86 instruction with the state before it and the state after it.
 *
 * @param code the bytes at the instruction pointer
 * @param registersBefore those that are not 0, or not what the mode makes of them
 * @param memoryBefore bytes that are not 0
 * @param registersAfter those that are compared; if no exception is expected, all others must be unchanged
 * @param memoryAfter bytes that are compared, likewise
 * @param pages the pages that are mapped, by address, or null for flat memory
 * @param flagsMask which bits of RFLAGS are compared
 * @param exception the vector of the exception that is expected, or null
 * @param errorCode its error code, or null if that is not compared
 * @param faultAddress what CR2 must get, or null if that is not compared
 */
record X86Vector(
        X86VectorMode mode,
        int privilege,
        byte[] code,
        X86VectorState registersBefore,
        List<VectorBytes> memoryBefore,
        X86VectorState registersAfter,
        List<VectorBytes> memoryAfter,
        Map<Long, PageRights> pages,
        long flagsMask,
        Integer exception,
        Long errorCode,
        Long faultAddress) {}
