/**
 * Arithmetic on packed integers: pure functions on 64 bits that hold eight bytes, four words or two doublewords.
 *
 * <p>An MMX register is one such half, an XMM register two, so both instruction sets share one meaning. Where a trick
 * works on all lanes at once it is used; else a loop goes over the lanes. @sdm Vol.1 9.2, 10.4.4
 */
package ringside.cpu.x86.packed;
