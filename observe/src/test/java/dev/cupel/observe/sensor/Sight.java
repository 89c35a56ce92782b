package dev.cupel.observe.sensor;

/// How a sensor saw a scene.
enum Sight {
    /// All of it.
    SEEN("yes"),
    /// Not all of it, and the run is reported as incomplete.
    TOLD("told"),
    /// Not all of it, and nothing says so.
    BLIND("no");

    private final String word;

    Sight(String word) {
        this.word = word;
    }

    /// As the table in the documentation has it.
    String word() {
        return word;
    }
}
