package io.infinimill.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line that starts a confined worker: as nobody if we are root, in namespaces of its own. */
record WorkerCommand(List<String> words) implements WorkerOrigin {

    /** The worker's source comes first on standard input, its length before it. */
    private static final String BOOTSTRAP = """
            import sys
            read = sys.stdin.buffer.read
            exec(compile(read(int.from_bytes(read(4), "big")), "worker", "exec"))""";

    private static final String NOBODY = "65534";
    private static final List<String> SYSTEM_FOLDERS = List.of("bin", "sbin", "lib", "lib32", "lib64", "libx32");

    WorkerCommand {
        words = List.copyOf(words);
    }

    /**
     * The command with these tools.
     *
     * @param tools folder of bwrap, python3 and setpriv; python3 must lie under /usr, the only part of the host that a
     *     worker sees
     * @throws SandboxUnavailableException if one of them is missing
     */
    static WorkerCommand in(Path tools) {
        var words = new ArrayList<String>();
        if (isRoot()) {
            var setpriv = tool(tools, "setpriv", "util-linux");
            words.addAll(List.of(setpriv, "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        words.addAll(List.of(tool(tools, "bwrap", "bubblewrap"), "--unshare-all", "--die-with-parent"));
        words.addAll(List.of("--new-session", "--cap-drop", "ALL", "--clearenv"));
        // The order of a set of strings, and with it an outcome, must not differ from worker to worker.
        words.addAll(List.of("--setenv", "PYTHONHASHSEED", "0", "--ro-bind", "/usr", "/usr"));
        SYSTEM_FOLDERS.forEach(folder -> words.addAll(mount(Path.of("/", folder))));
        words.addAll(List.of(
                "--remount-ro", "/", "--chdir", "/", tool(tools, "python3", "python3"), "-s", "-S", "-W", "ignore"));
        words.addAll(List.of("-c", BOOTSTRAP));
        return new WorkerCommand(words);
    }

    @Override
    public WorkerLine open() throws IOException {
        return new WorkerProcess(new ProcessBuilder(words).start());
    }

    @Override
    public String advice() {
        return """
                Maybe user namespaces are off for ordinary users; run: sysctl -w kernel.unprivileged_userns_clone=1 \
                (on Ubuntu: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0)""";
    }

    private static String tool(Path tools, String name, String debianPackage) {
        var path = tools.resolve(name);
        if (!Files.isExecutable(path)) {
            throw new SandboxUnavailableException("""
                    Programs cannot be run: %s is missing.
                    Maybe run: apt-get install -y %s""".formatted(path, debianPackage));
        }
        return path.toString();
    }

    private static List<String> mount(Path folder) {
        try {
            if (Files.isSymbolicLink(folder)) {
                return List.of("--symlink", Files.readSymbolicLink(folder).toString(), folder.toString());
            }
        } catch (IOException e) {
            throw new SandboxUnavailableException(
                    "Programs cannot be run: cannot read the link %s: %s.\nMaybe run: ls -l %s"
                            .formatted(folder, e.getMessage(), folder));
        }
        return Files.isDirectory(folder) ? List.of("--ro-bind", folder.toString(), folder.toString()) : List.of();
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new SandboxUnavailableException("""
                    Programs cannot be run: /proc cannot be read: %s.
                    Maybe this is not Linux; the sandbox needs its namespaces.""".formatted(e.getMessage()));
        }
    }
}
