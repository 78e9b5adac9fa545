/** Whole runs of the PC: boots from the reset vector, time travel, traces. */
package ringside.pc;
