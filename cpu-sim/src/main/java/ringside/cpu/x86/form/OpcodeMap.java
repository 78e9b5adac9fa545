package ringside.cpu.x86.form;

/** The opcode maps that are used here. @sdm Vol.2D A.2 */
public enum OpcodeMap {
    ONE_BYTE,
    /** Behind 0F. */
    TWO_BYTE,
    /** Behind 0F 38. */
    THREE_BYTE_38,
    /** Behind 0F 3A. */
    THREE_BYTE_3A,
    /** Behind a VEX prefix that stands for 0F. */
    VEX_0F,
    /** Behind a VEX prefix that stands for 0F 38. */
    VEX_0F38,
    /** Behind a VEX prefix that stands for 0F 3A. */
    VEX_0F3A
}
