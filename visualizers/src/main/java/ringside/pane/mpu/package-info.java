/**
 * The MPU pane: the regions on bars of addresses with their subregions and owners, the same as a table, and the answer
 * to "who may touch this address?".
 *
 * <p>Read {@link ringside.pane.mpu.MpuPaneModel} (what is shown), then {@link ringside.pane.mpu.AddressBar} (how a bar
 * is drawn). The answers are the processor's own rules, {@link ringside.cpu.armv7m.mpu.ProtectionRules}.
 */
package ringside.pane.mpu;
