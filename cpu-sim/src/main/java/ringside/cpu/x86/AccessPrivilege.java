package ringside.cpu.x86;

/** On whose behalf memory is accessed. @sdm Vol.3A 4.6 */
public enum AccessPrivilege {
    /** A supervisor-mode access that SMAP applies to: implicit ones, and explicit ones while RFLAGS.AC is 0. */
    SUPERVISOR,
    /** An explicit supervisor-mode access while RFLAGS.AC is 1, which SMAP leaves alone. */
    SUPERVISOR_AC,
    /** A user-mode access. */
    USER
}
