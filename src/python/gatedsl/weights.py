"""Live weights."""

from __future__ import annotations

from typing import Any, Iterator, Mapping

import numpy

from ._arrays import converted


class WeightViews(Mapping[str, numpy.ndarray]):
    """The live weights by name, target x source: views, no copies. They outlive the network.

    Writing into a view, or ``weights[name] = array``, changes what the network computes with.
    """

    def __init__(self, arrays: Mapping[str, numpy.ndarray]) -> None:
        self._arrays = arrays

    def __getitem__(self, name: str) -> numpy.ndarray:
        try:
            return self._arrays[name]
        except (KeyError, TypeError):
            copies = [one for one in self._arrays if one.startswith(f"{name}[")]
            has = f"{name!r} is a bank, with weights for each copy: {', '.join(copies)}" if copies else f"there are no weights {name!r}; there are {', '.join(self._arrays)}"
            raise KeyError(has) from None

    def __setitem__(self, name: str, value: Any) -> None:
        view = self[name]
        given = converted(name, value)
        if given.shape != view.shape:
            raise ValueError(f"{name}: expected the shape {view.shape}, target x source, not {given.shape}")
        if not numpy.isfinite(given).all():
            row, column = numpy.argwhere(~numpy.isfinite(given))[0]
            raise ValueError(f"{name}: every weight must be finite; at [{row}, {column}] is {given[row, column]}")
        view[...] = given

    def __iter__(self) -> Iterator[str]:
        return iter(self._arrays)

    def __len__(self) -> int:
        return len(self._arrays)

    def __repr__(self) -> str:
        return "\n".join(f"{name}: {array.shape[0]} x {array.shape[1]}, {array.dtype}" for name, array in self._arrays.items())
