"""What a library says of gates and units: reports and censuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterator, Optional

from ._abi import Handle, Result


@dataclass(frozen=True)
class GateEntry:
    """One gate, and whether a ReLU unit could have it.

    Attributes:
        name: The layer or copy.
        gate: Where it is on, in words.
        gate_class: NotImplementable, NeverOn, AlwaysOn, SingleDatapoint, ContextOnly, ItemOnly, NestedMixed; None: not known.
        explanation: The reason, in words.
        witness: Weights of a unit that has the gate, one for each feature, or None.
        multipliers: Multipliers of datapoints that prove that no unit has it, or None.
        equal_inputs: Two datapoints of equal input, one on and one off, or None.
        not_checked: Why it could not be checked, or None.
    """

    name: str
    gate: str
    gate_class: Optional[str]
    explanation: str
    witness: Optional[list[int]]
    multipliers: Optional[list[int]]
    equal_inputs: Optional[tuple[int, int]]
    not_checked: Optional[str]

    @property
    def is_implementable(self) -> Optional[bool]:
        """Whether a ReLU unit could have the gate; None: not known."""
        return None if self.gate_class is None else self.gate_class != "NotImplementable"

    def __str__(self) -> str:
        return self.explanation


class GateReport:
    """The gates of a network, in the order of its layers: a sequence of :class:`GateEntry`, and a text."""

    def __init__(self, gates: list[GateEntry], text: str) -> None:
        self.gates = gates
        self._text = text

    @staticmethod
    def read(functions: Any, handle: Handle) -> GateReport:
        """Reads a report of the library and frees it."""
        facts = Result(functions, handle).facts
        handle.close()
        gates = [
            GateEntry(
                one["name"],
                one["gate"],
                one.get("class"),
                one.get("explanation") or "",
                _integers(one.get("witness")),
                _integers(one.get("multipliers")),
                tuple(one["equal_inputs"]) if one.get("equal_inputs") else None,
                one.get("not_checked"),
            )
            for one in facts["gates"]
        ]
        return GateReport(gates, facts.get("text") or "\n".join(map(str, gates)))

    def __len__(self) -> int:
        return len(self.gates)

    def __iter__(self) -> Iterator[GateEntry]:
        return iter(self.gates)

    def __getitem__(self, which: Any) -> GateEntry:
        """A gate by its place, or by its name.

        Raises:
            KeyError: There is none of that name.
        """
        if isinstance(which, str):
            for gate in self.gates:
                if gate.name == which:
                    return gate
            raise KeyError(which)
        return self.gates[which]

    def __str__(self) -> str:
        return self._text

    __repr__ = __str__


@dataclass(frozen=True)
class CensusRow:
    """Units of one gate pattern, or of one class of them.

    Attributes:
        pattern: On (1) and off (0) at every datapoint in their order; "" for a whole class.
        gate_class: The class; None: not checked.
        patterns: How many patterns there are.
        units: How many units.
        share: Their share of the path strength |w_in| |w_out|.
    """

    pattern: str
    gate_class: Optional[str]
    patterns: int
    units: int
    share: float


@dataclass(frozen=True)
class Census:
    """Which gates the units of a trained ReLU network have.

    Attributes:
        patterns: A row for every gate pattern.
        classes: A row for every class.
    """

    patterns: list[CensusRow]
    classes: list[CensusRow]

    @staticmethod
    def read(functions: Any, handle: Handle) -> Census:
        """Reads a census of the library and frees it."""
        facts = Result(functions, handle).facts
        handle.close()
        return Census(
            [CensusRow(one["pattern"], one["class"], 1, one["units"], one["share"]) for one in facts["patterns"]],
            [CensusRow("", one["class"], one["patterns"], one["units"], one["share"]) for one in facts["classes"]],
        )

    def to_frame(self) -> Any:
        """The patterns as a pandas frame.

        Raises:
            ImportError: pandas is not there.
        """
        import pandas

        return pandas.DataFrame([vars(row) for row in self.patterns])

    def __str__(self) -> str:
        return "\n".join(f"{row.gate_class or 'not checked'}: {row.units} units, {row.share:.1%}" for row in self.classes)


class Description:
    """What a network is: ``str()`` is its architecture as a tree.

    Attributes:
        name: Of the network.
        precision: "float32" or "float64", of weights, gradients and predictions.
        parameters: How many weights.
        arguments: Of its data sets: name, layer, kind, units.
        layers: Its layers with the gates of their copies.
        weights: Its weight matrices: name, source, target, shape.
    """

    def __init__(self, facts: dict[str, Any]) -> None:
        self._facts = facts
        self.name: str = facts["name"]
        self.precision: str = facts["precision"]
        self.parameters: int = facts["parameters"]
        self.arguments: list[dict[str, Any]] = facts["arguments"]
        self.layers: list[dict[str, Any]] = facts["layers"]
        self.weights: list[dict[str, Any]] = facts["weights"]

    def to_mermaid(self) -> str:
        """A flowchart in Mermaid's language; "" for twins."""
        return self._facts.get("mermaid") or ""

    def __str__(self) -> str:
        return self._facts.get("tree") or f"{self.name}, {self.parameters} parameters"

    __repr__ = __str__


def _integers(texts: Optional[list[str]]) -> Optional[list[int]]:
    return None if texts is None else [int(one) for one in texts]
