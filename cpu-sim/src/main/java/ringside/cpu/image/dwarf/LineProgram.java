package ringside.cpu.image.dwarf;

import ringside.cpu.image.Cursor;

/**
 * Runs the line program of a unit, which makes the table of its lines.   @dwarf 5, 6.2.2 and 6.2.5
 *
 * @param header its parameters and files
 * @param rows what it made
 */
record LineProgram(LineHeader header, LineRows rows) {
    private static final int COPY = 1;
    private static final int ADVANCE_PC = 2;
    private static final int ADVANCE_LINE = 3;
    private static final int SET_FILE = 4;
    private static final int SET_COLUMN = 5;
    private static final int NEGATE_STMT = 6;
    private static final int SET_BASIC_BLOCK = 7;
    private static final int CONST_ADD_PC = 8;
    private static final int FIXED_ADVANCE_PC = 9;
    private static final int SET_PROLOGUE_END = 10;
    private static final int SET_EPILOGUE_BEGIN = 11;
    private static final int SET_ISA = 12;
    private static final int EXTENDED_END_SEQUENCE = 1;
    private static final int EXTENDED_SET_ADDRESS = 2;

    /** Runs the program at an offset of {@code .debug_line}. */
    static LineProgram run(Unit unit, long offset, String compilationDirectory) {
        Cursor at = unit.sections().lines().cursor(offset);
        LineHeader header = LineHeader.read(at, unit, compilationDirectory);
        Run run = new Run(header, unit.sections().lines().slice(0, header.end()).cursor(header.program()));
        run.all();
        return new LineProgram(header, run.rows);
    }

    private static final class Run {
        private final LineHeader header;
        private final Cursor at;
        private final LineRows rows = new LineRows();
        private long address;
        private int file;
        private int line;
        private int column;
        private boolean isStatement;
        private int flags;

        Run(LineHeader header, Cursor at) {
            this.header = header;
            this.at = at;
            reset();
        }

        private void reset() {
            address = 0;
            file = 1;
            line = 1;
            column = 0;
            isStatement = header.isStatement();
            flags = 0;
        }

        void all() {
            while (!at.atEnd()) {
                int opcode = at.u8();
                if (opcode >= header.operandCounts().length) {
                    special(opcode);
                } else if (opcode == 0) {
                    extended();
                } else {
                    standard(opcode);
                }
            }
        }

        private void special(int opcode) {
            int step = adjusted(opcode);
            address += addressStep(step / header.lineRange());
            line += header.lineBase() + step % header.lineRange();
            row(0);
        }

        private int adjusted(int opcode) {
            if (header.lineRange() == 0) {
                throw at.bad("a line program has special opcodes but no range of lines");
            }
            return opcode - header.operandCounts().length;
        }

        private long addressStep(long count) {
            return count * header.instructionLength();
        }

        private void row(int more) {
            int all = flags | more | (isStatement ? LineRows.IS_STATEMENT : 0);
            long masked = header.addressSize() == 4 ? address & 0xFFFF_FFFFL : address;
            rows.add(masked, file, line, column, all);
            flags = 0;
        }

        private void standard(int opcode) {
            switch (opcode) {
                case COPY -> row(0);
                case ADVANCE_PC -> address += addressStep(at.uleb());
                case ADVANCE_LINE -> line += (int) at.sleb();
                case SET_FILE -> file = at.ulebInt();
                case SET_COLUMN -> column = (int) at.uleb();
                case NEGATE_STMT -> isStatement = !isStatement;
                case SET_BASIC_BLOCK -> flags |= LineRows.BASIC_BLOCK;
                case CONST_ADD_PC -> address += addressStep(adjusted(255) / header.lineRange());
                case FIXED_ADVANCE_PC -> address += at.u16();
                case SET_PROLOGUE_END -> flags |= LineRows.PROLOGUE_END;
                case SET_EPILOGUE_BEGIN -> flags |= LineRows.EPILOGUE_BEGIN;
                case SET_ISA -> at.uleb();
                default -> {
                    for (int i = 0; i < header.operandCounts()[opcode]; i++) {
                        at.uleb();
                    }
                }
            }
        }

        private void extended() {
            long length = at.uleb();
            int start = at.position();
            if (length <= 0) {
                return;
            }
            int opcode = at.u8();
            if (opcode == EXTENDED_END_SEQUENCE) {
                row(LineRows.END_SEQUENCE);
                reset();
            } else if (opcode == EXTENDED_SET_ADDRESS) {
                address = at.unsigned((int) Math.min(length - 1, 16));
            }
            at.moveTo(start);
            at.skip(length);
        }
    }
}
