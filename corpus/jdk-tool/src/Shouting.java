public class Shouting implements Style { public String of(String text) { return text.toUpperCase() + "!"; } }
