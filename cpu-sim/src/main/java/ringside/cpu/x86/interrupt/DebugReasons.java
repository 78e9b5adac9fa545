package ringside.cpu.x86.interrupt;

import java.util.ArrayList;
import java.util.List;

/** The bits of DR6 in words. @sdm Vol.3B 17.2.3 */
final class DebugReasons {
    private static final int BREAKPOINTS = 4;

    private DebugReasons() {}

    static String of(long dr6Bits) {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < BREAKPOINTS; i++) {
            if ((dr6Bits & 1 << i) != 0) {
                reasons.add("the breakpoint in DR" + i);
            }
        }
        if ((dr6Bits & DebugBreakpoints.DEBUG_REGISTER_ACCESS) != 0) {
            reasons.add("an access to a debug register while DR7.GD is set");
        }
        if ((dr6Bits & DebugBreakpoints.SINGLE_STEP) != 0) {
            reasons.add("single step");
        }
        if ((dr6Bits & DebugBreakpoints.TASK_SWITCH) != 0) {
            reasons.add("a switch to a task whose T bit is set");
        }
        return String.join(", ", reasons);
    }
}
