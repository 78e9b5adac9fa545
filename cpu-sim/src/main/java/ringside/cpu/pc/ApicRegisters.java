package ringside.cpu.pc;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;
import ringside.cpu.time.Clock;

/**
 * The registers of a local APIC and what they do. A register's number is its offset in memory divided by 16, and its
 * model-specific register less 0x800.
 *
 * <p>How it works: (1) A fixed interrupt that arrives sets its bit in IRR. (2) It goes to the processor when its class
 * (vector / 16) is above that of PPR, the higher of the task priority and of what is in service. (3) Acknowledging moves
 * the bit to ISR; EOI clears the highest there. (4) An external interrupt, of the 8259 pair, has no bit here: it
 * follows the level of its pin, and its vector is asked of the pair.   @sdm Vol.3A 10.4 to 10.12
 */
final class ApicRegisters implements Stateful {
    static final int ID = 0x02;
    static final int VERSION = 0x03;
    static final int TASK_PRIORITY = 0x08;
    static final int ARBITRATION_PRIORITY = 0x09;
    static final int PROCESSOR_PRIORITY = 0x0A;
    static final int END_OF_INTERRUPT = 0x0B;
    static final int LOGICAL_DESTINATION = 0x0D;
    static final int DESTINATION_FORMAT = 0x0E;
    static final int SPURIOUS = 0x0F;
    static final int IN_SERVICE = 0x10;
    static final int TRIGGER_MODE = 0x18;
    static final int REQUEST = 0x20;
    static final int ERROR_STATUS = 0x28;
    static final int COMMAND = 0x30;
    static final int COMMAND_HIGH = 0x31;
    static final int VECTOR_TABLE = 0x32;
    static final int INITIAL_COUNT = 0x38;
    static final int CURRENT_COUNT = 0x39;
    static final int DIVIDE = 0x3E;
    static final int SELF_INTERRUPT = 0x3F;

    private static final int SOFTWARE_ENABLED = 1 << 8;
    private static final int SENT_ILLEGAL_VECTOR = 1 << 5;
    private static final int RECEIVED_ILLEGAL_VECTOR = 1 << 6;
    private static final int ILLEGAL_REGISTER = 1 << 7;
    private static final int FIRST_LEGAL_VECTOR = 16;
    private static final int ASSERT = 1 << 14;
    private static final int LEVEL_TRIGGERED = 1 << 15;

    private final ApicConnections connections;
    private final ApicTimer timer;
    private final VectorBits requests = new VectorBits();
    private final VectorBits inService = new VectorBits();
    private final VectorBits levelVectors = new VectorBits();
    private final LocalVectorTable table;
    private boolean extended;
    private int identity;
    private int taskPriority;
    private int logicalDestination;
    private int destinationFormat;
    private int spurious;
    private int errors;
    private int errorStatus;
    private int commandLow;
    private int commandHigh;
    private boolean external;

    ApicRegisters(Clock clock, String name, ApicConnections connections) {
        this.connections = connections;
        timer = new ApicTimer(clock, name + ".timer", this::timerExpired);
        table = new LocalVectorTable(this::receiveLocal, timer);
        reset();
    }

    private void timerExpired() {
        table.deliver(LocalVectorTable.TIMER);
    }

    void setExtended(boolean isExtended) {
        extended = isExtended;
    }

    // ---- registers ----

    int read(int number) {
        return switch (number) {
            case ID -> extended ? identity : identity << 24;
            case VERSION -> 0x0005_0014;
            case TASK_PRIORITY -> taskPriority;
            case ARBITRATION_PRIORITY, PROCESSOR_PRIORITY -> processorPriority();
            case LOGICAL_DESTINATION -> extended ? identity >>> 4 << 16 | 1 << (identity & 15) : logicalDestination;
            case DESTINATION_FORMAT -> destinationFormat;
            case SPURIOUS -> spurious;
            case ERROR_STATUS -> errorStatus;
            case COMMAND -> commandLow;
            case COMMAND_HIGH -> commandHigh;
            case INITIAL_COUNT -> timer.initialCount();
            case CURRENT_COUNT -> timer.currentCount();
            case DIVIDE -> timer.divideCode();
            default -> readArray(number);
        };
    }

