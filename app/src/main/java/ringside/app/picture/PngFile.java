package ringside.app.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import ringside.cpu.BadInputException;

/** Writes pictures as PNG files. */
final class PngFile {
    private PngFile() {}

    private static String reason(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "the folder does not exist";
        }
        if (failed instanceof AccessDeniedException) {
            return "it is not allowed";
        }
        return failed.getMessage() == null ? failed.toString() : failed.getMessage();
    }

    static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        buffered.setRGB(0, 0, width, height, pixels, 0, width);
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(buffered, "png", out);
        } catch (IOException failed) {
            throw new BadInputException("cannot write the picture " + file + ": " + reason(failed), failed);
        }
    }
}
