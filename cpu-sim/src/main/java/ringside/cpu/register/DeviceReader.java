package ringside.cpu.register;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.Width;
import ringside.cpu.view.DeviceView;
import ringside.cpu.view.DeviceView.FieldValue;
import ringside.cpu.view.DeviceView.RegisterValue;
import ringside.cpu.view.DevicesView;

/** Reads the view of a device out of it, without effects. */
public final class DeviceReader {
    private DeviceReader() {}

    /** All devices on a bus that declare their registers, in the order of mapping. */
    public static DevicesView readAll(Bus bus) {
        List<DeviceView> views = new ArrayList<>();
        for (Device device : bus.devices()) {
            if (device instanceof RegisterDevice declared) {
                views.add(read(declared, bus.baseOf(device)));
            }
        }
        return new DevicesView(views);
    }

    /** The registers of a device that is mapped at the given physical address. */
    public static DeviceView read(RegisterDevice device, long base) {
        List<RegisterValue> values = new ArrayList<>();
        for (Register register : device.registers().registers()) {
            int word = device.peek(register.offset(), Width.WORD);
            List<FieldValue> fields = new ArrayList<>();
            for (Field field : register.fields()) {
                fields.add(new FieldValue(field.name(), field.high(), field.low(), field.of(word), field.meaning()));
            }
            values.add(new RegisterValue(
                    register.name(),
                    base + register.offset(),
                    word,
                    register.access().label(),
                    register.meaning(),
                    fields));
        }
        return new DeviceView(device.name(), base, device.registers().source(), values);
    }
}
