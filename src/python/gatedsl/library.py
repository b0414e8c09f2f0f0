"""Libraries: what a compiled project becomes in Python."""

from __future__ import annotations

import ctypes
import inspect
import keyword
import os
from typing import Any, Mapping, Optional, Sequence, Union

import numpy

from ._abi import Functions, Handle
from ._arrays import converted, described, named_arguments
from ._errors import ArgumentError
from ._processor import levels
from ._running import Run
from .datasets import Dataset
from .kinds import GatedNetwork, ReluNetwork
from .networks import Network
from .reports import Description, GateReport

OUTPUTS = frozenset({"squared", "logistic", "cross_entropy"})


class Facts:
    """What the loader knows of one network.

    Args:
        functions: Of the library.
        described: The network's part of the library's description.
        data_facts: Whose data sets it takes; None: its own.
    """

    def __init__(self, functions: Functions, described: Mapping[str, Any], data_facts: Optional[Facts] = None) -> None:
        self.functions = functions
        self.described = described
        self.name: str = described["name"]
        self.key: bytes = self.name.encode("utf-8")
        self.arguments: list[dict[str, Any]] = described["arguments"]
        self.names: list[str] = [one["name"] for one in self.arguments]
        self.input_names: list[str] = [one["name"] for one in self.arguments if one["kind"] not in OUTPUTS]
        self.data_facts: Facts = data_facts or self

    def dataset(self, arrays: Sequence[Any], named: Mapping[str, Any]) -> Dataset:
        """A data set from arrays in order or by name."""
        own = self.data_facts
        return Dataset.of(own, named_arguments(f"{own.name}.dataset", own.names, arrays, named))

    def inputs(self, arrays: Sequence[Any], named: Mapping[str, Any]) -> Dataset:
        """A data set without targets."""
        own = self.data_facts
        given = named_arguments(f"{own.name}.inputs", own.input_names, arrays, named)
        count = len(converted(own.input_names[0], given[own.input_names[0]]))
        for one in own.arguments:
            if one["kind"] in OUTPUTS:
                given[one["name"]] = numpy.zeros(count, numpy.int32) if one["kind"] == "cross_entropy" else numpy.zeros((count, one["units"]))
        made = Dataset.of(own, given)
        made._has_targets = False
        return made

    def data_handle(self, name: str, data: Any, targets: bool = True) -> int:
        """The handle of a data set of this network.

        Args:
            name: Of the argument, for messages.
            data: What was given.
            targets: Whether targets are needed.

        Raises:
            ArgumentError: It is no data set.
            ValueError: It is one of another network, closed, or without the targets that are needed.
        """
        own = self.data_facts
        if not isinstance(data, Dataset):
            another = " of another copy of gatedsl (every wheel carries its own)" if type(data).__name__ == "Dataset" else ""
            raise ArgumentError(f"{name}: expected a data set, made by {own.name}.dataset, not a {type(data).__name__}{another}")
        if data._facts is not own:
            raise ValueError(f"{name}: expected a data set of {own.name}, not one of {data._facts.name}{'' if data._facts.name != own.name else ' of another library'}")
        if data._handle.value == 0:
            raise ValueError(f"{name}: this data set is closed")
        if targets and not data._has_targets:
            raise ValueError(f"{name}: these datapoints have no targets; make them with {own.name}.dataset")
        return data._handle.value


class Library:
    """The networks of a shared library, each an attribute; of two of one name, by the full name in brackets."""

    def __init__(self, path: str) -> None:
        self._functions = Functions(path)
        described = self._functions.description()
        self._described = described
        by_name = {one["name"]: one for one in described["networks"]}
        self._networks: dict[str, Any] = {}
        for name, one in by_name.items():
            if one.get("twin_of") is None:
                self._networks[name] = _network(self._functions, one, by_name.get(one.get("twin")))
        self.__dict__.update((name, made) for name, made in self._networks.items() if name.isidentifier() and not name.startswith("_"))

    @property
    def networks(self) -> dict[str, Any]:
        """The networks by name."""
        return dict(self._networks)

    @property
    def path(self) -> str:
        """The file."""
        return self._functions.path

    @property
    def version(self) -> str:
        """The version of GateDsl that it was compiled with."""
        return str(self._described["version"])

    @property
    def vectors(self) -> int:
        """The widest vectors that its kernels use on this processor, in bits."""
        return int(self._described.get("vectors", 0))

    def check_gates(self, inputs: Any, gates: Any, bias: bool = False) -> GateReport:
        """Which of any gates, over any inputs, could a ReLU unit have; decided exactly, with witness or certificate.

        Args:
            inputs: (N, features), what the units see of each datapoint.
            gates: (G, N), not 0 where a gate is on; as recorded from another network.
            bias: Whether the units have one.

        Returns:
            An entry for every gate, named "0", "1", ...

        Raises:
            ValueError: A shape or a number is wrong.
            KeyboardInterrupt: Ctrl+C.
        """
        arrays = [described({name: converted(name, value)}) for name, value in (("inputs", inputs), ("gates", gates))]
        made = ctypes.c_int64()
        run = Run(None)
        run(self._functions, "check_gates", arrays[0][0], arrays[1][0], int(bool(bias)), run.poll, None, ctypes.byref(made), made=(made,))
        return GateReport.read(self._functions, Handle(self._functions, made.value))

    def __getitem__(self, name: str) -> Any:
        try:
            return self._networks[name]
        except (KeyError, TypeError):
            raise KeyError(f"the library has no network {name!r}; it has {', '.join(self._networks)}") from None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name.endswith("_") and name[:-1] in self._networks:
            return self._networks[name[:-1]]
        raise AttributeError(f"the library has no network {name!r}; it has {', '.join(self._networks)}")

    def __dir__(self) -> list[str]:
        return sorted({*object.__dir__(self), *self._networks})

    def __repr__(self) -> str:
        return f"<gatedsl library {os.path.basename(self.path)}: {', '.join(self._networks)}>"


