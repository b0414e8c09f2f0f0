"""Options in Python's spelling, as the library reads them: one JSON object."""

from __future__ import annotations

import json
import math
import numbers
import os
from typing import Any, Mapping, Optional

import numpy

from ._errors import ArgumentError


def number(name: str, value: Any) -> float:
    """A finite number.

    Raises:
        ArgumentError: It is no number.
        ValueError: It is not finite.
    """
    if isinstance(value, (bool, numpy.bool_)) or not isinstance(value, numbers.Real):
        raise ArgumentError(f"{name}: expected a number, not {type(value).__name__}")
    try:
        real = float(value)
    except OverflowError:
        real = math.inf
    if not math.isfinite(real):
        raise ValueError(f"{name}: expected a finite number, not {value}")
    return real


def seed_of(name: str, value: Any) -> int:
    """A seed: a whole number from 0 to 2^64 - 1.

    Raises:
        ArgumentError: It is no whole number.
        ValueError: It is out of its range.
    """
    if isinstance(value, (bool, numpy.bool_)) or not isinstance(value, numbers.Integral):
        raise ArgumentError(f"{name}: expected a whole number, not {type(value).__name__}")
    if not 0 <= int(value) < 2**64:
        raise ValueError(f"{name}: {value} is not from 0 to 2^64 - 1")
    return int(value)


def whole(name: str, value: Any) -> int:
    """A whole number of 32 bits.

    Raises:
        ArgumentError: It is no whole number.
        ValueError: It is out of its range.
    """
    if isinstance(value, (bool, numpy.bool_)) or not isinstance(value, numbers.Integral):
        raise ArgumentError(f"{name}: expected a whole number, not {type(value).__name__}")
    if not -(2**31) <= int(value) < 2**31:
        raise ValueError(f"{name}: {value} is not a number of 32 bits")
    return int(value)


def _checkpoint(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain("checkpoint", entry) for key, entry in value.items()}
    if isinstance(value, (tuple, list)) and len(value) == 2:
        return {"path": _plain("checkpoint", value[0]), "every_epochs": whole("checkpoint", value[1])}
    raise ArgumentError("checkpoint: expected (path, epochs between two states)")


def _plain(name: str, value: Any) -> Any:
    """The value as JSON has it."""
    if isinstance(value, (bool, numpy.bool_)):
        return bool(value)
    if isinstance(value, str):
        return value
    if isinstance(value, numbers.Integral):
        if not -(2**63) <= int(value) < 2**64:
            raise ValueError(f"{name}: {value} is too large")
        return int(value)
    if isinstance(value, numbers.Real):
        return number(name, value)
    if isinstance(value, os.PathLike):
        path = os.fspath(value)
        return path.decode() if isinstance(path, bytes) else path
    if isinstance(value, Mapping):
        for key in value:
            if not isinstance(key, str):
                raise ArgumentError(f"{name}: expected names, not {type(key).__name__}")
        return {key: _plain(f"{name}[{key!r}]", entry) for key, entry in value.items()}
    if isinstance(value, numpy.ndarray) and value.ndim == 1 or isinstance(value, (list, tuple, range)):
        return [_plain(f"{name}[{i}]", entry) for i, entry in enumerate(value)]
    raise ArgumentError(f"{name}: a {type(value).__name__} cannot be used here")


def encoded(facts: Mapping[str, Any]) -> bytes:
    """One JSON object; what is None is left out.

    Raises:
        ArgumentError: A value is of a type that no option has.
        ValueError: A number is not finite.
    """
    plain = {name: _checkpoint(value) if name == "checkpoint" else _plain(name, value) for name, value in facts.items() if value is not None}
    return json.dumps(plain).encode("ascii")


#: What other libraries call the options of a training.
_ELSEWHERE = {
    "lr": "step_size", "learning_rate": "step_size", "stepsize": "step_size", "eta": "step_size", "n_epochs": "epochs", "num_epochs": "epochs",
    "batchsize": "batch_size", "wd": "weight_decay", "callback": "progress", "validation_data": "test",
}


def training(epochs: Any, step_size: Any, **options: Any) -> bytes:
    """Options of a training; unknown ones are the library's to refuse.

    Raises:
        ArgumentError: The step size is missing, or a value is of another type.
        ValueError: A number is not finite.
    """
    for name in options:
        if name in _ELSEWHERE:
            raise ArgumentError(f"{name}: there is no such option; here it is called {_ELSEWHERE[name]}")
    if step_size is None:
        raise ArgumentError("step_size: missing; gradient descent needs one")
    return encoded({"epochs": whole("epochs", epochs), "step_size": number("step_size", step_size), **options})


def start(sigma: Any, gain: Any, seed: Optional[int], **others: Any) -> dict[str, Any]:
    """What random weights are drawn from.

    Args:
        sigma: A standard deviation for every edge, or one for each by name.
        gain: Of orthogonal weights.
        seed: Of the draws; None: there are none.
        others: What else the library is told.

    Raises:
        ArgumentError: Neither or both are given, or they are of another type.
        ValueError: A number is out of its range.
    """
    if sigma is not None and gain is not None:
        raise ArgumentError("gain: sigma is given, too, and weights are drawn from one of them")
    if sigma is None and gain is None:
        raise ArgumentError("sigma: missing; expected sigma=, a standard deviation (or a dict of them by weights), or gain=, of orthogonal weights")
    facts: dict[str, Any] = {name: value for name, value in others.items() if value is not None}
    if gain is not None:
        facts["gain"] = number("gain", gain)
    elif isinstance(sigma, Mapping):
        facts["sigma"] = {str(name): number(f"sigma[{name!r}]", value) for name, value in sigma.items()}
    else:
        facts["sigma"] = number("sigma", sigma)
    if seed is not None:
        facts["seed"] = seed_of("seed", seed)
    return facts


def scale_of(name: str, value: Any) -> int:
    """The number of a loss scale: "sum" or "mean".

    Raises:
        ValueError: There is no such scale.
    """
    if value == "sum":
        return 0
    if value == "mean":
        return 1
    raise ValueError(f"{name}: expected 'sum' or 'mean', not {value!r}")
