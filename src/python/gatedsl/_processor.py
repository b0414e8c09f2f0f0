"""What this machine's processor can do, as far as libraries differ by it."""

from __future__ import annotations

import platform
import sys

_V3 = frozenset({"avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe"})
_V4 = _V3 | {"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"}


def levels() -> list[str]:
    """Levels of x64 vectors that this processor has beyond what all have, the highest first: "v4" (AVX-512), "v3" (AVX2)."""
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return []
    flags = _flags()
    return [level for level, needed in (("v4", _V4), ("v3", _V3)) if needed <= flags]


def _flags() -> frozenset[str]:
    if sys.platform == "win32":
        return _windows_flags()
    try:
        with open("/proc/cpuinfo", encoding="ascii", errors="replace") as lines:
            for line in lines:
                if line.startswith("flags"):
                    return frozenset(line.split(":", 1)[1].split())
    except OSError:
        pass
    return frozenset()


def _windows_flags() -> frozenset[str]:
    """Windows tells of AVX2 and AVX-512 (features 40 and 41); processors that have one have what came before it."""
    import ctypes

    has = ctypes.windll.kernel32.IsProcessorFeaturePresent  # type: ignore[attr-defined]
    return (_V3 if has(40) else frozenset()) | (_V4 if has(40) and has(41) else frozenset())
