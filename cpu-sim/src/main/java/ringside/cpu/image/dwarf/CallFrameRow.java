package ringside.cpu.image.dwarf;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ringside.cpu.image.Bytes;

/** What holds at one address: how to find the frame of the caller, and its registers.   @dwarf 5, 6.4.1 */
final class CallFrameRow {
    private final Map<Integer, CallFrameRule> rules = new TreeMap<>();
    private long frameRegister;
    private long frameOffset;
    private Optional<Bytes> frameExpression = Optional.empty();

    CallFrameRow copy() {
        CallFrameRow copy = new CallFrameRow();
        copy.rules.putAll(rules);
        copy.frameRegister = frameRegister;
        copy.frameOffset = frameOffset;
        copy.frameExpression = frameExpression;
        return copy;
    }

    void setFrame(long register, long offset) {
        frameRegister = register;
        frameOffset = offset;
        frameExpression = Optional.empty();
    }

    void setFrame(Bytes expression) {
        frameExpression = Optional.of(expression);
    }

    long frameRegister() {
        return frameRegister;
    }

    long frameOffset() {
        return frameOffset;
    }

    Optional<Bytes> frameExpression() {
        return frameExpression;
    }

    Map<Integer, CallFrameRule> rules() {
        return rules;
    }

    void set(int register, CallFrameRule rule) {
        rules.put(register, rule);
    }

    /** Takes the rule of another row for a register. */
    void restore(int register, CallFrameRow from) {
        CallFrameRule rule = from.rules.get(register);
        if (rule == null) {
            rules.remove(register);
        } else {
            rules.put(register, rule);
        }
    }
}
