"""From what a user gives to what the library takes: arrays in one block, row by row."""

from __future__ import annotations

import ctypes
from typing import Any, Mapping, Sequence

import numpy

from ._abi import DTYPES, TYPE_NUMBERS, Array, text
from ._errors import ArgumentError

#: Kinds of arguments that are whole numbers.
INDICES = frozenset({"one_hot", "selector", "cross_entropy"})


def converted(name: str, value: Any, whole: bool = False) -> numpy.ndarray:
    """An array that the library can read: without a copy where type and order fit already.

    Args:
        name: Of the argument, for messages.
        value: Anything that numpy makes an array of numbers of.
        whole: Only whole numbers will do.

    Raises:
        ArgumentError: It is no array of numbers.
    """
    if value is None:
        raise ArgumentError(f"{name}: expected an array of numbers, not None")
    try:
        array = numpy.asarray(value)
    except (KeyboardInterrupt, MemoryError):
        raise
    except Exception as fault:
        raise ArgumentError(f"{name}: numpy makes no array of this {type(value).__name__}: {fault}") from None
    if array.dtype.kind not in "biuf":
        raise ArgumentError(f"{name}: expected an array of numbers, not of {array.dtype}")
    if whole and array.ndim == 2:
        raise ValueError(f"{name}: expected the index of each datapoint, (N,), not rows {array.shape}; of one-hot rows numpy.argmax(rows, axis=1) is the index")
    if whole and array.dtype.kind not in "iu" and array.size > 0:
        raise ArgumentError(f"{name}: expected whole numbers, not {array.dtype}")
    if whole and array.dtype.kind not in "iu":
        array = array.astype(numpy.int64)
    if array.ndim == 0:
        raise ValueError(f"{name}: expected a row for each datapoint, not the single number {array}")
    dtype = array.dtype.newbyteorder("=")
    if dtype not in TYPE_NUMBERS:
        dtype = numpy.dtype("i8") if dtype.kind in "iu" else numpy.dtype("f8")
    return numpy.ascontiguousarray(array, dtype)


def described(arrays: Mapping[str, numpy.ndarray]) -> tuple[Any, Any]:
    """The arrays as the library's own description of them, and what must live as long as it.

    Args:
        arrays: By name, as of :func:`converted`.
    """
    listed = (Array * max(1, len(arrays)))()
    kept: list[Any] = [arrays]
    for item, (name, array) in zip(listed, arrays.items()):
        shape = (ctypes.c_int64 * array.ndim)(*array.shape)
        item.name = text(name, "name")
        item.data = array.ctypes.data
        item.shape = shape
        item.rank = array.ndim
        item.type = TYPE_NUMBERS[array.dtype]
        kept.append(shape)
    return listed, kept


def matrix(name: str, value: Any) -> numpy.ndarray:
    """A square matrix of doubles.

    Raises:
        ArgumentError: It is no array of numbers.
        ValueError: It is not square, or has a number that is not finite.
    """
    array = converted(name, value).astype(numpy.float64)
    if array.ndim != 2 or array.shape[0] != array.shape[1]:
        raise ValueError(f"{name}: expected a square matrix, not the shape {array.shape}")
    if not numpy.isfinite(array).all():
        raise ValueError(f"{name}: every number must be finite")
    return array


def named_arguments(what: str, known: Sequence[str], positional: Sequence[Any], named: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments by their names, as Python binds them: in order, or by name; a name that is a keyword of Python may end in _.

    Raises:
        ArgumentError: One is missing, unknown, or given twice.
    """
    if len(positional) > len(known):
        raise ArgumentError(f"{what} takes {len(known)} arrays ({', '.join(known)}), not {len(positional)}")
    given: dict[str, Any] = dict(zip(known, positional))
    for name, value in named.items():
        own = name if name in known else name[:-1] if name.endswith("_") and name[:-1] in known else None
        if own is None:
            raise ArgumentError(f"{name}: {what} has no such argument; it takes {', '.join(known)}")
        if own in given:
            raise ArgumentError(f"{name}: given twice")
        given[own] = value
    missing = [name for name in known if name not in given]
    if missing:
        raise ArgumentError(f"{missing[0]}: missing; {what} takes {', '.join(known)}")
    return {name: given[name] for name in known}


__all__ = ["DTYPES", "INDICES", "converted", "described", "matrix", "named_arguments"]