    private int readArray(int number) {
        if (number >= VECTOR_TABLE) {
            return table.entry(number - VECTOR_TABLE);
        }
        VectorBits bits = number < TRIGGER_MODE ? inService : number < REQUEST ? levelVectors : requests;
        return bits.word(number & 7);
    }

    long command() {
        return Integer.toUnsignedLong(commandLow) | (long) commandHigh << 32;
    }

    void setCommandHigh(int value) {
        commandHigh = value;
    }

    void write(int number, int value) {
        switch (number) {
            case ID -> identity = value >>> 24;
            case TASK_PRIORITY -> setTaskPriority(value & 0xFF);
            case END_OF_INTERRUPT -> endOfInterrupt();
            case LOGICAL_DESTINATION -> logicalDestination = value & 0xFF00_0000;
            case DESTINATION_FORMAT -> destinationFormat = value | 0x0FFF_FFFF;
            case SPURIOUS -> setSpurious(value & 0x1FF);
            case ERROR_STATUS -> {
                errorStatus = errors;
                errors = 0;
            }
            case COMMAND -> send(value & 0x000C_CFFF);
            case COMMAND_HIGH -> commandHigh = value & 0xFF00_0000;
            case INITIAL_COUNT -> timer.start(value);
            case DIVIDE -> timer.setDivideCode(value);
            case SELF_INTERRUPT -> accept(value & 0xFF, false);
            default -> table.write(number - VECTOR_TABLE, value);
        }
        connections.attention();
    }

    private void setSpurious(int value) {
        spurious = value;
        table.setEnabled((value & SOFTWARE_ENABLED) != 0);
    }

    int taskPriority() {
        return taskPriority;
    }

    void setTaskPriority(int value) {
        taskPriority = value;
        connections.attention();
    }

    private int processorPriority() {
        int service = inService.highest();
        return taskPriority >>> 4 >= service >>> 4 ? taskPriority : service & 0xF0;
    }

    // ---- interrupts that arrive ----

    /** Whether a message's destination names this processor. @sdm Vol.3A 10.6.2 */
    boolean isNamedBy(boolean logical, int destination) {
        if (extended && destination == -1 || !logical && destination == 0xFF) {
            return true;
        }
        if (!logical) {
            return destination == identity;
        }
        int own = read(LOGICAL_DESTINATION);
        if (extended) {
            return destination >>> 16 == own >>> 16 && (destination & own & 0xFFFF) != 0;
        }
        own >>>= 24;
        boolean clusters = destinationFormat >>> 28 == 0;
        return clusters ? destination >>> 4 == own >>> 4 && (destination & own & 0xF) != 0 : (destination & own) != 0;
    }

    void receive(ApicMessage message) {
        switch (message.mode()) {
            case ApicMessage.FIXED, ApicMessage.LOWEST_PRIORITY -> accept(message.vector(), message.levelTriggered());
            case ApicMessage.NON_MASKABLE -> connections.nonMaskable();
            case ApicMessage.EXTERNAL -> external = true;
            case ApicMessage.INIT -> connections.initialize();
            default -> {
                // There is no system management mode; a start-up message is for a processor that waits for one.
            }
        }
        connections.attention();
    }

    private void accept(int vector, boolean level) {
        if (vector < FIRST_LEGAL_VECTOR) {
            error(RECEIVED_ILLEGAL_VECTOR);
        } else if ((spurious & SOFTWARE_ENABLED) != 0) {
            requests.set(vector);
            if (level) {
                levelVectors.set(vector);
            } else {
                levelVectors.clear(vector);
            }
        }
    }

    private void error(int bit) {
        errors |= bit;
        table.deliver(LocalVectorTable.ERROR);
    }

    void illegalRegister() {
        error(ILLEGAL_REGISTER);
    }

    /** Takes an interrupt from the local vector table. */
    private void receiveLocal(ApicMessage message) {
        boolean illegal = message.mode() == ApicMessage.FIXED && message.vector() < FIRST_LEGAL_VECTOR;
        if (illegal && message.vector() == table.vector(LocalVectorTable.ERROR)) {
            // An error about the error interrupt itself would never end.
            errors |= RECEIVED_ILLEGAL_VECTOR;
        } else if (message.mode() != ApicMessage.EXTERNAL) {
            receive(message);
        }
    }

