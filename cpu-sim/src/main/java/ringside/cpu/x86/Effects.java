package ringside.cpu.x86;

/**
 * What an instruction does to the status and control flags, declared beside its meaning; tests compare the two, and
 * mask the undefined flags when they compare with other processors.
 *
 * @param reads bits of RFLAGS that decide the outcome
 * @param writes bits of RFLAGS that get a defined value, or may
 * @param undefined bits of RFLAGS that the manual leaves undefined; the operation gives them one documented value
 */
public record Effects(int reads, int writes, int undefined) {

    /** No flag is read or changed. */
    public static final Effects NONE = new Effects(0, 0, 0);

    /** Reads the named flags, such as {@code "CF"}. */
    public static Effects reads(String names) {
        return new Effects(Rflags.named(names), 0, 0);
    }

    /** Reads the flags of a condition, numbered as in opcodes: 0 O, 1 NO, 2 B ... 15 G. @sdm Vol.1 Appendix B */
    public static Effects readsCondition(int number) {
        return reads(
                switch (number >>> 1) {
                    case 0 -> "OF";
                    case 1 -> "CF";
                    case 2 -> "ZF";
                    case 3 -> "CF ZF";
                    case 4 -> "SF";
                    case 5 -> "PF";
                    case 6 -> "SF OF";
                    default -> "ZF SF OF";
                });
    }

    /** Writes the named flags and reads none. */
    public static Effects sets(String names) {
        return new Effects(0, Rflags.named(names), 0);
    }

    /** These, and writing the named flags. */
    public Effects writes(String names) {
        return new Effects(reads, writes | Rflags.named(names), undefined);
    }

    /** These, and leaving the named flags undefined. */
    public Effects undefined(String names) {
        return new Effects(reads, writes, undefined | Rflags.named(names));
    }
}
