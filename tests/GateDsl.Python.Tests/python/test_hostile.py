"""Random wrong calls, of the package and of the C functions under it: exceptions, never a crash."""

import ctypes
import faulthandler
import os
import random

import numpy

from gatedsl._abi import POLL, PROGRESS

CALLS = int(os.environ.get("GATEDSL_HOSTILE_CALLS", "10000"))

ODD = [
    None, True, 0, 1, -1, 2**31, 2**63, 2**70, 0.0, 0.1, -1e308, float("nan"), float("inf"), 1j, "", "item", "\0", "\ud800", "ItemToCommon", "Common", b"x", [], [1], [[1, 2], [3]],
    {}, {"a": 1}, {"ItemToCommon": 0.1}, (), object(), numpy.zeros(0), numpy.zeros((3, 0)), numpy.zeros((24, 60)), numpy.zeros((2, 3, 4)), numpy.array("x"),
    numpy.array([1, 2], dtype=object), numpy.arange(24), numpy.arange(24)[::-1], numpy.zeros(24, ">i4"), numpy.full(24, 2**40), numpy.zeros((24, 60), "f2"), numpy.zeros(24, "m8[s]"),
    numpy.float32(1), numpy.int8(3), lambda *_: 1 / 0, range(3), "auto", "sum", "mean", "exact", "modes", "closed_form",
]

OPTIONS = [
    "epochs", "step_size", "test", "loss_scale", "batch_size", "shuffle_seed", "momentum", "nesterov", "weight_decay", "step_factors", "record_every", "method", "reductions",
    "snapshot_epochs", "checkpoint", "progress", "reduction", "sigma", "gain", "seed", "seeds", "weights", "units_per_pathway", "prediction", "draws", "momentun", "layer", "hidden_layer",
]


def small(value):
    """Keeps what is only slow, not wrong, out of it."""
    return not (isinstance(value, int) and not isinstance(value, bool) and value > 10**6)


def test_random_wrong_calls(lib, everything, tmp_path, monkeypatch):
    faulthandler.enable()
    monkeypatch.chdir(tmp_path)
    rng = random.Random(20)
    net = lib.ThreeContexts
    other, arrays = everything
    task = net.task()
    data, others = net.dataset(**task), other.dataset(**arrays)
    closed = net.dataset(**task)
    closed.close()
    live, dead, twin = net(sigma=0.01), net(sigma=0.01), net.ReluTwin(sigma=0.01)
    dead.close()
    race = net.race(data, sigma=0.01)
    pool = [*ODD, data, others, closed, live, dead, twin, race, other(sigma=0.1)]
    targets = [
        net, net.ReluTwin, net.dataset, net.inputs, net.race, net.race_from, net.race_for_twin, net.train_many, net.load, live.train, live.step, live.loss, live.predict, live.gradient,
        live.activations, live.save, dead.train, dead.step, dead.loss, dead.predict, twin.train, twin.gates, twin.frozen_gates, twin.census, race.integrate, lib.check_gates,
        live.weights.__setitem__, live.weights.__getitem__, other.dataset, other, other.race,
    ]
    refusals = 0
    for _ in range(CALLS):
        target = rng.choice(targets)
        positional = [rng.choice(pool) for _ in range(rng.randrange(4))]
        named = {rng.choice(OPTIONS): rng.choice(pool) for _ in range(rng.randrange(3))}
        if rng.random() < 0.3:
            named.update({rng.choice(list(task)): rng.choice(pool)})
        if not all(map(small, positional)) or not all(map(small, named.values())):
            continue
        try:
            target(*positional, **named)
        except Exception:
            refusals += 1
    assert refusals > CALLS // 2
    # The library still computes.
    assert numpy.isfinite(net(sigma=0.01).loss(data))


def test_random_wrong_handles(lib, contexts):
    faulthandler.enable()
    net, data = contexts
    rng = random.Random(21)
    functions = lib._functions
    live = net(sigma=0.01)
    handles = [0, -1, 1, 2**40, 2**53, -(2**63), 2**63 - 1, live._handle.value, data._handle.value, live._handle.value + 1, data._handle.value ^ (1 << 33)]
    texts = [b"", b"ThreeContexts", b"ThreeContexts.ReluTwin", b"Nowhere", b"\xff\xfe", b"{}", b'{"sigma":0.1}', b"[", b'{"epochs":3,"step_size":1e-3}', None]
    out, number = ctypes.c_int64(), ctypes.c_double()
    at, double = ctypes.byref(out), ctypes.byref(number)
    keep = {live._handle.value, data._handle.value}
    h = lambda: rng.choice(handles)
    t = lambda: rng.choice(texts)
    calls = [
        lambda: functions.step(h(), h(), rng.choice([0.0, 1e-3, -1.0, float("nan")]), rng.randrange(-2, 4), double),
        lambda: functions.loss(h(), h(), rng.randrange(-2, 4), double),
        lambda: functions.predict(h(), h(), at),
        lambda: functions.gradient(h(), h(), rng.randrange(-2, 4), at),
        lambda: functions.weights(h(), at),
        lambda: functions.activations(h(), h(), t(), at),
        lambda: functions.gates(h(), h(), rng.randrange(-3, 4), at),
        lambda: functions.census(h(), h(), rng.randrange(-3, 4), at),
        lambda: functions.dataset_count(h(), at),
        lambda: functions.dataset_gate_report(h(), at),
        lambda: functions.network_create(t(), t(), at),
        lambda: functions.race_expect(t(), h(), t(), at),
        lambda: functions.race_for_twin(t(), h(), t(), at),
        lambda: functions.race_from(h(), h(), at),
        lambda: functions.gate_report(t(), at),
        lambda: functions.task(t(), at),
        lambda: functions.load(t(), t(), at),
        lambda: functions.save(h(), b"nowhere/at all.npz"),
        lambda: functions.log_save(h(), t()),
        lambda: functions.band(h(), 0.5, at),
        lambda: functions.free(rng.choice([one for one in handles if one not in keep])),
        lambda: functions.integrate(h(), h(), t(), PROGRESS(), POLL(), None, at),
    ]

    refusals = 0
    for _ in range(CALLS):
        out.value = 0
        status = rng.choice(calls)()
        refusals += status != 0
        if status:
            assert functions._library.gatedsl_error()
            assert out.value == 0, "a call that failed wrote a result"
        elif out.value and out.value not in keep and out.value > 1000:
            functions.free(out.value)
    assert refusals > CALLS // 2
    assert numpy.isfinite(live.loss(data))
