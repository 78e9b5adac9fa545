package ringside.cpu.image.dwarf;

/** What an attribute of an entry tells.   @dwarf 5, 7.5.4 */
final class Attribute {
    static final int LOCATION = 0x02;
    static final int NAME = 0x03;
    static final int BYTE_SIZE = 0x0B;
    static final int STMT_LIST = 0x10;
    static final int LOW_PC = 0x11;
    static final int HIGH_PC = 0x12;
    static final int LANGUAGE = 0x13;
    static final int DISCR = 0x15;
    static final int DISCR_VALUE = 0x16;
    static final int COMP_DIR = 0x1B;
    static final int CONST_VALUE = 0x1C;
    static final int LOWER_BOUND = 0x22;
    static final int PRODUCER = 0x25;
    static final int BIT_SIZE = 0x0D;
    static final int BIT_OFFSET = 0x0C;
    static final int BYTE_STRIDE = 0x51;
    static final int UPPER_BOUND = 0x2F;
    static final int ABSTRACT_ORIGIN = 0x31;
    static final int COUNT = 0x37;
    static final int DATA_MEMBER_LOCATION = 0x38;
    static final int DECL_FILE = 0x3A;
    static final int DECL_LINE = 0x3B;
    static final int DECLARATION = 0x3C;
    static final int DISCR_LIST = 0x3D;
    static final int ENCODING = 0x3E;
    static final int EXTERNAL = 0x3F;
    static final int FRAME_BASE = 0x40;
    static final int SPECIFICATION = 0x47;
    static final int TYPE = 0x49;
    static final int RANGES = 0x55;
    static final int CALL_COLUMN = 0x57;
    static final int CALL_FILE = 0x58;
    static final int CALL_LINE = 0x59;
    static final int DATA_BIT_OFFSET = 0x6B;
    static final int LINKAGE_NAME = 0x6E;
    static final int STR_OFFSETS_BASE = 0x72;
    static final int ADDR_BASE = 0x73;
    static final int RNGLISTS_BASE = 0x74;
    static final int LOCLISTS_BASE = 0x8C;
    static final int MIPS_LINKAGE_NAME = 0x2007;

    private Attribute() {}
}
