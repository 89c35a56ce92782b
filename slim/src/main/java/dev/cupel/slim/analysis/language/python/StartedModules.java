package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.python.PythonSource;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Modules that an image's configuration names: behind `-m`, as `module:attribute`, or as a dotted value of the environment.
record StartedModules(PythonWorld world, AnalysisContext context) {
    List<Need> needs() {
        List<String> words = Stream.concat(context.config().entrypoint().stream(), context.config().command().stream())
                .flatMap(word -> Stream.of(word.split("[\\s;&|=\"']+")))
                .toList();
        List<String> text = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            text.add(i > 0 && words.get(i - 1).equals("-m") ? "import " + words.get(i) : quoted(words.get(i)));
        }
        context.config().environment().forEach(line -> text.add(quoted(line.substring(line.indexOf('=') + 1))));
        PythonSource source = PythonSource.read(String.join("\n", text));
        ImagePath place = ImagePath.ROOT.resolve(context.config().workingDirectory()).child("start");
        PythonImports imports = new PythonImports(world, context.root(), place);
        return Stream.concat(imports.imported(source, false, true).stream(), imports.named(source, false).stream())
                .map(file -> Need.of(file, new Reason.Rule("python", "named by the image's start command or environment")))
                .toList();
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "").replace("\\", "").replace("\n", " ") + "'";
    }
}
