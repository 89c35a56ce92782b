package dev.cupel.lint.dockerfile;

/// A here document of `RUN`, `COPY` or `ADD`.
///
/// @param name that ends it
/// @param expanded whether variables in it are replaced: the name is not quoted
/// @param stripsTabs `<<-`
/// @param operator where it is announced
/// @param body its lines, the last one's end included
public record HereDocument(String name, boolean expanded, boolean stripsTabs, Span operator, Span body) {}
