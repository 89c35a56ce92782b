public interface Style { String of(String text); }
