package ringside.cpu.semihosting;

import java.nio.charset.StandardCharsets;
import ringside.cpu.device.ByteQueue;
import ringside.cpu.device.ConsoleOutput;
import ringside.cpu.semihosting.OpenFile.Features;
import ringside.cpu.semihosting.OpenFile.Stored;
import ringside.cpu.semihosting.OpenFile.Terminal;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/**
 * The semihosting operations on files and on the terminal {@code :tt}.
 *
 * <p>Reading the terminal never waits: without input from outside it is at its end. A failing operation returns what its
 * description says and leaves the error number for SYS_ERRNO.
 */
final class FileCalls implements Stateful {
    private static final byte[] FEATURES = {'S', 'H', 'F', 'B', 0b11};

    private final GuestMemory memory;
    private final ConsoleOutput console;
    private final FileStore store;
    private final ByteQueue typed = new ByteQueue();
    private final OpenFiles open = new OpenFiles();
    private int errno;

    FileCalls(GuestMemory memory, ConsoleOutput console, GuestFiles files) {
        this.memory = memory;
        this.console = console;
        this.store = new FileStore(files);
    }

    int errno() {
        return errno;
    }

    GuestFiles presentFiles() {
        return store.present();
    }

    /** Bytes typed at the terminal. */
    void type(byte[] bytes) {
        typed.add(bytes);
    }

    void print(int value) {
        console.send(value);
    }

    void reset() {
        open.clear();
        errno = Errno.NONE;
    }

    int fail(int error) {
        errno = error;
        return -1;
    }

    // ---- the operations, by their names in the specification ----

    int open(int block) {
        int mode = memory.parameter(block, 1);
        String name = memory.text(memory.parameter(block, 0), memory.parameter(block, 2));
        if (mode < 0 || mode > 11) {
            return fail(Errno.INVALID);
        }
        if (name.equals(":tt")) {
            return handleFor(new Terminal(mode));
        }
        if (name.equals(":semihosting-features")) {
            return mode < 4 ? handleFor(new Features(0)) : fail(Errno.ACCESS);
        }
        return openStored(store.resolve(name), mode);
    }

    private int openStored(String name, int mode) {
        if (name == null || store.isBelowFile(name)) {
            return fail(Errno.ACCESS);
        }
        if (store.isFolder(name)) {
            return fail(Errno.IS_FOLDER);
        }
        GuestFile file = store.find(name);
        if (file == null && mode < 4) {
            return fail(Errno.NO_ENTRY);
        }
        int handle = handleFor(new Stored(name, mode, 0));
        if (handle > 0 && file == null) {
            store.create(name);
        } else if (handle > 0 && mode >= 4 && mode < 8) {
            file.truncate();
        }
        return handle;
    }

    private int handleFor(OpenFile file) {
        int handle = open.open(file);
        return handle > 0 ? handle : fail(Errno.TOO_MANY_OPEN);
    }

    int close(int block) {
        return open.close(memory.parameter(block, 0)) ? 0 : fail(Errno.BAD_HANDLE);
    }

    /** Returns how many bytes were not written. */
    int write(int block) {
        int handle = memory.parameter(block, 0);
        int length = memory.parameter(block, 2);
        byte[] bytes = memory.bytes(memory.parameter(block, 1), length);
        OpenFile file = open.get(handle);
        if (file instanceof Terminal terminal && terminal.mode() >= 4) {
            for (byte b : bytes) {
                print(b);
            }
            return 0;
        }
        if (file instanceof Stored stored && stored.isWritable() && store.find(stored.name()) != null) {
            GuestFile content = store.find(stored.name());
            int position = stored.isAppending() ? content.length() : stored.position();
            if (!store.hasRoom(content, position, length)) {
                fail(Errno.NO_SPACE);
                return length;
            }
            content.write(position, bytes);
            open.replace(handle, stored.at(position + length));
            return 0;
        }
        fail(Errno.BAD_HANDLE);
        return length;
    }

