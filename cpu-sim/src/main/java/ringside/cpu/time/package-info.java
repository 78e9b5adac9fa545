/**
 * Virtual time: the clock that instructions advance and the alarms that devices set on it.
 *
 * <p>There is no other time in {@code cpu-sim}. A machine is a function of its image, its board and its inputs, so
 * nothing here may ask the host what time it is. Read {@link ringside.cpu.time.Clock}, then
 * {@link ringside.cpu.time.Alarm}.
 */
package ringside.cpu.time;
