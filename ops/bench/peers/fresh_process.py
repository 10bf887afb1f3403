"""Runs each program of a JSON lines file {"source", "answer"} in a fresh CPython process and checks what it prints.

This is how sandboxes that trust no state work: NeMo-Skills and the evaluation scripts of PoT and MAmmoTH start a process
per program. Here the process is bare (-I -S: no site packages, no user settings), so the peer is measured at its fastest.
Only the standard library is used.
"""

import json
import os
import platform
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

LIMIT_SECONDS = 5


def printed(source):
    command = [sys.executable, "-I", "-S", "-c", source]
    return subprocess.run(command, capture_output=True, timeout=LIMIT_SECONDS, check=True).stdout.decode().strip()


def main(file):
    with open(file, encoding="utf-8") as lines:
        programs = [json.loads(line) for line in lines]
    start = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outputs = list(pool.map(printed, (program["source"] for program in programs)))
    seconds = time.perf_counter() - start
    wrong = [output for output, program in zip(outputs, programs) if output != program["answer"]]
    if wrong:
        sys.exit("wrong outputs: %s" % wrong[:3])
    print(json.dumps({"seconds": seconds, "interpreter": "CPython " + platform.python_version()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
