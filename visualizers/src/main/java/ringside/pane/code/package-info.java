/**
 * Rows of code, shared by the panes that show source, instructions and memory: {@link ringside.pane.code.CodeLine} says
 * what stands in a row, {@link ringside.pane.code.CodeList} draws thousands of them.
 */
package ringside.pane.code;
