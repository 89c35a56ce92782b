package dev.cupel.image;

/// Text from outside, made fit to be a line on a terminal: a hostile name can neither steer it nor begin another line. [Quoted] is for
/// messages, which must also tell what the text is.
public final class Printable {
    private Printable() {}

    /// Every `char` keeps its column: a tab becomes a blank, the end of a line `⏎`, another control or format character and half a
    /// surrogate pair `�`.
    public static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean unseen = Character.isISOControl(point)
                    || Character.getType(point) == Character.FORMAT
                    || Character.getType(point) == Character.SURROGATE;
            switch (point) {
                case '\t' -> out.append(' ');
                case '\n' -> out.append('⏎');
                default -> {
                    if (unseen) {
                        out.repeat('\ufffd', Character.charCount(point));
                    } else {
                        out.appendCodePoint(point);
                    }
                }
            }
        });
        return out.toString();
    }
}
