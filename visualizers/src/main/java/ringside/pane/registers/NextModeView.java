package ringside.pane.registers;

/**
 * The mode that the processor will be in after the next instruction.
 *
 * @param mode the execution state in words, or an empty text if it stays as it is or nobody can tell
 */
public record NextModeView(String mode) {}
