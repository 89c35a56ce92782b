package dev.cupel.lint.image;

import dev.cupel.image.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// /etc/passwd, /etc/shadow and /etc/group.
final class AccountChecks {
    private static final int LIMIT = 4 << 20;
    private static final ImagePath PASSWD = ImagePath.of("/etc/passwd");
    private static final ImagePath SHADOW = ImagePath.of("/etc/shadow");
    private static final ImagePath GROUP = ImagePath.of("/etc/group");

    private AccountChecks() {}

    static void passwords(ImageSubject image, ImageFindings findings) throws IOException {
        for (ImagePath path : List.of(SHADOW, PASSWD)) {
            for (String[] fields : lines(image, path)) {
                if (fields.length > 2 && fields[1].isEmpty()) {
                    findings.at("DKL-LI-0001", path, fields[0]);
                }
            }
        }
    }

    static void numbers(ImageSubject image, ImageFindings findings) throws IOException {
        for (ImagePath path : List.of(PASSWD, GROUP)) {
            Map<String, String> seen = new HashMap<>();
            for (String[] fields : lines(image, path)) {
                if (fields.length < 3) {
                    continue;
                }
                String other = seen.putIfAbsent(fields[2], fields[0]);
                boolean root = path.equals(PASSWD) && fields[2].equals("0") && !fields[0].equals("root");
                if (root) {
                    findings.at("CUP2007", path, fields[0]);
                } else if (other != null && !other.equals(fields[0])) {
                    findings.at("DKL-LI-0002", path, "%s and %s are both %s".formatted(other, fields[0], fields[2]));
                }
            }
        }
    }

    private static List<String[]> lines(ImageSubject image, ImagePath path) throws IOException {
        List<String[]> lines = new ArrayList<>();
        String text = new String(image.root().read(path, LIMIT).orElse(new byte[0]), StandardCharsets.UTF_8);
        text.lines().filter(line -> !line.startsWith("#") && !line.startsWith("+")).forEach(line -> lines.add(line.split(":", -1)));
        return lines;
    }
}
