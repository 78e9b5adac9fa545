package ringside.cpu.x86.interrupt;

import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** Why the processor shut down: the chain of exceptions that led there. @sdm Vol.3A 6.15 "Interrupt 8" */
final class TripleFault {
    private TripleFault() {}

    /**
     * The diagnosis.
     *
     * @param doubleFault the #DF that could not be delivered
     * @param last the fault that kept it from being delivered
     */
    static String diagnosis(X86Core cpu, InterruptEvent doubleFault, X86Fault last) {
        StringBuilder text = new StringBuilder("at ");
        text.append(Integer.toHexString(cpu.segment(X86Core.CS).selector()))
                .append(":0x")
                .append(Long.toHexString(doubleFault.returnAddress()))
                .append(". ");
        chain(text, doubleFault.cause());
        text.append(" This makes a double fault (#DF), which could not be delivered either because of a ")
                .append(explain(last.vector(), last.errorCode(), last.address()))
                .append('.');
        return text.toString();
    }

    private static void chain(StringBuilder text, InterruptEvent event) {
        if (event == null) {
            text.append("There was a double fault.");
        } else if (event.cause() == null) {
            text.append("First came: ").append(explain(event)).append('.');
        } else {
            chain(text, event.cause());
            text.append(" It could not be delivered because of a ")
                    .append(explain(event))
                    .append('.');
        }
    }

    private static String explain(InterruptEvent event) {
        return explain(event.vector(), event.errorCode(), event.address());
    }

    private static String explain(int vector, int errorCode, long address) {
        return ExceptionExplanation.of(vector, errorCode, address).sentence();
    }
}
