/**
 * The NVIC pane: which exceptions are enabled, pending and active, which comes next, and the fault registers in words.
 */
package ringside.pane.nvic;
