package ringside.cpu.armv7m.insn.branch;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings of the branch instructions, and IT. */
public final class Branches {
    /** All of them. */
    public static final List<Encoding> ENCODINGS = Stream.of(
                    BranchConditional.ENCODINGS,
                    Branch.ENCODINGS,
                    BranchLink.ENCODINGS,
                    BranchLinkExchange.ENCODINGS,
                    BranchExchange.ENCODINGS,
                    CompareBranch.ENCODINGS,
                    TableBranch.ENCODINGS,
                    It.ENCODINGS)
            .flatMap(List::stream)
            .toList();

    private Branches() {}
}
