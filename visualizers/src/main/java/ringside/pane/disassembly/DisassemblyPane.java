package ringside.pane.disassembly;

import java.util.List;
import java.util.Optional;
import ringside.pane.Coordinates;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.CodeList;

/** Draws the instructions around the program counter, or around an address that the user went to. */
public final class DisassemblyPane extends Pane {
    private static final int ROWS = 240;

    private final CodeList list = new CodeList(Words.of("disassembly.title"));
    private long anchor = -1;
    private long lastNext = -1;
    private CodeView shown;

    /** Makes an empty pane. */
    public DisassemblyPane() {
        super("disassembly");
        list.onBreakpoint(line -> outlet().toggleBreakpoint(line.key()));
        list.onChosen(this::follow);
        showEmpty("empty.noMachine");
    }

    private void follow(CodeLine line) {
        if (shown == null) {
            return;
        }
        for (CodeView.Row row : shown.rows()) {
            if (row instanceof CodeView.Instruction found
                    && found.address() == line.key()
                    && found.line().target() >= 0) {
                outlet().showCode(found.line().target());
                return;
            }
        }
    }

    /** Shows the instructions at this address until the machine moves on. */
    public void goTo(long address) {
        anchor = address;
        outlet().requestsChanged();
    }

    /** The address of the selected instruction, or of the next one if none is selected. */
    public Optional<Long> selectedAddress() {
        CodeLine selected = list.getSelectionModel().getSelectedItem();
        if (selected != null && selected.breakable()) {
            return Optional.of(selected.key());
        }
        return shown == null ? Optional.empty() : Optional.of(shown.programCounter());
    }

    @Override
    public int refreshesWhileRunning() {
        return 4;
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.range(CodeView.class, "", anchor, ROWS));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<CodeView> now = views.now(CodeView.class);
        if (now.isEmpty()) {
            showEmpty("empty.noMachine");
            return;
        }
        CodeView view = now.get();
        boolean moved = view.programCounter() != lastNext;
        if (moved && anchor >= 0 && lastNext >= 0) {
            anchor = -1;
            outlet().requestsChanged();
        }
        lastNext = view.programCounter();
        if (!view.equals(shown)) {
            DisassemblyPaneModel model = DisassemblyPaneModel.of(view);
            list.showLines(model.lines());
            if (anchor >= 0) {
                revealAddress(model, anchor);
            } else {
                list.reveal(model.next());
            }
            shown = view;
        }
        note(anchor >= 0 ? Words.of("disassembly.elsewhere") : view.instructionSet());
        if (getCenter() != list) {
            setCenter(list);
        }
    }

    /** Shows the instruction that the address lies in. */
    private void revealAddress(DisassemblyPaneModel model, long address) {
        int found = -1;
        for (int i = 0; i < model.lines().size(); i++) {
            if (Long.compareUnsigned(model.lines().get(i).key(), address) <= 0) {
                found = i;
            }
        }
        if (found >= 0) {
            list.reveal(found);
            list.getSelectionModel().select(found);
        }
    }
}
