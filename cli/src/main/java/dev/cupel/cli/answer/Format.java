package dev.cupel.cli.answer;

import dev.cupel.image.Printable;
import java.util.stream.Collectors;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// How an answer is written.
public enum Format {
    TEXT {
        @Override
        public String of(Answer answer) {
            return answer.lines().stream().map(line -> Printable.of(line) + "\n").collect(Collectors.joining());
        }
    },
    JSON {
        @Override
        public String of(Answer answer) {
            JsonMapper mapper = JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            return mapper.writeValueAsString(answer) + "\n";
        }
    };

    /// The answer as text, its last line ended.
    public abstract String of(Answer answer);
}
