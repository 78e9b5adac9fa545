/**
 * A session: one image on one machine, with its history, its observer, and everything that can be asked about it.
 *
 * <p>{@link ringside.kernels.session.Session} is what the window, the command line and the lessons share.
 * {@link ringside.kernels.session.EventStream} reads events; {@link ringside.kernels.session.DebugInformation} relates
 * addresses to source; {@link ringside.kernels.session.ViewCatalog} names the views.
 */
package ringside.kernels.session;
