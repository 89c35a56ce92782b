package dev.cupel.lint.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A Dockerfile as it is written.
///
/// @param escape the character that continues a line: a backslash or a backtick
/// @param nodes all pieces, which together are the text
/// @param errors what a builder would refuse
public record Dockerfile(SourceText source, char escape, List<Node> nodes, List<SyntaxError> errors) {
    public Dockerfile {
        nodes = List.copyOf(nodes);
        errors = List.copyOf(errors);
    }

    public List<Instruction> instructions() {
        return nodes.stream().filter(Instruction.class::isInstance).map(Instruction.class::cast).toList();
    }

    public List<Node.Comment> comments() {
        return nodes.stream().filter(Node.Comment.class::isInstance).map(Node.Comment.class::cast).toList();
    }

    public Optional<Node.Directive> directive(String name) {
        return nodes.stream()
                .filter(Node.Directive.class::isInstance)
                .map(Node.Directive.class::cast)
                .filter(directive -> directive.name().equals(name))
                .findFirst();
    }

    /// The text, put together from the pieces.
    public String written() {
        return nodes.stream().map(node -> source.at(node.span())).collect(Collectors.joining());
    }
}
