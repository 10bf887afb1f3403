"""What a forked child gives up before it sees a program: open files, limits, and nearly all system calls."""

import ctypes
import os
import resource
import struct

# Numbers of the system calls a computing CPython needs; all others fail with EPERM.
# Order: write mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn sched_yield mremap madvise setitimer
# exit gettimeofday getrusage futex clock_gettime exit_group getrandom
# From arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h of Linux.
SYSTEM_CALLS = {
    "x86_64": (0xC000003E, (1, 9, 10, 11, 12, 13, 14, 15, 24, 25, 28, 38, 60, 96, 98, 202, 228, 231, 318)),
    "aarch64": (0xC00000B7, (64, 222, 226, 215, 214, 134, 135, 139, 124, 216, 233, 103, 93, 169, 165, 98, 113, 94, 278)),
}
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2
LOAD_WORD, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
CALL_NUMBER, ARCHITECTURE = 0, 4
ALLOW, FAIL_EPERM, KILL_PROCESS = 0x7FFF0000, 0x00050001, 0x80000000
HIGHEST_FILE = 64


def _filter():
    architecture, numbers = SYSTEM_CALLS[os.uname().machine]
    code = [
        (LOAD_WORD, 0, 0, ARCHITECTURE),
        (JUMP_IF_EQUAL, 1, 0, architecture),
        (RETURN, 0, 0, KILL_PROCESS),
        (LOAD_WORD, 0, 0, CALL_NUMBER),
    ]
    code += [(JUMP_IF_EQUAL, len(numbers) - i, 0, number) for i, number in enumerate(numbers)]
    code += [(RETURN, 0, 0, FAIL_EPERM), (RETURN, 0, 0, ALLOW)]
    instructions = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in code))
    return instructions, ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(code), ctypes.addressof(instructions)))


_instructions, _program = _filter()
_prctl = ctypes.CDLL(None, use_errno=True).prctl
_prctl.argtypes = (ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong)


def confine(kept_file, memory, cpu_seconds):
    """Closes every file but one, sets the limits, drops the system calls; there is no way back. Raises OSError."""
    os.closerange(0, kept_file)
    os.closerange(kept_file + 1, HIGHEST_FILE)
    for limit, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 16),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(limit, (value, value))
    # At the first SIGXCPU, which says what it was for; at the second SIGKILL, which cannot be ignored.
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    for option, first, second in (
        (PR_SET_NO_NEW_PRIVS, 1, None),
        (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(_program)),
    ):
        if _prctl(option, first, second, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl(%d) failed" % option)
