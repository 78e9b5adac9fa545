package ringside.cpu.x86;

/** From linear to physical addresses. */
public interface AddressTranslation {

    /**
     * Translates the linear address of an access, with all effects of doing so: accessed and dirty bits, TLB entries.
     *
     * @return the physical address
     * @throws X86Fault #PF if the page does not permit the access
     */
    long translate(long linear, MemoryAccess access, AccessPrivilege privilege);

    /**
     * Translates without effects and without regard to rights, for those who look on.
     *
     * @return the physical address, or -1 if nothing is mapped there
     */
    long peek(long linear);
}
