package ringside.cpu.pc;

/** The characters of a PC's text screen: code page 437, with the signs that control codes show as. */
final class CodePage437 {
    private static final String LOW = " ☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼";

    private static final String HIGH = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
            + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ";

    private CodePage437() {}

    /** The character of a code, 0 to 255. */
    static char of(int code) {
        if (code < 0x20) {
            return LOW.charAt(code);
        }
        return code < 0x7F ? (char) code : code == 0x7F ? '⌂' : HIGH.charAt(code - 0x80);
    }
}