    /** Returns how many bytes were not read; all of them at the end of the file. */
    int read(int block) {
        int handle = memory.parameter(block, 0);
        int buffer = memory.parameter(block, 1);
        int length = memory.parameter(block, 2);
        OpenFile file = open.get(handle);
        if (length < 0) {
            fail(Errno.INVALID);
            return length;
        }
        if (file instanceof Terminal terminal && terminal.mode() < 4) {
            return length - readTerminal(buffer, length);
        }
        if (file instanceof Features features) {
            byte[] bytes = slice(FEATURES, FEATURES.length, features.position(), length);
            memory.set(buffer, bytes);
            open.replace(handle, new Features(features.position() + bytes.length));
            return length - bytes.length;
        }
        if (file instanceof Stored stored && stored.isReadable() && store.find(stored.name()) != null) {
            GuestFile content = store.find(stored.name());
            byte[] bytes = slice(content.content(), content.length(), stored.position(), length);
            memory.set(buffer, bytes);
            open.replace(handle, stored.at(stored.position() + bytes.length));
            return length - bytes.length;
        }
        fail(Errno.BAD_HANDLE);
        return length;
    }

    private int readTerminal(int buffer, int length) {
        int count = 0;
        while (count < length && !typed.isEmpty()) {
            memory.set(buffer + count, new byte[] {(byte) typed.take()});
            count++;
        }
        return count;
    }

    private static byte[] slice(byte[] bytes, int size, int position, int length) {
        int from = Math.min(position, size);
        return java.util.Arrays.copyOfRange(bytes, from, from + Math.min(length, size - from));
    }

    /** The next byte typed, or -1. */
    int readByte() {
        return typed.isEmpty() ? -1 : typed.take();
    }

    /** 1 for a terminal, 0 for a file. */
    int isTerminal(int block) {
        OpenFile file = open.get(memory.parameter(block, 0));
        return file == null ? fail(Errno.BAD_HANDLE) : file instanceof Terminal ? 1 : 0;
    }

    int seek(int block) {
        int handle = memory.parameter(block, 0);
        int position = memory.parameter(block, 1);
        OpenFile file = open.get(handle);
        if (position < 0 || position > lengthOf(file)) {
            return fail(file == null ? Errno.BAD_HANDLE : Errno.INVALID);
        }
        open.replace(handle, file instanceof Stored stored ? stored.at(position) : new Features(position));
        return 0;
    }

    int length(int block) {
        OpenFile file = open.get(memory.parameter(block, 0));
        int length = lengthOf(file);
        return length >= 0 ? length : fail(file == null ? Errno.BAD_HANDLE : Errno.INVALID);
    }

    private int lengthOf(OpenFile file) {
        if (file instanceof Stored stored && store.find(stored.name()) != null) {
            return store.find(stored.name()).length();
        }
        return file instanceof Features ? FEATURES.length : -1;
    }

    int temporaryName(int block) {
        int identifier = memory.parameter(block, 1);
        byte[] name = ("tmp-" + (identifier & 0xFF) + "\0").getBytes(StandardCharsets.UTF_8);
        if (identifier < 0 || identifier > 255 || memory.parameter(block, 2) < name.length) {
            return fail(Errno.INVALID);
        }
        memory.set(memory.parameter(block, 0), name);
        return 0;
    }

    int remove(int block) {
        String name = store.resolve(memory.text(memory.parameter(block, 0), memory.parameter(block, 1)));
        if (name == null || open.isOpen(name)) {
            return fail(Errno.ACCESS);
        }
        return store.remove(name) ? 0 : fail(Errno.NO_ENTRY);
    }

    int rename(int block) {
        String from = store.resolve(memory.text(memory.parameter(block, 0), memory.parameter(block, 1)));
        String to = store.resolve(memory.text(memory.parameter(block, 2), memory.parameter(block, 3)));
        if (from == null || to == null || store.isFolder(to) || store.isBelowFile(to)) {
            return fail(Errno.ACCESS);
        }
        if (open.isOpen(from) || open.isOpen(to)) {
            return fail(Errno.ACCESS);
        }
        if (store.find(from) == null) {
            return fail(Errno.NO_ENTRY);
        }
        store.rename(from, to);
        return 0;
    }

    @Override
    public void save(StateWriter out) {
        store.save(out);
        typed.save(out);
        open.save(out);
        out.word(errno);
    }

    @Override
    public void restore(StateReader in) {
        store.restore(in);
        typed.restore(in);
        open.restore(in);
        errno = in.word();
    }
}
