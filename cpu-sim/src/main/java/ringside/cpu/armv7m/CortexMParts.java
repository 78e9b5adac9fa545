package ringside.cpu.armv7m;

import ringside.cpu.bus.Bus;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.TraceRing;

/** What a processor is built from. */
record CortexMParts(Bus bus, Clock clock, TraceRing trace, ThumbDecoder decoder, CortexMConfiguration configuration) {}
