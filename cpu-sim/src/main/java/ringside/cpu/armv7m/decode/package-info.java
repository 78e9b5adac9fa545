/** From halfwords to instructions: encodings as the manual prints them, and the one table of all of them. */
package ringside.cpu.armv7m.decode;
