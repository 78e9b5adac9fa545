package ringside.cpu.x86;

/** What software may do to remembered translations. @sdm Vol.3A 4.10.4 */
public interface TranslationCache {

    /** Drops the translations of an address for the present PCID, global ones too, as INVLPG does. */
    void flushPage(long linear);

    /** Drops the translations of an address for a PCID, as INVPCID type 0 does. */
    void flushPage(long linear, int pcid);

    /** Drops the translations of a PCID but the global ones, as MOV to CR3 and INVPCID type 1 do. */
    void flushContext(int pcid);

    /** Drops all translations but the global ones, as INVPCID type 3 does. */
    void flushNonGlobal();

    /** Drops all translations, as a change of CR0.PG or CR4.PGE does. */
    void flushAll();

    /**
     * Loads the four entries that PAE paging keeps in the processor. @sdm Vol.3A 4.4.1
     *
     * @return false if one of them has a reserved bit, and nothing was loaded: the instruction raises #GP(0)
     */
    boolean loadPageDirectoryPointers(long cr3);

    /** Nothing is remembered. */
    TranslationCache NONE = new TranslationCache() {
        @Override
        public void flushPage(long linear) {
            // Nothing to drop.
        }

        @Override
        public void flushPage(long linear, int pcid) {
            // Nothing to drop.
        }

        @Override
        public void flushContext(int pcid) {
            // Nothing to drop.
        }

        @Override
        public void flushNonGlobal() {
            // Nothing to drop.
        }

        @Override
        public void flushAll() {
            // Nothing to drop.
        }

        @Override
        public boolean loadPageDirectoryPointers(long cr3) {
            return true;
        }
    };
}
