/**
 * The emulated computers: processors, buses, devices, and their past.
 *
 * <p>Nothing here knows of a window, a thread or a clock. A machine is a deterministic function of its image, its board
 * and its inputs; all the rest of the program only reads it.
 */
package ringside.cpu;
