/**
 * Compares MMX, SSE and x87 instructions with the processor of a PC, to the bit and the flag.
 *
 * <p>{@link ringside.cpu.x86.host.FloatCases} makes random cases from a seed. {@code HostTest} runs them on the processor of
 * this machine by way of {@code float.c}; {@code HostVectorsTest} compares with what such a processor has made of them
 * earlier. {@link ringside.cpu.x86.host.Outcome} says what is compared, and where the processor differs from the manual.
 */
package ringside.cpu.x86.host;
