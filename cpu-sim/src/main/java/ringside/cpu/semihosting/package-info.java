/**
 * Semihosting: the services that a debugger gives to a program on an Arm board, as newlib's {@code rdimon} uses them.
 *
 * <p>Time comes from the machine's clock and a fixed epoch. Files come from a folder that the user names; they are read
 * once, before the machine starts, so that a run stays a function of its inputs: the guest works on a copy inside the
 * machine, which goes back and forth in time with it, and what the guest changed is written out only when asked.
 * Without a folder there is no file but the console.
 *
 * <p>Reading order: {@link ringside.cpu.semihosting.GuestFiles}, {@link ringside.cpu.semihosting.HostFolder},
 * {@link ringside.cpu.semihosting.FileStore}, {@link ringside.cpu.semihosting.Semihosting}. The source is Arm's
 * "Semihosting for AArch32 and AArch64".
 */
package ringside.cpu.semihosting;
