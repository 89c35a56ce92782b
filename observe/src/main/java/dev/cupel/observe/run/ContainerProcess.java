package dev.cupel.observe.run;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.linux.namespace.UserNamespace;
import dev.cupel.linux.rooted.RootedDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The first process of a container: its words, variables, directory and user.
record ContainerProcess(List<String> words, List<String> environment, ImagePath directory, ContainerUser user) {
    private static final int LARGEST_ACCOUNT_FILE = 4 << 20;

    ContainerProcess {
        words = List.copyOf(words);
        environment = List.copyOf(environment);
    }

    /// What image and plan come to together; names of users are looked up in the container's own files.
    static ContainerProcess of(ImageConfig image, RunPlan plan, RootedDirectory root) throws IOException {
        List<String> words = plan.words(image);
        ContainerUser user = user(plan.user().orElse(image.user()), root);
        List<String> environment = new Environment()
                .with(List.of(Environment.DEFAULT_PATH, "HOSTNAME=" + plan.hostname()))
                .with(image.environment())
                .with(plan.environment())
                .orElse("HOME", user.home())
                .all();
        return new ContainerProcess(words, environment, ImagePath.of(image.workingDirectory()), user);
    }

    /// The same process with other words, and variables over its own: a command beside it.
    ContainerProcess running(List<String> otherWords, List<String> moreVariables) {
        return new ContainerProcess(
                otherWords, new Environment().with(environment).with(moreVariables).all(), directory, user);
    }

    private static ContainerUser user(String spec, RootedDirectory root) throws IOException {
        try {
            ContainerUser user = Accounts.parse(text(root, "/etc/passwd"), text(root, "/etc/group")).find(spec);
            return user.within(UserNamespace.own());
        } catch (UnknownUser e) {
            throw new CupelException(
                    Fault.INPUT, "Cannot tell whom to run the image as: " + e.getMessage() + ".", "Give a number with --user.", e);
        }
    }

    private static String text(RootedDirectory root, String path) throws IOException {
        return new String(root.read(path, LARGEST_ACCOUNT_FILE).orElse(new byte[0]), StandardCharsets.ISO_8859_1);
    }
}
