package ringside.cpu.armv7m.mpu;

/** What an access wants to do. */
public enum AccessKind {
    READ,
    WRITE,
    EXECUTE
}
