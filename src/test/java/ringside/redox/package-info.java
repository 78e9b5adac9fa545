/** Whole runs of mini-redox: its own test programs, its shell. */
package ringside.redox;
