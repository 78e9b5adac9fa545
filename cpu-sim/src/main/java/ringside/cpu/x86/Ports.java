package ringside.cpu.x86;

/** The I/O address space. @sdm Vol.1 19 */
public interface Ports {

    /** Reads 1, 2 or 4 bytes from a port, with all effects; ones where nobody answers. */
    int in(int port, int bytes);

    /** Writes 1, 2 or 4 bytes to a port. */
    void out(int port, int bytes, int value);

    /** No device at any port. */
    Ports NONE = new Ports() {
        @Override
        public int in(int port, int bytes) {
            return bytes == 4 ? -1 : (1 << 8 * bytes) - 1;
        }

        @Override
        public void out(int port, int bytes, int value) {
            // Nobody listens.
        }
    };
}
