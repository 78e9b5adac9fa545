/**
 * Trace files: a run written down so that it can be opened and checked elsewhere.
 *
 * <p>A run is its image, its boot modules and its inputs; the digests in the file only prove that a replay is the same run. So a trace
 * stays small however long it is.
 *
 * <p>Reading order: {@link ringside.cpu.tracefile.TraceFile} is the content,
 * {@link ringside.cpu.tracefile.TraceManifest} its first page, {@link ringside.cpu.tracefile.TraceReader} and
 * {@link ringside.cpu.tracefile.TraceWriter} the ZIP around it, {@link ringside.cpu.tracefile.TraceRecorder} makes one
 * of a timeline, {@link ringside.cpu.tracefile.TraceReplay} runs one and checks it,
 * {@link ringside.cpu.tracefile.InputLines} is the format of input files.
 */
package ringside.cpu.tracefile;
