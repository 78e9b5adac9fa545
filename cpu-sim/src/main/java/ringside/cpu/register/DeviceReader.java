package ringside.cpu.register;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.DeviceSpace;
import ringside.cpu.view.DeviceView;
import ringside.cpu.view.DeviceView.FieldValue;
import ringside.cpu.view.DeviceView.RegisterValue;
import ringside.cpu.view.DevicesView;

/** Reads the view of a device out of it, without effects. */
public final class DeviceReader {
    private DeviceReader() {}

    /** All devices that declare their registers, in the order of the spaces and of mapping. */
    public static DevicesView readAll(List<DeviceSpace> spaces) {
        List<DeviceView> views = new ArrayList<>();
        for (DeviceSpace space : spaces) {
            for (Device device : space.devices()) {
                if (device instanceof ShownDevice shown) {
                    views.add(read(shown, space.baseOf(device)));
                }
            }
        }
        return new DevicesView(views);
    }

    /** The registers of a device whose lowest address is the given one. */
    public static DeviceView read(ShownDevice device, long base) {
        List<RegisterValue> values = new ArrayList<>();
        for (Register register : device.registers().registers()) {
            int word = device.shownValue(register);
            List<FieldValue> fields = new ArrayList<>();
            for (Field field : register.fields()) {
                fields.add(new FieldValue(field.name(), field.high(), field.low(), field.of(word), field.meaning()));
            }
            values.add(new RegisterValue(
                    register.name(),
                    device.addressOf(register, base),
                    word,
                    register.access().label(),
                    register.meaning(),
                    fields));
        }
        return new DeviceView(device.name(), base, device.registers().source(), values);
    }
}
