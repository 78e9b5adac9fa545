package ringside.architecture;

import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;

/** Reads the length of each method's code out of a class file. */
final class CodeSizes {
    private CodeSizes() {}

    /** Code length in bytes by "class name.method name and descriptor", as in {@code ringside/app/Launcher.main([L…;)V}. */
    static Map<String, Integer> of(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        Map<String, Integer> sizes = new TreeMap<>();
        int interfaces = reader.readUnsignedShort(reader.header + 6);
        int fields = reader.header + 8 + 2 * interfaces;
        int methods = skipMembers(reader, fields);
        int at = methods + 2;
        for (int i = reader.readUnsignedShort(methods); i > 0; i--) {
            String name = reader.readUTF8(at + 2, buffer) + reader.readUTF8(at + 4, buffer);
            int attributes = reader.readUnsignedShort(at + 6);
            at += 8;
            for (int j = 0; j < attributes; j++) {
                if ("Code".equals(reader.readUTF8(at, buffer))) {
                    sizes.put(reader.getClassName() + "." + name, reader.readInt(at + 10));
                }
                at += 6 + reader.readInt(at + 2);
            }
        }
        return sizes;
    }

    /** The offset behind a table of fields or methods. */
    private static int skipMembers(ClassReader reader, int table) {
        int at = table + 2;
        for (int i = reader.readUnsignedShort(table); i > 0; i--) {
            int attributes = reader.readUnsignedShort(at + 6);
            at += 8;
            for (int j = 0; j < attributes; j++) {
                at += 6 + reader.readInt(at + 2);
            }
        }
        return at;
    }
}
