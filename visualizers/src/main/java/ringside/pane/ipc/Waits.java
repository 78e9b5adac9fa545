package ringside.pane.ipc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Wait;
import ringside.pane.Words;

/**
 * Who is blocked on whom at this instant.
 *
 * @param chains those that wait for another task: each chain goes from one that nobody waits for to the task that all of
 *     it hangs on
 * @param orphans those that wait for an answer which nobody will give
 * @param others those that wait for no other task
 */
record Waits(List<Chain> chains, List<Wait> orphans, List<Wait> others) {

    /**
     * A task that waits for another, which may wait itself.
     *
     * @param links the waits in the order of the chain
     * @param lastTask the task at the end
     * @param circular whether the last task waits for one of the chain, so that nobody can go on
     */
    record Chain(List<Wait> links, int lastTask, boolean circular) {}

    static Waits of(IpcView view) {
        Map<Integer, Wait> waits = new HashMap<>();
        Set<Integer> awaited = new HashSet<>();
        for (Wait wait : view.waits()) {
            waits.put(wait.task(), wait);
            if (wait.onTask() != FrameOwner.NO_TASK) {
                awaited.add(wait.onTask());
            }
        }
        List<Chain> chains = new ArrayList<>();
        Set<Integer> chained = new HashSet<>();
        for (Wait wait : view.waits()) {
            if (wait.onTask() != FrameOwner.NO_TASK && !awaited.contains(wait.task())) {
                chains.add(chain(wait, waits, chained));
            }
        }
        for (Wait wait : view.waits()) {
            if (wait.onTask() != FrameOwner.NO_TASK && !chained.contains(wait.task())) {
                chains.add(chain(wait, waits, chained));
            }
        }
        List<Wait> orphans = new ArrayList<>();
        List<Wait> others = new ArrayList<>();
        for (Wait wait : view.waits()) {
            if (wait.onTask() == FrameOwner.NO_TASK) {
                boolean lost = view.find(wait.message())
                        .filter(message -> message.state() == IpcView.State.LOST)
                        .isPresent();
                (lost ? orphans : others).add(wait);
            }
        }
        return new Waits(chains, orphans, others);
    }

    private static Chain chain(Wait first, Map<Integer, Wait> waits, Set<Integer> chained) {
        List<Wait> links = new ArrayList<>();
        Set<Integer> inside = new HashSet<>();
        Wait wait = first;
        while (wait != null && wait.onTask() != FrameOwner.NO_TASK && inside.add(wait.task())) {
            links.add(wait);
            wait = waits.get(wait.onTask());
        }
        chained.addAll(inside);
        int last = links.get(links.size() - 1).onTask();
        return new Chain(links, last, inside.contains(last));
    }

    /** The same in words. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Chain chain : chains) {
            for (Wait wait : chain.links) {
                sentences.add(Words.of("ipc.wait.spoken", wait.name(), MessageWords.reason(wait)));
            }
            if (chain.circular) {
                sentences.add(Words.of("ipc.wait.circle"));
            }
        }
        for (Wait wait : orphans) {
            sentences.add(Words.of("ipc.wait.spoken", wait.name(), MessageWords.reason(wait)));
            sentences.add(Words.of("ipc.wait.never"));
        }
        for (Wait wait : others) {
            sentences.add(Words.of("ipc.wait.spoken", wait.name(), MessageWords.reason(wait)));
        }
        return sentences;
    }
}
