package ringside.cpu.x86.interrupt;

import ringside.cpu.x86.X86Core;

/** Delivery through the IDT. @sdm Vol.3A 6.12 */
final class ProtectedModeDelivery {
    private ProtectedModeDelivery() {}

    static void deliver(X86Core cpu, InterruptEvent event) {
        cpu.shutdown("interrupt " + event.vector() + " cannot be delivered in this mode yet");
    }
}
