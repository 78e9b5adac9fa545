package ringside.cpu.x86.paging;

import ringside.cpu.x86.AccessPrivilege;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.SystemRegisters;

/** Decides whether a page permits an access. @sdm Vol.3A 4.6.1 */
final class PageRights {
    static final int ERROR_PRESENT = 1;
    static final int ERROR_WRITE = 1 << 1;
    static final int ERROR_USER = 1 << 2;
    static final int ERROR_RESERVED = 1 << 3;
    static final int ERROR_FETCH = 1 << 4;

    private PageRights() {}

    /**
     * Whether the access is permitted.
     *
     * @param rights WRITABLE, USER and NO_EXECUTE of all entries together
     */
    static boolean permits(SystemRegisters system, long rights, MemoryAccess access, AccessPrivilege privilege) {
        boolean userPage = (rights & PageEntry.USER) != 0;
        if (privilege == AccessPrivilege.USER) {
            return userPage && kindPermitted(rights, access, true);
        }
        if (access == MemoryAccess.EXECUTE) {
            return kindPermitted(rights, access, true) && !(userPage && has(system.cr4, SystemRegisters.CR4_SMEP));
        }
        boolean kept = userPage && privilege == AccessPrivilege.SUPERVISOR && has(system.cr4, SystemRegisters.CR4_SMAP);
        return !kept && kindPermitted(rights, access, has(system.cr0, SystemRegisters.CR0_WP));
    }

    private static boolean kindPermitted(long rights, MemoryAccess access, boolean writeProtect) {
        return switch (access) {
            case READ -> true;
            case WRITE -> (rights & PageEntry.WRITABLE) != 0 || !writeProtect;
            case EXECUTE -> (rights & PageEntry.NO_EXECUTE) == 0;
        };
    }

    private static boolean has(long register, long bit) {
        return (register & bit) != 0;
    }

    /** The error code of the #PF, but for P and RSVD. @sdm Vol.3A 4.7 */
    static int errorCode(SystemRegisters system, MemoryAccess access, AccessPrivilege privilege) {
        boolean tellsFetches = has(system.cr4, SystemRegisters.CR4_SMEP)
                || has(system.cr4, SystemRegisters.CR4_PAE) && has(system.efer, SystemRegisters.EFER_NXE);
        return (access == MemoryAccess.WRITE ? ERROR_WRITE : 0)
                | (privilege == AccessPrivilege.USER ? ERROR_USER : 0)
                | (access == MemoryAccess.EXECUTE && tellsFetches ? ERROR_FETCH : 0);
    }
}
