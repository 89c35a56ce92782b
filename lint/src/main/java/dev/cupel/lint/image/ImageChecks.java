package dev.cupel.lint.image;

import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.RuleBook;
import java.io.IOException;
import java.util.List;

/// All checks of images.
public record ImageChecks(RuleBook book) {
    private static final List<ImageCheck> ALL = List.of(
            Unread::look,
            AccountChecks::user,
            ConfigChecks::name,
            ConfigChecks::health,
            ConfigChecks::command,
            ConfigChecks::volumesAndPorts,
            ConfigChecks::annotations,
            ConfigChecks::age,
            HistoryChecks::commands,
            HistoryChecks::adds,
            HistoryChecks::buildArguments,
            SecretChecks::found,
            AccountChecks::passwords,
            AccountChecks::numbers,
            SystemChecks::distribution,
            SystemChecks::special,
            SystemChecks::tools,
            SystemChecks::certificates,
            SystemChecks::starters,
            FileChecks::programFolders,
            FileChecks::preload,
            FileChecks::leavings,
            FileChecks::leftOver);

    public List<Finding> look(ImageSubject image) throws IOException {
        ImageFindings findings = new ImageFindings(book);
        for (ImageCheck check : ALL) {
            check.look(image, findings);
        }
        return findings.all();
    }
}
