package ringside.kernels.session;

import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.machine.Machine;

/**
 * Looks at the memory of the kernel, by its own addresses.
 *
 * <p>A kernel of the PC is mapped into the upper half of every address space, so it does not matter which one is current.
 * Before, in real and protected mode and while the firmware copies the kernel, these addresses lead nowhere or to what is
 * not the kernel's yet, and reading says so.
 */
record KernelMemory(Machine machine, DebugInformation debug) implements MemoryReader {
    @Override
    public byte[] read(long address, int length) {
        if (debug.isFirmware(machine.processor().programCounter())) {
            throw new UnreadableException("the kernel is not there yet: the firmware runs");
        }
        if (DebugInformation.isUpperHalf(address) && machine.processor().physicalAddress(address) < 0) {
            throw new UnreadableException("nothing is mapped at the kernel's address " + Long.toHexString(address)
                    + "; perhaps the kernel is not there yet");
        }
        return new GuestMemory(machine).read(address, length);
    }
}
