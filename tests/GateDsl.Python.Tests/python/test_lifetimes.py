"""Who frees what, and when."""

import gc
import os
import weakref

import numpy
import pytest

NETWORKS = int(os.environ.get("GATEDSL_NETWORKS", "10000"))


def resident():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_views_outlive_their_network(contexts):
    net, data = contexts
    one = net(sigma=0.1, seed=4)
    view = one.weights["ItemToPairs[2]"]
    before = view.copy()
    one.close()
    del one
    gc.collect()
    for seed in range(50):
        net(sigma=0.1, seed=seed).step(data, 1e-4)
    assert numpy.array_equal(view, before)
    view[:] = 3
    assert (view == 3).all()


def test_views_are_the_weights(contexts):
    net, data = contexts
    one = net(sigma=0.1, seed=4)
    views = one.weights
    before = views["CommonToProperties"].copy()
    one.step(data, 1e-3)
    assert not numpy.array_equal(views["CommonToProperties"], before)
    for view in views.values():
        view[:] = 0
    assert one.loss(data) == pytest.approx(0.5 * numpy.sum(net.task()["properties"] ** 2))
    views["ItemToCommon"] = numpy.ones((100, 8))
    assert (one.weights["ItemToCommon"] == 1).all()


def test_logs_outlive_what_made_them(contexts):
    net, data = contexts
    log = net(sigma=0.1).train(data, 5, 1e-4, snapshot_epochs=[0])
    loss, kernel = log.loss, log.snapshots[0].hidden_kernel
    copies = loss.copy(), kernel.copy()
    del log
    gc.collect()
    assert numpy.array_equal(loss, copies[0]) and numpy.array_equal(kernel, copies[1])


def test_networks_leave_nothing_behind(lib, contexts):
    net, data = contexts
    small = lib.Xor
    few = small.dataset(**small.task())

    def use(seed):
        one = small(sigma=0.1, seed=seed)
        one.train(few, 2, 1e-3)
        one.weights["StimulusToPathway[0]"][0, 0] = 1
        one.predict(few)
        return weakref.ref(one)

    for seed in range(max(200, NETWORKS // 10)):
        use(seed)
    gc.collect()
    handles, memory = lib._functions.handles(), resident()
    for seed in range(NETWORKS):
        gone = use(seed)
        assert gone() is None, "a network outlived its last reference"
    gc.collect()
    assert lib._functions.handles() == handles
    assert resident() - memory < 16e6, f"{(resident() - memory) / 1e6:.1f} MB more after {NETWORKS} networks"


def test_references_need_no_collector(lib):
    """Everything is freed as soon as the last reference goes: no cycle keeps it."""
    small = lib.Xor
    gc.disable()
    try:
        before = lib._functions.handles()
        data = small.dataset(**small.task())
        one = small(sigma=0.1)
        log = one.train(data, 3, 1e-3)
        race = small.race_from(one, data)
        predicted = race.integrate(3, 1e-3)
        arrays = one.predict(data), one.weights, log.loss, predicted.loss
        del data, one, log, race, predicted, arrays
        assert lib._functions.handles() == before
    finally:
        gc.enable()


def test_with_closes(lib):
    small = lib.Xor
    with small.dataset(**small.task()) as data, small(sigma=0.1) as one:
        one.step(data, 1e-3)
    with pytest.raises(ValueError):
        one.step(data, 1e-3)


def test_arrays_that_fit_are_not_copied_on_the_way():
    from gatedsl._arrays import converted

    for array in (numpy.zeros((4, 3)), numpy.zeros((4, 3), "f4"), numpy.zeros(4, "i4"), numpy.zeros(4, "i8"), numpy.zeros((4, 2), "?")):
        assert numpy.shares_memory(array, converted("x", array))
    turned = numpy.arange(12.0).reshape(3, 4).T
    assert numpy.array_equal(converted("x", turned), turned) and converted("x", turned).flags.c_contiguous
    assert converted("x", numpy.zeros(3, ">f8")).dtype == "f8"
    assert converted("x", numpy.zeros(3, "f2")).dtype == "f8"
