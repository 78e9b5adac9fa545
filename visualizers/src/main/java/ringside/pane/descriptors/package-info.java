/** The descriptors pane of the PC: GDT, LDT, IDT and TSS, decoded, with the registers that hold each selector. */
package ringside.pane.descriptors;
