package ringside.kernels.session;

import ringside.cpu.bus.Bus;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.view.MemoryView;

/** Looks at a bus as the readers of an image want it. */
record BusReader(Bus bus) implements MemoryReader {
    @Override
    public byte[] read(long address, int length) {
        MemoryView view = MemoryView.read(bus, address & 0xFFFF_FFFFL, length);
        for (int i = 0; i < length; i++) {
            if (!view.isReadable(i)) {
                throw UnreadableException.memory(address, length);
            }
        }
        return view.bytes();
    }
}
