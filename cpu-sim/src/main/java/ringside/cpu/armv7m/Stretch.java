package ringside.cpu.armv7m;

import java.util.ArrayList;
import java.util.List;

/**
 * Instructions that follow each other in memory, from one that is often branched to.
 *
 * <p>It ends before the first instruction that was never executed, that has a breakpoint or a probe, or whose IT block did
 * not begin in the stretch.
 *
 * @param start the address of the first instruction
 * @param steps the instructions
 */
record Stretch(int start, List<Step> steps) {
    /** HotSpot inlines no more than 8,000 bytecodes into one method. */
    private static final int LONGEST = 32;

    private static final int FLAGS_THAT_END = CodeBlock.UNDECODED | CodeBlock.BREAKPOINT | CodeBlock.PROBE;

    /**
     * One instruction.
     *
     * @param at its address
     * @param next the address behind it
     * @param instruction what it does
     * @param itState ITSTATE when it executes
     * @param unconditional whether it executes whatever ITSTATE says
     */
    record Step(int at, int next, ThumbInstruction instruction, int itState, boolean unconditional) {
        /** ITSTATE behind it. */
        int itStateAfter() {
            return instruction.itStateAfter(itState);
        }
    }

    /** The stretch that begins at a slot of a block, outside any IT block. */
    static Stretch from(CodeBlock block, int firstIndex, int start) {
        List<Step> steps = new ArrayList<>();
        int at = start;
        int index = firstIndex;
        int itState = 0;
        while (steps.size() < LONGEST && index < block.slots.length) {
            int slot = block.slots[index];
            if ((slot & FLAGS_THAT_END) != 0 || slot >>> CodeBlock.IT_SHIFT != itState) {
                break;
            }
            int next = at + (slot & CodeBlock.LENGTH);
            boolean unconditional = (slot & CodeBlock.UNCONDITIONAL) != 0;
            Step step = new Step(at, next, block.code[index], itState, unconditional);
            steps.add(step);
            itState = step.itStateAfter();
            index += next - at >>> 1;
            at = next;
        }
        return new Stretch(start, steps);
    }
}
