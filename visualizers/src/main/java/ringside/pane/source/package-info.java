/**
 * The source pane: the Rust source of what the processor is executing, coloured, following the program counter.
 *
 * <p>{@link ringside.pane.source.SourcePage} is what it is given; {@link ringside.pane.source.RustSyntax} colours it.
 */
package ringside.pane.source;
