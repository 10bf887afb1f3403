"""Runs one program on one set of arguments and words its outcome as JSON."""

import json
import math
import re
import signal
import sys
from decimal import Decimal
from fractions import Fraction

FILE = "program"
DETAIL_CHARACTERS = 300
set_profile = sys.setprofile
FRAME_FUNCTIONS = ("_getframe", "_current_frames", "_current_exceptions", "settrace", "setprofile", "gettrace", "getprofile")
FRAME_EVENTS = set(
    "sys._getframe sys._current_frames sys._current_exceptions sys.settrace gc.get_objects gc.get_referrers "
    "gc.get_referents".split()
)
FRAME_ATTRIBUTES = ("tb_frame", "gi_frame", "cr_frame", "ag_frame")
LARGEST_BITS = 1024  # of an integer: what lies beyond the range of a float is no answer
LOCALS = 200
REPLY_BYTES = 64 * 1024
PRINTED_NUMBER = re.compile(r"\s*[+-]?(\d+|(\d+\.\d*|\.\d+|\d+(?=[eE]))([eE][+-]?\d+)?)\s*", re.ASCII)
NO_MEMORY = b'{"reason":"out_of_memory","detail":"MemoryError"}'
_encode = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode


class Stop(BaseException):
    """Ends a program for a reason of ours; catching it does not help, the reason is kept."""


class Failure(Exception):
    """The program ended, but not with a number."""


class Run:
    """One execution: what it printed, where its function returned, and why it was stopped."""

    def __init__(self, output_characters):
        self.room = output_characters
        self.printed = None
        self.frame = None
        self.returned = None
        self.stopped = None
        self.looks_below = False  # at the program's frame, for eval and vars

    def stop(self, reason, detail):
        self.stopped = self.stopped or (reason, detail)
        raise Stop

    def print(self, *values, sep=" ", end="\n", file=None, flush=False):
        text = (" " if sep is None else sep).join(map(str, values))
        self.room -= len(text) + len("\n" if end is None else end)
        if self.room < 0:
            self.stop("output_limit", "printed too much")
        if values:
            self.printed = values[-1]


def hide_frames(current_run):
    """Keeps programs from walking the frames below their own, where what they gave and its channel can be found.

    There is no way back in this process. A namedtuple asks for a frame too, and goes on without.
    """

    def audit(event, values):
        if event in FRAME_EVENTS and not current_run().looks_below:
            current_run().stop("forbidden", event)
        if event == "object.__getattr__" and values[1] in FRAME_ATTRIBUTES:
            current_run().stop("forbidden", values[1])

    for name in FRAME_FUNCTIONS:
        if hasattr(sys, name):
            delattr(sys, name)
    sys.modules["__main__"] = type(sys)("__main__")
    sys.addaudithook(audit)


def number(value):
    """The value as an int or a finite float; raises Failure for all else."""
    kind = type(value)
    if kind is float:
        if not math.isfinite(value):
            raise Failure("not_a_number", repr(value))
        return value
    if kind is int:
        if value.bit_length() > LARGEST_BITS:
            raise Failure("too_large", "an integer of %d bits" % value.bit_length())
        return value
    if isinstance(value, (Fraction, Decimal)):
        return number(int(value) if value == value // 1 else float(value))
    raise Failure("not_a_number", kind.__name__)


def printed_number(value):
    if type(value) is not str:
        return number(value)
    if not PRINTED_NUMBER.fullmatch(value):
        raise Failure("not_a_number", value)
    return number(int(value) if value.strip().lstrip("+-").isdigit() else float(value))


def numeric(variables):
    found = {}
    for name, value in variables.items():
        kind = type(value)
        if kind is int and value.bit_length() <= LARGEST_BITS or kind is float and math.isfinite(value):
            found[name] = value
            if len(found) == LOCALS:
                break
    return found


def failure(reason, detail):
    return _encode({"reason": reason, "detail": detail[:DETAIL_CHARACTERS]}).encode()


def returned(value, variables):
    reply = _encode({"value": value, "locals": numeric(variables)}).encode()
    return reply if len(reply) <= REPLY_BYTES else _encode({"value": value, "locals": {}}).encode()


def call(code, function, arguments, scope, run):
    """A program with a function to call: the value is what it returns."""
    exec(code, scope)
    entry = scope.get(function)
    if not callable(entry):
        raise Failure("no_function", function)
    entry_code = getattr(entry, "__code__", None)

    def watch(frame, event, value):
        if event == "return" and frame.f_code is entry_code:
            run.frame = frame

    set_profile(watch)
    value = entry(**arguments)
    set_profile(None)
    if value is None:
        raise Failure("no_result", "%s returned None" % function)
    return returned(number(value), run.frame.f_locals if run.frame else {})


def run_standalone(code, scope, run):
    """A whole program: the value is what it printed last, else ans, else what the last function it called returned."""

    def watch(frame, event, value):
        own = frame.f_code.co_filename == FILE and not frame.f_code.co_name.startswith("<")  # such as <listcomp>
        if event != "return" or not own:
            return
        if frame.f_back is not None and frame.f_back.f_code is code:
            run.frame, run.returned = frame, value

    set_profile(watch)
    exec(code, scope)
    set_profile(None)
    variables = run.frame.f_locals if run.frame else scope
    if run.printed is not None:
        return returned(printed_number(run.printed), variables)
    value = scope.get("ans", run.returned)
    if value is None:
        raise Failure("no_result", "nothing printed, named ans or returned")
    return returned(number(value), variables)


def execute(code, function, arguments, scope, run):
    """The outcome as JSON: {"value", "locals"} or {"reason", "detail"}; never raises but for what passes by Stop."""
    try:
        if function is None:
            reply = run_standalone(code, scope, run)
        else:
            reply = call(code, function, arguments, scope, run)
    except Failure as ended:
        reply = failure(*ended.args)
    except MemoryError:
        reply = NO_MEMORY
    except Stop:  # raised again by the program, if it is not ours
        reply = failure("raised", "Stop")
    except PermissionError as raised:
        reply = failure("forbidden", describe(raised))
    except BaseException as raised:
        if type(raised) is NotSimple:
            raise
        reply = failure("raised", describe(raised))
    finally:
        set_profile(None)
    return failure(*run.stopped) if run.stopped else reply


def describe(raised):
    try:
        return "%s: %s" % (type(raised).__name__, raised)
    except Exception:
        return type(raised).__name__


def compiled(source):
    """The code, or the reply that says why there is none."""
    try:
        return compile(source, FILE, "exec", dont_inherit=True)
    except MemoryError:
        return NO_MEMORY
    except Exception as raised:
        return failure("syntax_error", describe(raised))


def screened(code):
    """The code, or the reply that says which name it may not use."""
    name = type(code) is not bytes and refused_name(code)
    return failure("forbidden", name) if name else code


def limit_cpu(seconds):
    """The kernel ends this process once it has computed that much longer, even inside one long operation."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
