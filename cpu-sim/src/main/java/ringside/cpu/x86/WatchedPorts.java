package ringside.cpu.x86;

/** The ports of the board, seen through the I/O breakpoints of the debug registers. @sdm Vol.3B 17.2.4 */
final class WatchedPorts implements Ports {
    private final X86Core cpu;

    WatchedPorts(X86Core cpu) {
        this.cpu = cpu;
    }

    private void access(int port, int bytes) {
        if (cpu.hardwareBreakpoints().portAccess(port, bytes)) {
            cpu.requestAttention();
        }
    }

    @Override
    public int in(int port, int bytes) {
        access(port, bytes);
        return cpu.connectedPorts().in(port, bytes);
    }

    @Override
    public void out(int port, int bytes, int value) {
        access(port, bytes);
        cpu.connectedPorts().out(port, bytes, value);
    }
}
