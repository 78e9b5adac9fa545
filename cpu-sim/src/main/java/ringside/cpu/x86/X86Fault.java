package ringside.cpu.x86;

/**
 * Leaves an instruction in the middle with an exception of class fault (or abort).
 *
 * <p>Thrown by anything that executes; the step loop catches it and delivers the exception, with RIP still at the
 * instruction. It has no stack trace. @sdm Vol.3A 6.5
 */
public final class X86Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Vectors of exceptions. @sdm Vol.3A 6.3.1 */
    public static final int DE = 0;

    public static final int DB = 1;
    public static final int NMI = 2;
    public static final int BP = 3;
    public static final int OF = 4;
    public static final int BR = 5;
    public static final int UD = 6;
    public static final int NM = 7;
    public static final int DF = 8;
    public static final int TS = 10;
    public static final int NP = 11;
    public static final int SS = 12;
    public static final int GP = 13;
    public static final int PF = 14;
    public static final int MF = 16;
    public static final int AC = 17;
    public static final int MC = 18;
    public static final int XM = 19;

    /** No error code is pushed. */
    public static final int NO_ERROR_CODE = -1;

    private final int vector;
    private final int errorCode;
    private final long address;

    private X86Fault(int vector, int errorCode, long address) {
        super("exception " + vector, null, false, false);
        this.vector = vector;
        this.errorCode = errorCode;
        this.address = address;
    }

    /** A fault without an error code, such as #UD. */
    public static X86Fault of(int vector) {
        return new X86Fault(vector, NO_ERROR_CODE, 0);
    }

    /** A fault with an error code: #TS, #NP, #SS, #GP, #AC, #DF. */
    public static X86Fault of(int vector, int errorCode) {
        return new X86Fault(vector, errorCode, 0);
    }

    /** A #PF at a linear address, which goes to CR2 when the exception is delivered. */
    public static X86Fault page(long linearAddress, int errorCode) {
        return new X86Fault(PF, errorCode, linearAddress);
    }

    /** A #DB of class fault: at an instruction breakpoint, or an access to debug registers that DR7.GD forbids. */
    public static X86Fault debug(long dr6Bits) {
        return new X86Fault(DB, NO_ERROR_CODE, dr6Bits);
    }

    /** #UD. */
    public static X86Fault undefinedOpcode() {
        return of(UD);
    }

    /** #GP with an error code, which is a selector's index and table bits, or 0. */
    public static X86Fault generalProtection(int errorCode) {
        return of(GP, errorCode);
    }

    /** The exception's vector. */
    public int vector() {
        return vector;
    }

    /** The error code, or {@link #NO_ERROR_CODE}. */
    public int errorCode() {
        return errorCode;
    }

    /** For #PF the linear address; for #DB the bits of DR6 that say why. */
    public long address() {
        return address;
    }
}
