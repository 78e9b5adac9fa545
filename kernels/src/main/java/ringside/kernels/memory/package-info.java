/**
 * Tells whose physical memory is whose, on machines that page.
 *
 * <p>Four sources are laid one over the other, each where it knows something: the board ({@code BoardOwners}), what a boot
 * loader put into memory and the programs whose code is really there ({@code ImageOwners}), the page tables in use, and
 * on top what the kernel's own structures say (its observer). Read {@link ringside.kernels.memory.PhysicalMemory} first.
 */
package ringside.kernels.memory;
