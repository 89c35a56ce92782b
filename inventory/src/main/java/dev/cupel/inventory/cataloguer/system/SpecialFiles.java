package dev.cupel.inventory.cataloguer.system;

import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.EntryType;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.facts.SpecialFile;
import dev.cupel.inventory.facts.SpecialFile.Privilege;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;

/// Looks at modes, types and attributes.
public final class SpecialFiles {
    private static final int SETUID = 04000;
    private static final int SETGID = 02000;
    private static final int STICKY = 01000;
    private static final int WRITE_OTHERS = 0002;
    private static final int EXECUTE_GROUP = 0010;
    private final List<SpecialFile> found = new ArrayList<>();

    public void look(Node node, Entry content) {
        EnumSet<Privilege> privileges = privileges(content);
        if (!privileges.isEmpty()) {
            found.add(new SpecialFile(node.path(), new TreeSet<>(privileges), content.mode(), content.uid(), content.gid(), node.layer()));
        }
    }

    public List<SpecialFile> found() {
        return List.copyOf(found);
    }

    private static EnumSet<Privilege> privileges(Entry entry) {
        EnumSet<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        boolean file = entry.isFile();
        if (file && (entry.mode() & SETUID) != 0) {
            privileges.add(Privilege.SETUID);
        }
        // Without the execute bit of the group, setgid once meant mandatory locking and means nothing today; on directories it is harmless.
        if (file && (entry.mode() & SETGID) != 0 && (entry.mode() & EXECUTE_GROUP) != 0) {
            privileges.add(Privilege.SETGID);
        }
        if (file && entry.xattrs().containsKey("security.capability")) {
            privileges.add(Privilege.CAPABILITY);
        }
        boolean writable = (entry.mode() & WRITE_OTHERS) != 0;
        if (writable && (file || (entry.isDirectory() && (entry.mode() & STICKY) == 0))) {
            privileges.add(Privilege.WORLD_WRITABLE);
        }
        if (entry.type() == EntryType.BLOCK_DEVICE || entry.type() == EntryType.CHARACTER_DEVICE) {
            privileges.add(Privilege.DEVICE);
        }
        return privileges;
    }
}
