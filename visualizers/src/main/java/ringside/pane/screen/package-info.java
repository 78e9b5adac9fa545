/** The screen pane of the PC: what its VGA text memory shows, with the cursor. */
package ringside.pane.screen;
