"""What a program in a child of its own may name, use and import.

Confinement keeps everything else safe from a program; this keeps its own outcome honest. What runs a program and words
its outcome shares the program's interpreter, and CPython's special attributes lead from any object to any other. So a
program gets builtins and modules of its own, which lead nowhere else, and may not use the names that would.
"""

import builtins
import opcode
from types import FunctionType, ModuleType

# Imported here because a confined child cannot open a file; all of them compute and nothing else.
import __future__
import bisect, cmath, collections, collections.abc, decimal, fractions, functools, heapq, itertools, math, numbers
import operator, re, statistics, string, typing

SPECIAL_NAMES = set(
    """
    abs add aenter aexit aiter and anext annotations await bool bytes call ceil class class_getitem classcell classdict
    complex contains debug del delattr delete delitem dir divmod doc enter eq exit firstlineno float floor floordiv format
    future ge get getattr getitem gt hash iadd iand idiv ifloordiv ilshift imatmul imod import imul index init
    init_subclass int invert ior ipow irshift isub iter itruediv ixor le len length_hint lshift lt match_args matmul
    missing mod module mul name ne neg new next or pos post_init pow qualname radd rand rdivmod repr reversed rfloordiv
    rlshift rmatmul rmod rmul ror round rpow rrshift rshift rsub rtruediv rxor set set_name setattr setitem slots
    static_attributes str sub truediv trunc type_params xor
    """.split()
)
OTHER_NAMES = set("_evaluate ag_code ag_frame cr_code cr_frame gi_code gi_frame tb_frame".split())
REFUSED_BUILTINS = "breakpoint compile input open".split()
TYPES = """
    Any Callable ClassVar Dict Final FrozenSet Generator Generic Hashable Iterable Iterator List Literal Mapping
    MutableMapping MutableSequence NamedTuple NewType Optional Sequence Set Sized SupportsFloat SupportsInt Text Tuple
    Type TypeVar Union
""".split()
_MATCH_CLASS = opcode.opmap.get("MATCH_CLASS")
_frame_below = sys._getframe


def is_refused(name):
    if name.startswith("__") and name.endswith("__"):
        return name[2:-2] not in SPECIAL_NAMES
    return name in OTHER_NAMES


def refused_name(code):
    """A name in compiled code, its functions and classes included, that a program may not use, or None."""
    names = list(code.co_names)
    matches_classes = _MATCH_CLASS in code.co_code[::2]
    for constant in code.co_consts:
        if type(constant) is type(code):
            names += filter(None, [refused_name(constant)])
        elif matches_classes and type(constant) is tuple:
            names += [name for name in constant if type(name) is str]
    return next(filter(is_refused, names), None)


def _public(module, *without):
    names = set(getattr(module, "__all__", dir(module))) - set(without)
    members = {name: getattr(module, name) for name in names if not name.startswith("_")}
    return {name: member for name, member in members.items() if type(member) is not ModuleType}


def _only(module, names):
    return {name: getattr(module, name) for name in names if hasattr(module, name)}


def _wraps(wrapped):
    def decorate(wrapper):
        if type(wrapper) is FunctionType and type(wrapped) is FunctionType:
            wrapper.__name__, wrapper.__doc__ = wrapped.__name__, wrapped.__doc__
        return wrapper

    return decorate


def shallow_copy(value):
    return _copy(value, lambda part: part)


def deep_copy(value, memo=None):
    memo = {}

    def part_copy(part):
        if id(part) not in memo:
            memo[id(part)] = part  # until it is copied, should it hold itself
            memo[id(part)] = _copy(part, part_copy)
        return memo[id(part)]

    return part_copy(value)


def _copy(value, of_part):
    """The module copy would call what an object names, with what an object gives; this one does not."""
    kind = type(value)
    if kind in (list, tuple, set, frozenset):
        return kind(map(of_part, value))
    if kind in (dict, collections.OrderedDict, collections.Counter):
        return kind({of_part(key): of_part(part) for key, part in value.items()})
    if kind is collections.defaultdict:
        return kind(value.default_factory, {of_part(key): of_part(part) for key, part in value.items()})
    if kind is collections.deque:
        return kind(map(of_part, value), value.maxlen)
    if kind.__module__ == "__main__" and hasattr(value, "__dict__"):
        copied = object.__new__(kind)
        copied.__dict__.update({name: of_part(part) for name, part in value.__dict__.items()})
        return copied
    return value


