/** Time travel on the real machine with the real kernel. */
package ringside.cpu.history;
