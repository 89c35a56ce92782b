package dev.cupel.cli.view;

/// Outside text in one line of a table: cut at a width, control characters made visible, so that it can steer no terminal.
final class Line {
    private Line() {}

    static String of(String text, int width) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (out.length() >= width) {
                return out.substring(0, width - 1) + "…";
            }
            boolean unseen = Character.isISOControl(c) || Character.isSurrogate(c) || Character.getType(c) == Character.FORMAT;
            boolean blank = c == ' ' && out.length() > 0 && out.charAt(out.length() - 1) == ' ';
            out.append(c == '\n' ? "⏎" : unseen ? "�" : blank ? "" : String.valueOf(c));
        }
        return out.toString();
    }
}
