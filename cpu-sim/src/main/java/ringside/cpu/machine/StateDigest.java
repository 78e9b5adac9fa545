package ringside.cpu.machine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ringside.cpu.bus.Ram;
import ringside.cpu.state.StateWriter;

/**
 * The digest of a machine's state, version 1.
 *
 * <p>It is SHA-256 over: the text {@code ringside-state-1}, the machine's kind, the board's name; the encoded state of
 * clock, processor and devices; then for every page of RAM that is not all zeros, in the order of mapping and of
 * addresses, its physical address and its bytes. Numbers are encoded as {@link StateWriter} does.
 */
final class StateDigest {
    private StateDigest() {}

    static String of(Machine machine) {
        MessageDigest sha = sha256();
        StateWriter head = new StateWriter();
        head.text("ringside-state-1");
        head.text(machine.kind());
        head.text(machine.board());
        head.block(machine.encodeParts());
        sha.update(head.toByteArray());
        for (Ram ram : machine.bus().rams()) {
            for (int i = 0; i < ram.pageCount(); i++) {
                byte[] page = ram.page(i);
                if (!ram.isUntouched(i) && !isZero(page)) {
                    StateWriter address = new StateWriter();
                    address.doubleword(ram.base() + (long) i * Ram.PAGE_SIZE);
                    sha.update(address.toByteArray());
                    sha.update(page);
                }
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static boolean isZero(byte[] page) {
        for (byte b : page) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
