"""Reads {"line": 7, "changes": {"14": "21", "3/8": "2/5"}} per line and prints what gold program p007 gives for the changed numbers."""
import inspect
import json
import sys
from fractions import Fraction

sys.path.insert(0, sys.argv[1])
import primer_gold

for text in sys.stdin:
    order = json.loads(text)
    gold = getattr(primer_gold, "p%03d" % order["line"])
    changes = {Fraction(old): Fraction(new) for old, new in order["changes"].items()}
    arguments = {}
    for name, parameter in inspect.signature(gold).parameters.items():
        default = Fraction(str(parameter.default))
        if -default in changes:  # the sign stands in the text, before the placeholder
            arguments[name] = -changes.pop(-default)
        else:
            arguments[name] = changes.pop(default, default)
    print("unmatched %s" % list(map(str, changes)) if changes else float(gold(**arguments)), flush=True)
