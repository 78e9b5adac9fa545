package ringside.cpu.image.dwarf;

import ringside.cpu.image.Bytes;

/**
 * What is known of the frames of one run of code ("frame description entry").   @dwarf 5, 6.4.1
 *
 * @param range the code
 * @param common what it shares with others
 * @param instructions what changes from address to address
 */
record CallFrameEntry(AddressRange range, Common common, Bytes instructions) {
    /**
     * What several entries share ("common information entry").
     *
     * @param codeAlignment what one step of an address is worth
     * @param dataAlignment what one step of an offset is worth
     * @param returnRegister the register in which the return address is thought to be
     * @param addressSize the size of an address in bytes
     * @param pointerEncoding how addresses are written
     * @param hasAugmentation whether entries hold further bytes before the instructions
     * @param isSignal whether the frame was made by an interrupt, so that its address is that of the next instruction
     * @param instructions what holds at the beginning
     */
    record Common(
            long codeAlignment,
            long dataAlignment,
            int returnRegister,
            int addressSize,
            int pointerEncoding,
            boolean hasAugmentation,
            boolean isSignal,
            Bytes instructions) {}
}
