"""Serves requests from standard input: runs programs in forked children and passes on their replies, in order.

Request: count, then per call its executions, its length and that many bytes of JSON {source, function, arguments}.
Reply: per execution a length and that many bytes of JSON; length 0 only says that the worker is alive. Numbers are
unsigned, 4 bytes, big-endian. This process never looks into programs or replies. CPU_SECONDS, WALL_SECONDS, MEMORY and
OUTPUT_CHARACTERS stand before its source.
"""

import gc
import os
import select
import signal
import sys
import time

LONGEST_REPLY = REPLY_BYTES + 1024
NONCE_BYTES = 8
HEADER_BYTES = NONCE_BYTES + 4
SHARED_BUDGET = 0.1  # CPU seconds of one execution in the shared child: far above a simple program's, little to lose
SHARED_CPU_SECONDS = 3600  # of a shared child; its executions have their own budget
FLUSH_EVERY = 64
KILLED_ENOUGH = 3  # a call that lost that many children gets no more
NEEDS_OWN_CHILD = b""


class Channel:
    """The writing end of a child's pipe. A write that lacks the nonce breaks the framing and is noticed."""

    def __init__(self, file, nonce, flush_every):
        self.file, self.nonce, self.flush_every = file, nonce, flush_every
        self.pending, self.count = [], 0

    def send(self, reply):
        self.pending += (self.nonce, len(reply).to_bytes(4, "big"), reply)
        self.count += 1
        if self.count >= self.flush_every:
            self.flush()

    def flush(self):
        rest = b"".join(self.pending)
        while rest:
            rest = rest[os.write(self.file, rest):]
        self.pending, self.count = [], 0


class Child:
    """A confined process that runs programs and sends replies."""

    def __init__(self, work, flush_every, cpu_seconds):
        reading, writing = os.pipe()
        self.nonce = os.urandom(NONCE_BYTES)
        self.reading = reading
        self.cpu_seconds = cpu_seconds
        self.ending = None
        self.process = os.fork()
        if self.process == 0:
            status = 1
            try:
                confine(writing, MEMORY, cpu_seconds)
                channel = Channel(writing, self.nonce, flush_every)
                work(channel)
                channel.flush()
                status = 0
            finally:
                os._exit(status)
        os.close(writing)

    def replies(self, patience):
        """Replies until the child ends; each may take that many seconds. Then ending is (reason, detail)."""
        buffer, start = b"", 0
        poll = select.poll()
        poll.register(self.reading, select.POLLIN)
        try:
            deadline = time.monotonic() + patience
            while True:
                reply = self._reply(buffer, start)
                if reply is not None:
                    yield reply
                    start += HEADER_BYTES + len(reply)
                    deadline = time.monotonic() + patience
                    continue
                left = deadline - time.monotonic()
                if left <= 0 or not poll.poll(left * 1000):
                    self.ending = ("timeout", "wall time")
                    return
                chunk = os.read(self.reading, 65536)
                if not chunk:
                    return
                buffer, start = buffer[start:] + chunk, 0
                keep_alive()
        except ValueError as broken:
            self.ending = ("forbidden", str(broken))
        finally:
            self._end()

    def _reply(self, buffer, start):
        """The reply that starts there, or None as long as it is incomplete."""
        nonce = buffer[start:start + NONCE_BYTES]
        length = int.from_bytes(buffer[start + NONCE_BYTES:start + HEADER_BYTES], "big")
        if not self.nonce.startswith(nonce) or length > LONGEST_REPLY:
            raise ValueError("wrote to the channel of the replies")
        end = start + HEADER_BYTES + length
        return buffer[start + HEADER_BYTES:end] if end <= len(buffer) else None

    def _end(self):
        os.close(self.reading)
        os.kill(self.process, signal.SIGKILL)
        status, usage = os.wait4(self.process, 0)[1:]
        computed = usage.ru_utime + usage.ru_stime
        self.ending = self.ending or ending(os.waitstatus_to_exitcode(status), computed >= self.cpu_seconds)


def ending(status, was_cpu_limit):
    if status == 0:
        return ("no_result", "the program ended its process")
    if status > 0:
        return ("crashed", "exit status %d" % status)
    if -status in (signal.SIGPROF, signal.SIGXCPU) or -status == signal.SIGKILL and was_cpu_limit:
        return ("timeout", "CPU time")
    if -status == signal.SIGKILL:
        return ("out_of_memory", "killed by the system")
    return ("crashed", signal.Signals(-status).name)


