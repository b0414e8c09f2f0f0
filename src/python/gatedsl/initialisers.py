"""Initial weights that are more than a standard deviation or a gain."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy

from ._errors import ArgumentError
from ._options import number, seed_of, whole


def lambda_balanced(library: Any, inputs: int, hidden: int, outputs: int, *, sigma: float, balance: float, seed: int = 0) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Weights of a path with one hidden layer that are balanced, W2^T W2 - W1 W1^T = lambda I.

    Args:
        library: Any library; the numbers are the same on every machine.
        inputs: Input units.
        hidden: Hidden units.
        outputs: Output units.
        sigma: Standard deviation of the layer that is drawn.
        balance: lambda; above 0 the outgoing weights are the larger ones.
        seed: Of the draws.

    Returns:
        W1 (hidden, inputs) and W2 (outputs, hidden), fit for ``weights=`` of a network.

    Raises:
        ValueError: A number is out of its range, or there are no such weights; the message names the bound.
    """
    functions = getattr(library, "_functions", None)
    if functions is None:
        raise ArgumentError(f"library: expected a library, of load or compile, not {type(library).__name__}")
    sizes = [whole(name, value) for name, value in (("inputs", inputs), ("hidden", hidden), ("outputs", outputs))]
    # Refused by the library, with its bound, before it writes.
    incoming = numpy.zeros((max(sizes[1], 0), max(sizes[0], 0)))
    outgoing = numpy.zeros((max(sizes[2], 0), max(sizes[1], 0)))
    doubles = ctypes.POINTER(ctypes.c_double)
    functions.check(
        functions.lambda_balanced(
            *sizes, number("sigma", sigma), number("balance", balance), seed_of("seed", seed), incoming.ctypes.data_as(doubles), outgoing.ctypes.data_as(doubles)
        )
    )
    return incoming, outgoing
