package dev.cupel.image;

/// Text from outside, made fit for a message: quoted, cut at 80 characters, control characters escaped, so that a
/// hostile name can neither flood a terminal nor steer it.
public final class Quoted {
    private static final int LONGEST = 80;

    private Quoted() {}

    /// Returns the text in double quotes.
    public static String of(String text) {
        StringBuilder out = new StringBuilder("\"");
        int shown = Math.min(text.length(), LONGEST);
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c) || Character.getType(c) == Character.FORMAT) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append(text.length() > shown ? "…\"" : "\"").toString();
    }
}
