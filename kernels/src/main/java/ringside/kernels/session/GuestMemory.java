package ringside.kernels.session;

import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.machine.Machine;
import ringside.cpu.view.MemoryView;

/** Looks at the memory of a machine, by the addresses that its code uses, as the readers of an image want it. */
record GuestMemory(Machine machine) implements MemoryReader {
    @Override
    public byte[] read(long address, int length) {
        MemoryView view = machine.memory(address, length);
        for (int i = 0; i < length; i++) {
            if (!view.isReadable(i)) {
                throw UnreadableException.memory(address, length);
            }
        }
        return view.bytes();
    }
}
