package dev.cupel.lint.image;

import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.RuleBook;
import java.io.IOException;
import java.util.List;

/// All checks of images.
public record ImageChecks(RuleBook book) {
    private static final List<ImageCheck> ALL = List.of(
            ConfigChecks::user,
            ConfigChecks::name,
            ConfigChecks::health,
            ConfigChecks::secrets,
            ConfigChecks::command,
            ConfigChecks::volumesAndPorts,
            ConfigChecks::annotations,
            HistoryChecks::commands,
            HistoryChecks::adds,
            HistoryChecks::secrets,
            AccountChecks::passwords,
            AccountChecks::numbers,
            FileChecks::modes,
            FileChecks::programFolders,
            FileChecks::preload,
            FileChecks::leavings,
            FileChecks::leftOver,
            ProgramChecks::packageManagers,
            ProgramChecks::workshop,
            SecretChecks::visible,
            SecretChecks::deleted);

    public List<Finding> look(ImageSubject image) throws IOException {
        ImageFindings findings = new ImageFindings(book);
        for (ImageCheck check : ALL) {
            check.look(image, findings);
        }
        return findings.all();
    }
}
