"""Comparing curves and representations, in numpy."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy

from ._arrays import converted, matrix


class Agreement(NamedTuple):
    """How far two curves are apart, in parts of the reference's first loss.

    Attributes:
        rms: Root mean square over epochs.
        max: The largest distance.
    """

    rms: float
    max: float


def agreement(reference: Any, other: Any) -> Agreement:
    """How far two loss curves are apart, in parts of the first loss of the reference.

    Args:
        reference: (L,) losses, or a log.
        other: (L,) losses at the same epochs, or a log; two logs are compared at the epochs that both have.

    Returns:
        The distances. Where the reference begins with 0, equal curves agree by 0 and others by infinity.

    Raises:
        ValueError: The curves are empty, of different lengths, or have no epoch in common.
    """
    a, b = _losses("reference", reference), _losses("other", other)
    if a.size == 0:
        raise ValueError("reference: a curve without losses has no distance to another")
    scale = a[0]
    if hasattr(reference, "epochs") and hasattr(other, "epochs"):
        _, own, others = numpy.intersect1d(reference.epochs, other.epochs, assume_unique=True, return_indices=True)
        if own.size == 0:
            raise ValueError("other: the logs have no epoch in common")
        a, b = a[own], b[others]
    if b.shape != a.shape:
        raise ValueError(f"other: expected {len(a)} losses, as many as the reference has, not {len(b)}")
    distance = numpy.abs(a - b)
    if scale == 0:
        apart = math.inf if distance.any() else 0.0
        return Agreement(apart, apart)
    distance = distance / scale
    return Agreement(math.sqrt(float(numpy.mean(distance**2))), float(distance.max()))


def _losses(name: str, curve: Any) -> numpy.ndarray:
    losses = converted(name, getattr(curve, "loss", curve)).astype(numpy.float64)
    if losses.ndim != 1:
        raise ValueError(f"{name}: expected a loss for each epoch, not the shape {losses.shape}")
    return losses


def rdm(kernel: Any, metric: str = "squared_euclidean") -> numpy.ndarray:
    """Representational dissimilarities of every pair of datapoints.

    Args:
        kernel: (N, N), K[n, m] = h_n.h_m, as ``Snapshot.hidden_kernel``.
        metric: "squared_euclidean", |h_n - h_m|^2, or "cosine", 1 - h_n.h_m / (|h_n| |h_m|).

    Returns:
        (N, N), symmetric, 0 on its diagonal. A datapoint that is not represented, K[n, n] = 0, has cosine dissimilarity 1 to one that is, and 0 to
        another that is not.

    Raises:
        ValueError: The kernel is not square or not finite, has a negative number on its diagonal, or there is no such metric.
    """
    k = matrix("kernel", kernel)
    squares = numpy.diagonal(k)
    if (squares < 0).any():
        raise ValueError("kernel: numbers on the diagonal are squares, and one is negative")
    upper = numpy.triu(k, 1)
    symmetric = upper + upper.T + numpy.diag(squares)
    if metric == "squared_euclidean":
        found = squares[:, None] + squares[None, :] - 2 * symmetric
    elif metric == "cosine":
        lengths = numpy.sqrt(squares)
        products = lengths[:, None] * lengths[None, :]
        seen = squares > 0
        found = 1 - numpy.divide(symmetric, products, out=numpy.zeros_like(k), where=products > 0)
        found[numpy.ix_(~seen, ~seen)] = 0
    else:
        raise ValueError(f"metric: expected 'squared_euclidean' or 'cosine', not {metric!r}")
    found = numpy.maximum(found, 0)
    numpy.fill_diagonal(found, 0)
    return found


def kernel_distance(a: Any, b: Any) -> float:
    """1 - <A, B> / (|A| |B|) of two kernels (N, N): 0 where one is a multiple of the other, towards 1 where representations have changed.

    Raises:
        ValueError: They are not square, of different sizes, or not finite.
    """
    left, right = _pair(a, b)
    norms = [numpy.linalg.norm(one / numpy.abs(one).max()) * numpy.abs(one).max() if one.any() else 0.0 for one in (left, right)]
    if 0 in norms:
        return 0.0 if norms[0] == norms[1] else 1.0
    return float(numpy.sum((left / norms[0] - right / norms[1]) ** 2) / 2)


def rdm_correlation(a: Any, b: Any) -> float:
    """Pearson's correlation of the upper triangles of two dissimilarity matrices (N, N), N at least 3; NaN where one has equal numbers only.

    Raises:
        ValueError: They are not square, of different sizes, not finite, or N is below 3.
    """
    left, right = _pair(a, b)
    if len(left) < 3:
        raise ValueError("a: one pair of datapoints has no correlation; expected at least 3 datapoints")
    index = numpy.triu_indices(len(left), 1)
    x, y = left[index], right[index]
    x, y = x - x.mean(), y - y.mean()
    length = numpy.linalg.norm(x) * numpy.linalg.norm(y)
    return float(x @ y / length) if length > 0 else math.nan


def _pair(a: Any, b: Any) -> tuple[numpy.ndarray, numpy.ndarray]:
    left, right = matrix("a", a), matrix("b", b)
    if left.shape != right.shape:
        raise ValueError(f"b: expected the shape of the first, {left.shape}, not {right.shape}")
    return left, right
