package ringside.cpu.machine;

/** A place where input from outside enters a device. */
@FunctionalInterface
public interface InputPort {

    /** Takes the bytes now. They become part of the device's state. */
    void receive(byte[] bytes);
}
