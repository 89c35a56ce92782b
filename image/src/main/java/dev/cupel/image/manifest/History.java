package dev.cupel.image.manifest;

/// One step of how the image was made (OCI image-spec 1.1, config.md, "history"). Texts are empty where the file has none.
public record History(String created, String createdBy, String author, String comment, boolean emptyLayer) {}
