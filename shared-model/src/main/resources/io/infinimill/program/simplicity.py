"""Tells which compiled programs can neither reach nor change anything outside themselves.

Such simple programs run one after the other in one child; all others get a child of their own. A program is simple if
its bytecode has only the instructions and attributes listed here and it names no other builtin. CPython's compiler made
the bytecode, so it is well formed. What is missing: try and with (a program cannot outlive an exception that we raise),
classes, storing attributes, other modules than SIMPLE_MODULES, and every name with a leading underscore. Instructions of other Python
versions that are not listed make fewer programs simple, never an unsafe one.
"""

import builtins
import decimal
import fractions
import functools
import itertools
import math
import opcode
import sys
from types import SimpleNamespace

INSTRUCTIONS = """
CACHE POP_TOP PUSH_NULL NOP RESUME SWAP COPY PRECALL CALL KW_NAMES CALL_FUNCTION_EX MAKE_FUNCTION RETURN_VALUE
UNARY_POSITIVE UNARY_NEGATIVE UNARY_NOT UNARY_INVERT BINARY_OP BINARY_SUBSCR STORE_SUBSCR DELETE_SUBSCR COMPARE_OP IS_OP
CONTAINS_OP LOAD_CONST LOAD_NAME STORE_NAME DELETE_NAME LOAD_GLOBAL STORE_GLOBAL LOAD_FAST STORE_FAST DELETE_FAST
MAKE_CELL LOAD_CLOSURE LOAD_DEREF STORE_DEREF COPY_FREE_VARS LOAD_ATTR LOAD_METHOD IMPORT_NAME IMPORT_FROM
BUILD_TUPLE BUILD_LIST BUILD_SET BUILD_MAP BUILD_CONST_KEY_MAP BUILD_SLICE BUILD_STRING FORMAT_VALUE LIST_TO_TUPLE
LIST_EXTEND LIST_APPEND SET_ADD SET_UPDATE MAP_ADD DICT_MERGE DICT_UPDATE UNPACK_SEQUENCE UNPACK_EX GET_LEN
GET_ITER FOR_ITER RETURN_GENERATOR YIELD_VALUE SETUP_ANNOTATIONS RAISE_VARARGS LOAD_ASSERTION_ERROR
JUMP_FORWARD JUMP_BACKWARD JUMP_IF_FALSE_OR_POP JUMP_IF_TRUE_OR_POP
POP_JUMP_FORWARD_IF_FALSE POP_JUMP_FORWARD_IF_TRUE POP_JUMP_FORWARD_IF_NONE POP_JUMP_FORWARD_IF_NOT_NONE
POP_JUMP_BACKWARD_IF_FALSE POP_JUMP_BACKWARD_IF_TRUE POP_JUMP_BACKWARD_IF_NONE POP_JUMP_BACKWARD_IF_NOT_NONE
""".split()
ATTRIBUTES = {name for name in dir(math) if not name.startswith("_")} | set(
    """
    Fraction Decimal ROUND_HALF_UP numerator denominator limit_denominator quantize is_integer reduce
    accumulate chain combinations permutations product append extend insert pop remove sort reverse copy items keys
    values add update get count index join split strip replace upper lower startswith endswith isdigit zfill
    """.split()
)
NAMES = """
abs all any bin bool chr complex dict divmod enumerate filter float format frozenset hex int isinstance iter len list map
max min next oct ord pow print range repr reversed round set slice sorted str sum tuple zip ArithmeticError
AssertionError Exception IndexError KeyError NotImplementedError OverflowError RuntimeError StopIteration TypeError
ValueError ZeroDivisionError
""".split()
SIMPLE_MODULES = {
    "math": math,
    "fractions": SimpleNamespace(Fraction=fractions.Fraction),
    "decimal": SimpleNamespace(Decimal=decimal.Decimal, ROUND_HALF_UP=decimal.ROUND_HALF_UP),
    "functools": SimpleNamespace(reduce=functools.reduce),
    "itertools": SimpleNamespace(
        accumulate=itertools.accumulate,
        chain=itertools.chain,
        combinations=itertools.combinations,
        permutations=itertools.permutations,
        product=itertools.product,
    ),
}

_OTHERS = bytes(set(range(256)) - {opcode.opmap[name] for name in INSTRUCTIONS if name in opcode.opmap})
_LISTED = bytes(set(range(256)) - set(_OTHERS))
_ATTRIBUTE_CODES = bytes(opcode.opmap[name] for name in ("LOAD_ATTR", "LOAD_METHOD") if name in opcode.opmap)
_ATTRIBUTE_SHIFT = 1 if sys.version_info >= (3, 12) else 0
_OWN_UNDERSCORES = {"_", "__name__", "__doc__", "__annotations__"}
_UNSAFE_NAMES = set(dir(builtins)) - set(NAMES) - _OWN_UNDERSCORES
_ASYNCHRONOUS = 0x80 | 0x100 | 0x200  # CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR
_CODE = type(compile("", "", "exec"))


class NotSimple(BaseException):
    """A simple program tried something that needs a child of its own."""


def _import(name, scope=None, variables=None, names=(), level=0):
    if name not in SIMPLE_MODULES:
        raise NotSimple
    return SIMPLE_MODULES[name]


BUILTINS = {name: getattr(builtins, name) for name in NAMES if name != "print"} | {"__import__": _import}


def is_simple(code):
    if code.co_flags & _ASYNCHRONOUS:
        return False
    instructions = code.co_code[::2]
    if instructions.translate(None, _LISTED) or not _UNSAFE_NAMES.isdisjoint(code.co_names):
        return False
    for name in code.co_names:
        if name.startswith("_") and name not in _OWN_UNDERSCORES:
            return False
    if any(instruction in _ATTRIBUTE_CODES for instruction in set(instructions)):
        for instruction, argument in zip(instructions, code.co_code[1::2]):
            if instruction in _ATTRIBUTE_CODES and code.co_names[argument >> _ATTRIBUTE_SHIFT] not in ATTRIBUTES:
                return False
    return all(is_simple(constant) for constant in code.co_consts if type(constant) is _CODE)
