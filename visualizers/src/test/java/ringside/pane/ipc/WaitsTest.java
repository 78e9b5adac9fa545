package ringside.pane.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.kernels.view.IpcView;

/** Who waits for whom is told as chains, also where nobody can go on. */
class WaitsTest {
    private static List<Integer> tasks(Waits.Chain chain) {
        return chain.links().stream().map(IpcView.Wait::task).toList();
    }

    @Test
    void aChainGoesFromTheFirstWaiterToTheTaskThatAllHangOn() {
        Waits waits = Waits.of(Conversation.nested());
        assertEquals(1, waits.chains().size());
        assertEquals(
                List.of(Conversation.SHELL, Conversation.FILES),
                tasks(waits.chains().get(0)));
        assertEquals(Conversation.DISK, waits.chains().get(0).lastTask());
        assertFalse(waits.chains().get(0).circular());
        assertEquals(2, waits.others().size());
    }

    @Test
    void whoWaitsForAnAnswerThatNobodyWillGiveIsToldApart() {
        Waits waits = Waits.of(Conversation.crash());
        assertEquals(
                List.of(Conversation.FILES),
                waits.orphans().stream().map(IpcView.Wait::task).toList());
        assertTrue(waits.sentences().contains("nobody will ever answer"));
    }

    @Test
    void aCircleIsFoundOnce() {
        IpcView view = new Conversation()
                .waiting(Conversation.SHELL, "SchemeCall", "", Conversation.FILES, -1, -1)
                .waiting(Conversation.FILES, "SchemeCall", "", Conversation.DISK, -1, -1)
                .waiting(Conversation.DISK, "SchemeCall", "", Conversation.SHELL, -1, -1)
                .view();
        Waits waits = Waits.of(view);
        assertEquals(1, waits.chains().size());
        assertEquals(3, waits.chains().get(0).links().size());
        assertTrue(waits.chains().get(0).circular());
        assertTrue(waits.sentences().get(3).contains("none can go on"));
    }
}
