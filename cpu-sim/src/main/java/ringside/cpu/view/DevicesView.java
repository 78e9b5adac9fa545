package ringside.cpu.view;

import java.util.List;

/** All devices of a board that declare their registers, in the order of the board. */
public record DevicesView(List<DeviceView> devices) {

    /** Copies the list. */
    public DevicesView {
        devices = List.copyOf(devices);
    }
}
