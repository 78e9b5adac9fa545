/**
 * The devices of the boards: serial ports, timers, watchdog, general-purpose pins, and what controls the board.
 *
 * <p>Most come from Arm's Cortex-M System Design Kit (CMSDK, manual DDI 0479) and from the application note of the
 * MPS2 board (AN385). A device knows nothing of where it is mapped or of who listens to its interrupt lines. Its time
 * is the machine's {@link ringside.cpu.time.Clock}; all that can influence its future is in what it saves.
 *
 * <p>Restoring a device never drives its lines: the controller at the other end is restored by itself.
 *
 * <p>Reading order: {@link ringside.cpu.device.Countdown}, {@link ringside.cpu.device.CmsdkTimer},
 * {@link ringside.cpu.device.CmsdkUart}, then any.
 */
package ringside.cpu.device;
