"""Listens on a Unix socket and gives every connection a worker of its own, until one of the two ends.

usage: listener.py serve PATH MOST    at most that many workers at once
       listener.py check PATH         whether it answers

What is said on a connection is what is said to a worker that is a child process: the length of its source in 4 bytes,
the source, and then as worker.py tells. This process runs in a container without network, capabilities and files that
can be written, so whatever reaches the socket reaches nothing else.
"""

import os
import select
import signal
import socket
import sys

HIGHEST_FILE = 1024
PATIENCE = 5  # seconds for a check


class Workers:
    """The running workers, by the file of their connection."""

    def __init__(self, most):
        self.most = most
        self.connections = {}
        self.processes = {}
        self.poll = select.poll()

    def start(self, connection):
        if len(self.connections) >= self.most:
            refuse(connection, "all %d workers of the sandbox are taken" % self.most)
            return
        process = os.fork()
        if process == 0:
            become_worker(connection)
        file = connection.fileno()
        self.connections[file], self.processes[file] = connection, process
        self.poll.register(file, select.POLLRDHUP)

    def end(self, file):
        """Its caller is gone: ends the worker and the program that it runs."""
        process = self.processes.get(file)
        if process:
            for kill in (os.killpg, os.kill):  # it may not have its own group yet
                try:
                    kill(process, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            self.forget(file)

    def collect(self):
        """Ended workers, and what their programs left behind, which falls to this process as the first one here."""
        while True:
            try:
                process = os.waitpid(-1, os.WNOHANG)[0]
            except ChildProcessError:
                return
            if process == 0:
                return
            for file in [file for file, worker in self.processes.items() if worker == process]:
                self.forget(file)

    def forget(self, file):
        self.poll.unregister(file)
        del self.processes[file]
        self.connections.pop(file).close()


def refuse(connection, why):
    text = why.encode()
    connection.sendall(len(text).to_bytes(4, "big") + text)
    connection.close()


def become_worker(connection):
    status = 1
    try:
        os.setsid()
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGTERM, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        os.dup2(connection.fileno(), 0)
        os.dup2(connection.fileno(), 1)
        os.closerange(3, HIGHEST_FILE)
        be_the_first_to_go()
        sys.stdin = os.fdopen(0, closefd=False)
        read = sys.stdin.buffer.read
        source = read(int.from_bytes(read(4), "big"))
        exec(compile(source, "worker", "exec"), {"__name__": "__main__"})
        status = 0
    except SystemExit as ended:
        status = 0 if not ended.code else 1
        if status:
            print(ended.code, file=sys.stderr, flush=True)
    except BrokenPipeError:
        status = 0
    finally:
        os._exit(status)


def be_the_first_to_go():
    """When memory runs out, a worker is replaced; this listener would take all of them along."""
    try:
        with open("/proc/self/oom_score_adj", "w") as score:
            score.write("500")
    except OSError:
        pass


def listen(path):
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(path)
    os.chmod(path, 0o666)  # who may come is decided by who has the folder
    listening.listen(64)
    listening.setblocking(False)
    return listening


def serve(path, most):
    workers = Workers(most)
    waking, woken = os.pipe()
    os.set_blocking(woken, False)
    signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    listening = listen(path)
    workers.poll.register(listening, select.POLLIN)
    workers.poll.register(waking, select.POLLIN)
    while True:
        for file, _ in workers.poll.poll():
            if file == waking:
                os.read(waking, 4096)
            elif file == listening.fileno():
                connection = listening.accept()[0]
                connection.setblocking(True)
                workers.start(connection)
            else:
                workers.end(file)
        workers.collect()


def check(path):
    source = b"import os; os.write(1, b'yes')"
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(PATIENCE)
        connection.connect(path)
        connection.sendall(len(source).to_bytes(4, "big") + source)
        answer = connection.recv(3)
    if answer != b"yes":
        sys.exit("it answers %r" % answer)


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "serve":
        serve(sys.argv[2], int(sys.argv[3]))
    elif len(sys.argv) == 3 and sys.argv[1] == "check":
        check(sys.argv[2])
    else:
        sys.exit(__doc__)
