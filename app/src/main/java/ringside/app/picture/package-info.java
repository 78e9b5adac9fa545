/**
 * Pictures of panes, drawn without a display.
 */
package ringside.app.picture;
