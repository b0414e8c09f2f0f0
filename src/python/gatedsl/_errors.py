"""From the status of a call to an exception."""

from __future__ import annotations

import json
import re
from typing import Any, Optional

OK, ARGUMENT, STATE, DIVERGED, CANCELLED, IO, HANDLE, UNSUPPORTED, MEMORY, INTERNAL = range(10)


class ArgumentError(TypeError, ValueError):
    """An argument that is missing, unknown, or of a type that cannot be used; the message begins with its name.

    It is a TypeError and a ValueError, as it is often a matter of taste which of both such a fault is.
    """


class DivergedError(FloatingPointError):
    """A training whose loss grew beyond its bound, or was no number.

    Attributes:
        epoch: The epoch at which it was noticed.
        loss: The loss there.
        step_size: The step size that was used.
        stable_step_size: The largest step size that is stable where small weights end up, at the end of training; None where it is not known.
    """

    def __init__(
        self,
        message: str,
        epoch: Optional[int] = None,
        loss: Optional[float] = None,
        step_size: Optional[float] = None,
        stable_step_size: Optional[float] = None,
    ) -> None:
        super().__init__(message)
        self.epoch = epoch
        self.loss = loss
        self.step_size = step_size
        self.stable_step_size = stable_step_size


class CancelledError(RuntimeError):
    """A training that was stopped between two epochs, not by an exception."""


#: What the library, which speaks C#, calls what a Python program calls otherwise.
_SPELLINGS = {
    r"\bRace\.From\b": "race_from",
    r"\bRace\.Expect\b": "race",
    r"\bRace\.ForTwin\b": "race_for_twin",
    r"\bReduction\.Exact\b": 'reduction="exact"',
    r"\bReduction\.ModesFlow\b": 'reduction="modes_flow"',
    r"\bReduction\.Modes\b": 'reduction="modes"',
    r"\bReduction\.ClosedForm\b": 'reduction="closed_form"',
    r"\bTrainingMethod\.(Auto|Batch|Statistics)\b": lambda found: f'method="{found[1].lower()}"',
    r"\bTrainingOptions\.(\w+)": lambda found: _snake(found[1]),
    r"\b(StepSize|LossScale|BatchSize|ShuffleSeed|WeightDecay|StepFactors|RecordEvery|SnapshotEpochs|HiddenLayer|UnitsPerPathway)\b": lambda found: _snake(found[1]),
    r"\s*\(Parameter '\w+'\)": "",
    r"\s*\n\s*Actual value was (.*?)\.?$": lambda found: f" It was {found[1]}.",
    r"from an IProgress<TrainingProgress> that is called at once \([^)]*\)": "from a progress function",
}

_FILES = {"FileNotFoundException": FileNotFoundError, "DirectoryNotFoundException": FileNotFoundError, "UnauthorizedAccessException": PermissionError}

_TYPES = {
    ARGUMENT: ValueError,
    STATE: RuntimeError,
    CANCELLED: CancelledError,
    IO: OSError,
    HANDLE: ValueError,
    UNSUPPORTED: NotImplementedError,
    MEMORY: MemoryError,
    INTERNAL: RuntimeError,
}


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def in_python(message: str) -> str:
    """What the library says, with the names that a Python program knows."""
    for pattern, spelling in _SPELLINGS.items():
        message = re.sub(pattern, spelling, message)
    return message


def exception_of(status: int, message: str, facts_json: str) -> Exception:
    """The exception of a call that failed.

    Args:
        status: What the call returned, not 0.
        message: What the library says.
        facts_json: The same as JSON.
    """
    try:
        facts: dict[str, Any] = json.loads(facts_json) if facts_json else {}
    except ValueError:
        facts = {}
    message = in_python(message)
    argument = facts.get("argument")
    if argument and _snake(argument) not in {_snake(word) for word in re.findall(r"\w+", message)}:
        message = f"{_snake(argument)}: {message}"
    if status == DIVERGED:
        return DivergedError(message, *(facts.get(name) for name in ("epoch", "loss", "step_size", "stable_step_size")))
    kind = _FILES.get(str(facts.get("exception"))) or _TYPES.get(status, RuntimeError)
    exception = kind(message or f"the call failed with status {status}")
    exception.argument = argument  # type: ignore[attr-defined]
    return exception
