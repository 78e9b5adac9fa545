/**
 * How the window looks: themes, fonts, and the zoom for the projector.
 */
package ringside.app.theme;