def load(path: Union[str, os.PathLike[str]]) -> Library:
    """Loads a shared library of ``dotnet publish``; of those beside it (NAME.v3.so, NAME.v4.so) the one with the widest vectors that the processor has.

    Args:
        path: The file, .so, .dylib or .dll.

    Raises:
        FileNotFoundError: It is not there.
        OSError: The system cannot load it.
        ValueError: It is no library of GateDsl.
        RuntimeError: It was compiled by a version that this package does not know.
    """
    if not isinstance(path, (str, os.PathLike)):
        raise ArgumentError(f"path: expected the path of a library, not {type(path).__name__}")
    file = os.path.abspath(os.fspath(path))
    if not os.path.isfile(file):
        raise FileNotFoundError(f"path: there is no file {file}")
    return Library(_widest(file))


def _widest(file: str) -> str:
    """The library beside this one with the widest vectors that the processor has; the file itself where there is none."""
    stem, extension = os.path.splitext(file)
    for level in levels():
        wider = f"{stem}.{level}{extension}"
        if os.path.isfile(wider):
            return wider
    return file


def _network(functions: Functions, described: Mapping[str, Any], twin: Optional[Mapping[str, Any]]) -> Any:
    facts = Facts(functions, described)
    members = _members(facts)
    if twin is not None:
        members["ReluTwin"] = _class("ReluTwin", (ReluNetwork,), _members(Facts(functions, twin, facts)), facts.name)
    return _class(facts.name.rpartition(".")[2], (GatedNetwork,), members, None)


def _class(name: str, bases: tuple[type[Network], ...], members: dict[str, Any], outer: Optional[str]) -> Any:
    made = type(name, bases, members)
    made.__qualname__ = f"{outer}.{name}" if outer else name
    made.__module__ = __name__
    return made


def _members(facts: Facts) -> dict[str, Any]:
    """Members that know the names of this network, so that a notebook can complete them."""
    description = Description(dict(facts.described))
    return {
        "__doc__": f"{description}\n\n{_DATA}\n{_arguments(facts.data_facts.arguments)}\n\n{Network.__doc__}",
        "_facts": facts,
        "description": description,
        "dataset": _maker(facts, "dataset", facts.data_facts.names),
        "inputs": _maker(facts, "inputs", facts.data_facts.input_names),
    }


_DATA = "A data set takes:"


def _maker(facts: Facts, name: str, names: Sequence[str]) -> Any:
    make = getattr(facts, name)

    def made(cls: Any, *arrays: Any, **named: Any) -> Dataset:
        return make(arrays, named)

    wanted = [one for one in facts.data_facts.arguments if one["name"] in names]
    made.__name__ = name
    made.__doc__ = f"{getattr(Network, name).__doc__}\n\n{_DATA}\n{_arguments(wanted)}\n"
    parameters = [
        inspect.Parameter(one + "_" if keyword.iskeyword(one) else one, inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation="ArrayLike")
        for one in names
        if one.isidentifier()
    ]
    first = inspect.Parameter("cls", inspect.Parameter.POSITIONAL_ONLY)
    made.__signature__ = inspect.Signature([first, *parameters], return_annotation=Dataset)  # type: ignore[attr-defined]
    return classmethod(made)


def _arguments(arguments: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(f"    {one['name']}: {_shape(one)}" for one in arguments)


def _shape(one: Mapping[str, Any]) -> str:
    units, kind = one["units"], one["kind"]
    if kind in ("one_hot", "selector"):
        return f"whole numbers 0 to {units - 1}, shape (N,)"
    if kind == "cross_entropy":
        return f"labels 0 to {units - 1}, shape (N,)"
    numbers = {"gates": "numbers or bools", "logistic": "numbers from 0 to 1"}.get(kind, "numbers")
    return f"{numbers}, shape (N, {units})"