    /** Drives LINT0 or LINT1: whether it has risen. */
    boolean setPin(int pin, boolean asserted) {
        boolean rises = table.setPin(pin, asserted);
        connections.attention();
        return rises;
    }

    /** The timer, for its model-specific register. */
    ApicTimer timer() {
        return timer;
    }

    /**
     * Sends an interrupt command. There is no other processor, so only what names this one arrives. The manual has the
     * shorthands that include this processor for fixed interrupts only (Table 10-3); they work for all, as in QEMU.
     */
    private void send(int value) {
        commandLow = value;
        int shorthand = value >>> 18 & 3;
        int mode = value >>> 8 & 7;
        int destination = extended ? commandHigh : commandHigh >>> 24;
        boolean logical = (value & 1 << 11) != 0;
        boolean fixed = mode == ApicMessage.FIXED || mode == ApicMessage.LOWEST_PRIORITY;
        if (fixed && (value & 0xFF) < FIRST_LEGAL_VECTOR) {
            error(SENT_ILLEGAL_VECTOR);
            return;
        }
        boolean ends = mode == ApicMessage.INIT && (value & (LEVEL_TRIGGERED | ASSERT)) == LEVEL_TRIGGERED;
        if (ends) {
            // INIT level de-assert is for the arbitration between processors.
            return;
        }
        boolean here = shorthand == 1 || shorthand == 2 || shorthand == 0 && isNamedBy(logical, destination);
        if (here) {
            receive(new ApicMessage(value & 0xFF, mode, false, logical, destination));
        }
    }

    // ---- the processor's side ----

    /** Whether the 8259 pair, through LINT0 or the I/O APIC, asks for an interrupt. */
    private boolean externalWaits(boolean enabled) {
        return table.isPinAsserted() && (!enabled || external || table.passesExternal());
    }

    private boolean fixedWaits() {
        return (spurious & SOFTWARE_ENABLED) != 0 && requests.highest() >>> 4 > processorPriority() >>> 4;
    }

    boolean isPending(boolean enabled) {
        return enabled && fixedWaits() || externalWaits(enabled);
    }

    int acknowledge(boolean enabled) {
        if (enabled && fixedWaits()) {
            int vector = requests.highest();
            requests.clear(vector);
            inService.set(vector);
            return vector;
        }
        if (externalWaits(enabled)) {
            external = false;
            return connections.acknowledgeControllers();
        }
        return spurious & 0xFF;
    }

    private void endOfInterrupt() {
        int vector = inService.highest();
        if (vector == 0) {
            return;
        }
        inService.clear(vector);
        table.end(vector);
        if (levelVectors.contains(vector)) {
            connections.endOfInterrupt(vector);
        }
    }

    // ---- state ----

    /** As after an INIT, which leaves the identity alone. @sdm Vol.3A 10.4.7.3 */
    void initialize() {
        int kept = identity;
        reset();
        identity = kept;
    }

    /** As after reset. @sdm Vol.3A 10.4.7.1 */
    void reset() {
        requests.clearAll();
        inService.clearAll();
        levelVectors.clearAll();
        table.reset();
        identity = 0;
        taskPriority = 0;
        logicalDestination = 0;
        destinationFormat = -1;
        spurious = 0xFF;
        errors = 0;
        errorStatus = 0;
        commandLow = 0;
        commandHigh = 0;
        external = false;
        timer.reset();
    }

    @Override
    public void save(StateWriter out) {
        requests.save(out);
        inService.save(out);
        levelVectors.save(out);
        table.save(out);
        out.words(scalars());
        out.flag(external);
        timer.save(out);
    }

    private int[] scalars() {
        return new int[] {
            identity,
            taskPriority,
            logicalDestination,
            destinationFormat,
            spurious,
            errors,
            errorStatus,
            commandLow,
            commandHigh
        };
    }

    @Override
    public void restore(StateReader in) {
        requests.restore(in);
        inService.restore(in);
        levelVectors.restore(in);
        table.restore(in);
        int[] values = new int[9];
        in.words(values);
        identity = values[0];
        taskPriority = values[1];
        logicalDestination = values[2];
        destinationFormat = values[3];
        spurious = values[4];
        errors = values[5];
        errorStatus = values[6];
        commandLow = values[7];
        commandHigh = values[8];
        external = in.flag();
        timer.restore(in);
    }
}
