/**
 * Floating-point arithmetic, exact to the bit and the flag: one implementation for single, double and double
 * extended precision, made of integer operations.
 *
 * <p>An operation takes its operands apart ({@link ringside.cpu.x86.floating.Unpacked}), works on 64-bit significands,
 * and rounds the result into a format ({@link ringside.cpu.x86.floating.Rounding}) under a
 * {@link ringside.cpu.x86.floating.FloatingContext}, which also collects the exceptions. Nothing here knows registers.
 * Reading order: {@code FloatingFormat}, {@code Unpacked}, {@code FloatingContext}, {@code Rounding},
 * {@code Arithmetic}, {@code IntegerConversion}, {@code Binary} (operations on encoded values).
 *
 * <p>@sdm Vol.1 4.8, 4.9
 */
package ringside.cpu.x86.floating;
