/** Tests of the table of x86 forms and of the decoder that it drives. */
package ringside.cpu.x86.decode;
