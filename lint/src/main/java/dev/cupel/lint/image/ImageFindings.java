package dev.cupel.lint.image;

import dev.cupel.image.ImagePath;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;

/// Collects what the checks say.
final class ImageFindings {
    private final RuleBook book;
    private final List<Finding> found = new ArrayList<>();

    ImageFindings(RuleBook book) {
        this.book = book;
    }

    void inConfig(String rule, String key, String detail) {
        add(rule, new Finding.Place.InConfig(key), detail);
    }

    RuleBook book() {
        return book;
    }

    /// `step` from 1.
    void inHistory(String rule, int step, String detail) {
        add(rule, new Finding.Place.InHistory(step), detail);
    }

    void at(String rule, ImagePath path, String detail) {
        add(rule, new Finding.Place.AtPath(path.text()), detail);
    }

    List<Finding> all() {
        return found;
    }

    private void add(String rule, Finding.Place place, String detail) {
        found.add(new Finding(book.get(rule), place, detail, List.of()));
    }
}
