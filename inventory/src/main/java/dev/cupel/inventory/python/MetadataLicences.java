package dev.cupel.inventory.python;

import java.util.ArrayList;
import java.util.List;

/// The licences in a distribution's metadata (PyPA "Core metadata specifications": License-Expression, License, Classifier).
final class MetadataLicences {
    private static final String CLASSIFIER = "Classifier: License ::";
    private static final int LONGEST_NAME = 60; // some put the whole text of the licence there
    private final List<String> classified = new ArrayList<>();
    private String expression = "";
    private String free = "";

    void look(String line) {
        if (line.startsWith("License-Expression:")) {
            expression = line.substring(19).strip();
        } else if (line.startsWith("License:")) {
            free = line.substring(8).strip();
        } else if (line.startsWith(CLASSIFIER)) {
            String name = line.substring(line.lastIndexOf("::") + 2).strip();
            if (!name.equals("OSI Approved")) {
                classified.add(name);
            }
        }
    }

    List<String> told() {
        if (!expression.isEmpty()) {
            return List.of(expression);
        }
        boolean named = !free.isEmpty() && free.length() <= LONGEST_NAME && !free.equals("UNKNOWN");
        return named ? List.of(free) : classified;
    }
}