class Call:
    """What one request asks of one program. Only a confined child parses it."""

    def __init__(self, executions, body):
        self.executions, self.body, self.replies = executions, body, []

    def missing(self):
        return self.executions - len(self.replies)


def run_shared(calls, channel):
    """In a child: runs the simple ones of these calls, from their first execution on."""
    for call in calls:
        limit_cpu(SHARED_BUDGET)
        for reply in shared_replies(call):
            channel.send(reply)
            if reply == NEEDS_OWN_CHILD:
                break


def shared_replies(call):
    body = json.loads(call.body)
    code, function = compiled(body["source"]), body["function"]
    if type(code) is bytes:
        yield from [NEEDS_OWN_CHILD if code == NO_MEMORY else code] * call.executions
        return
    if not is_simple(code):
        yield NEEDS_OWN_CHILD
        return
    for arguments in body["arguments"]:
        limit_cpu(SHARED_BUDGET)
        run = Run(OUTPUT_CHARACTERS)
        try:
            scope = {"__name__": "__main__", "__builtins__": {**BUILTINS, "print": run.print}}
            reply = execute(code, function, arguments, scope, run)
        except NotSimple:
            reply = NEEDS_OWN_CHILD
        yield NEEDS_OWN_CHILD if reply == NO_MEMORY else reply


def run_alone(call, first, channel):
    """In a child: runs one call from that execution on."""
    limit_cpu(CPU_SECONDS)
    body = json.loads(call.body)
    code = screened(compiled(body["source"]))
    run = Run(OUTPUT_CHARACTERS)
    hide_frames(lambda: run)
    for arguments in body["arguments"][first:]:
        limit_cpu(CPU_SECONDS)
        if type(code) is bytes:
            channel.send(code)
            continue
        run = Run(OUTPUT_CHARACTERS)
        channel.send(execute(code, body["function"], arguments, Surroundings(run).scope, run))


def share(calls):
    """Collects the replies of simple calls. A call that ends the child is left for a child of its own."""
    flush_every = FLUSH_EVERY
    while calls:
        child = Child(lambda channel: run_shared(calls, channel), flush_every, SHARED_CPU_SECONDS)
        position = 0
        for reply in child.replies(WALL_SECONDS + SHARED_BUDGET * flush_every):
            if reply != NEEDS_OWN_CHILD:
                calls[position].replies.append(reply)
            if reply == NEEDS_OWN_CHILD or not calls[position].missing():
                position += 1
                if position == len(calls):
                    break
        if position < len(calls) and flush_every > 1:
            calls[position].replies.clear()
            calls, flush_every = calls[position:], 1
        else:
            calls = calls[position + 1:]


def finish_alone(call):
    killed = 0
    while call.missing() and killed < KILLED_ENOUGH:
        first = len(call.replies)
        cpu_seconds = int(CPU_SECONDS * call.missing()) + 1
        child = Child(lambda channel: run_alone(call, first, channel), 1, cpu_seconds)
        for reply in child.replies(WALL_SECONDS):
            call.replies.append(reply)
            if not call.missing():
                break
        if call.missing():
            call.replies.append(failure(*child.ending))
            killed += 1
    skipped = failure("skipped", "%d executions of this program had to be ended" % killed)
    call.replies += [skipped] * call.missing()


def keep_alive():
    write(bytes(4))


def write(content):
    rest = content
    while rest:
        rest = rest[os.write(1, rest):]


def read_number():
    return int.from_bytes(read(4), "big")


def read(length):
    content = sys.stdin.buffer.read(length)
    if len(content) < length:
        raise SystemExit(0)
    return content


def serve():
    calls = []
    for _ in range(read_number()):
        executions = read_number()
        calls.append(Call(executions, read(read_number())))
    share(calls)
    for call in calls:
        finish_alone(call)
        write(b"".join(len(reply).to_bytes(4, "big") + reply for reply in call.replies))


def prove_confinement():
    child = Child(lambda channel: channel.send(b"confined"), 1, SHARED_CPU_SECONDS)
    if list(child.replies(10)) != [b"confined"]:
        raise SystemExit("a child cannot be confined: %s" % (child.ending,))


sys.path.clear()
gc.collect()
gc.freeze()
prove_confinement()
write(len(b"ready").to_bytes(4, "big") + b"ready")
while True:
    serve()