MODULES = {
    "__future__": _public(__future__),
    "bisect": _public(bisect),
    "cmath": _public(cmath),
    "collections": _public(collections),
    "collections.abc": _public(collections.abc),
    "copy": {"copy": shallow_copy, "deepcopy": deep_copy},
    "decimal": _public(decimal),
    "fractions": _public(fractions),
    "functools": {
        "wraps": _wraps,
        **_only(functools, "cache cached_property cmp_to_key lru_cache partial reduce total_ordering".split()),
    },
    "heapq": _public(heapq),
    "itertools": _public(itertools),
    "math": _public(math),
    "numbers": _public(numbers),
    "operator": _public(operator, "attrgetter", "methodcaller"),
    "re": _public(re, "template"),
    "statistics": _public(statistics),
    "string": _public(string, "Formatter", "Template"),
    "typing": _only(typing, TYPES),
}


class Surroundings:
    """The builtins and modules of one execution. What it changes in them is gone with it."""

    def __init__(self, run):
        self.run = run
        self.modules = {}
        self.scope = {"__name__": "__main__", "__builtins__": self.builtins()}

    def builtins(self):
        guarded = {name: value for name, value in vars(builtins).items() if not name.startswith("_")}
        guarded |= {name: self.refusal(name) for name in REFUSED_BUILTINS}
        guarded |= {name: self.named(getattr(builtins, name)) for name in ("getattr", "hasattr", "setattr", "delattr")}
        return guarded | {
            "__build_class__": builtins.__build_class__,
            "__import__": self.load,
            "eval": self.runner(eval, "eval"),
            "exec": self.runner(exec, "exec"),
            "print": self.run.print,
            "vars": self.vars,
        }

    def refusal(self, name):
        return lambda *values, **named: self.run.stop("forbidden", name)

    def check(self, name):
        if type(name) is not str or is_refused(name):
            self.run.stop("forbidden", str(name))

    def named(self, function):
        def guarded(value, name, *more):
            self.check(name)
            return function(value, name, *more)

        return guarded

    def attrgetter(self, *paths):
        for path in paths:
            for name in path.split(".") if type(path) is str else [path]:
                self.check(name)
        return operator.attrgetter(*paths)

    def methodcaller(self, name, *values, **more):
        self.check(name)
        return operator.methodcaller(name, *values, **more)

    def vars(self, *values):
        if not values:
            return self.local_variables()
        kind = type(values[0])
        if getattr(kind, "__module__", None) != "__main__" or issubclass(kind, type):
            self.run.stop("forbidden", "vars")
        return vars(*values)

    def local_variables(self):
        """Of the function of the program that called a function of ours."""
        self.run.looks_below = True
        frame = _frame_below(2)
        self.run.looks_below = False
        return frame.f_locals if frame.f_code.co_filename == FILE else self.scope

    def runner(self, function, mode):
        """eval and exec, for text that keeps to the same names."""

        def run_text(source, scope=None, variables=None):
            text = str(source).lstrip(" \t") if mode == "eval" else str(source)
            code = compile(text, FILE, mode, dont_inherit=True)
            name = refused_name(code)
            if name:
                self.run.stop("forbidden", name)
            if scope is None:
                return function(code, self.scope, self.local_variables())
            if type(scope) is not dict:
                raise TypeError("globals must be a dict")
            scope["__builtins__"] = self.scope["__builtins__"]
            return function(code, scope, scope if variables is None else variables)

        return run_text

    def load(self, name, scope=None, variables=None, names=(), level=0):
        if level or name not in MODULES:
            self.run.stop("forbidden", "import " + name)
        return self.module(name if names else name.partition(".")[0])

    def module(self, name):
        if name not in self.modules:
            module = self.modules[name] = ModuleType(name)
            vars(module).update(MODULES[name])
            if name == "operator":
                module.attrgetter, module.methodcaller = self.attrgetter, self.methodcaller
            if name == "collections":
                module.abc = self.module("collections.abc")
        return self.modules[name]
