package ringside.cpu.x86;

/** What the instruction before this one holds back for the length of one instruction. @sdm Vol.3A 6.8.3 */
public enum InterruptShadow {
    NONE,
    /** After STI that set IF: maskable interrupts. */
    STI,
    /** After MOV or POP to SS: maskable interrupts, and debug exceptions and NMI too. */
    MOV_SS
}
