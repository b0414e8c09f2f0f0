"""What is wrong is said: the exception names the argument, and the interpreter lives."""

import os
import threading

import numpy
import pytest

import gatedsl


def refused(kinds, word, call, *arguments, **named):
    with pytest.raises(kinds) as caught:
        call(*arguments, **named)
    assert word in str(caught.value), f"expected {word!r} in: {caught.value}"
    return caught.value


def test_arrays_of_a_data_set(everything):
    net, arrays = everything
    wrong = lambda **named: {**arrays, **named}
    refused(ValueError, "kind", net.dataset, **wrong(kind=numpy.full(20, 3)))
    refused(ValueError, "lambda", net.dataset, **wrong(lambda_=numpy.full(20, -1)))
    refused(ValueError, "class", net.dataset, **wrong(class_=numpy.zeros((20, 4))))
    refused(ValueError, "rows", net.dataset, **wrong(rows=numpy.zeros((19, 2))))
    refused(ValueError, "flags", net.dataset, **wrong(flags=numpy.full((20, 2), 1.5)))
    refused((TypeError, ValueError), "lambda", net.dataset, **wrong(lambda_=numpy.zeros(20)))
    refused((TypeError, ValueError), "rows", net.dataset, **wrong(rows=numpy.zeros((20, 2), complex)))
    refused((TypeError, ValueError), "rows", net.dataset, **wrong(rows=[["a", "b"]] * 20))
    refused((TypeError, ValueError), "rows", net.dataset, **wrong(rows=[[1, 2], [3]]))
    refused((TypeError, ValueError), "rows", net.dataset, **wrong(rows=None))
    refused(ValueError, "rows", net.dataset, **wrong(rows=3.0))
    refused((TypeError, ValueError), "colour", net.dataset, **wrong(colour=[1]))
    refused((TypeError, ValueError), "kind", net.dataset, **{name: value for name, value in arrays.items() if name != "kind"})
    refused((TypeError, ValueError), "takes 6", net.dataset, *range(7))


def test_data_of_the_wrong_kind(contexts, everything):
    net, data = contexts
    other, arrays = everything
    one = net(sigma=0.1)
    refused((TypeError, ValueError), "data", one.loss, None)
    refused(ValueError, "data", one.loss, other.dataset(**arrays))
    refused(ValueError, "data", one.step, other.dataset(**arrays), 0.1)
    refused(ValueError, "test", one.train, data, 3, 0.1, other.dataset(**arrays))
    closed = net.dataset(**net.task())
    closed.close()
    closed.close()
    refused(ValueError, "data", one.predict, closed)
    refused(ValueError, "data", one.step, closed, 0.1)
    without = net.inputs(item=[1], context=[2])
    assert one.predict(without).shape == (1, 60)
    refused(ValueError, "targets", one.loss, without)


def test_closed_networks(contexts):
    net, data = contexts
    one = net(sigma=0.1)
    one.close()
    one.close()
    for call in (lambda: one.loss(data), lambda: one.step(data, 0.1), lambda: one.train(data, 3, 0.1), lambda: one.weights, lambda: one.predict(data),
                 lambda: net.race_from(one, data)):
        refused(ValueError, "closed", call)


def test_options(contexts):
    net, data = contexts
    one = net(sigma=0.1)
    refused((TypeError, ValueError), "step_size", one.train, data, 3)
    refused(ValueError, "epochs", one.train, data, -1, 0.1)
    refused(ValueError, "step_size", one.train, data, 3, float("nan"))
    refused(ValueError, "momentum", one.train, data, 3, 0.1, momentum=1.5)
    refused(ValueError, "momentum", one.train, data, 3, 0.1, momentun=0.5)
    refused(ValueError, "method", one.train, data, 3, 0.1, method="fast")
    refused(ValueError, "loss_scale", one.train, data, 3, 0.1, loss_scale="median")
    refused(ValueError, "Nowhere", one.train, data, 3, 0.1, step_factors={"Nowhere": 1.0})
    refused(ValueError, "snapshot_epochs", one.train, data, 3, 0.1, snapshot_epochs=[4])
    refused((TypeError, ValueError), "record_every", one.train, data, 3, 0.1, record_every="often")
    refused((TypeError, ValueError), "progress", one.train, data, 3, 0.1, progress=3)
    refused((TypeError, ValueError), "checkpoint", one.train, data, 3, 0.1, checkpoint=3)
    refused((TypeError, ValueError), "seeds", net.train_many, data, 3, 3, 0.1, sigma=0.1)
    refused(ValueError, "seeds", net.train_many, data, [-1], 3, 0.1, sigma=0.1)


def test_initial_weights(contexts):
    net, _ = contexts
    refused((TypeError, ValueError), "sigma", net)
    refused((TypeError, ValueError), "sigma", net, sigma="small")
    refused((TypeError, ValueError), "sigma", net, sigma=0.1, gain=1.0)
    refused(ValueError, "sigma", net, sigma=-0.1)
    refused(ValueError, "ItemToNowhere", net, sigma={"ItemToNowhere": 0.1})
    refused(ValueError, "seed", net, sigma=0.1, seed=-1)
    refused(ValueError, "seed", net, sigma=0.1, seed=2**64)
    refused((TypeError, ValueError), "seed", net, sigma=0.1, seed=0.5)
    refused(ValueError, "ContextToCommon is missing", net, weights={"ItemToCommon": numpy.zeros((100, 8))})
    refused(ValueError, "ItemToCommon", net(sigma=0.1).weights.__setitem__, "ItemToCommon", numpy.zeros((8, 100)))
    refused(KeyError, "ItemToPairs[9]", net(sigma=0.1).weights.__getitem__, "ItemToPairs[9]")


def test_divergence_says_which_step_is_stable(contexts):
    net, data = contexts
    caught = refused(FloatingPointError, "step", net(sigma=0.1).train, data, 500, 10.0)
    assert caught.epoch is not None and caught.epoch >= 0
    assert caught.stable_step_size is None or 0 < caught.stable_step_size < 10


def test_files(contexts, tmp_path):
    net, _ = contexts
    one = net(sigma=0.1)
    refused((ValueError, OSError), "nowhere", net.load, tmp_path / "nowhere.npz")
    refused(ValueError, "path", one.save, tmp_path / "weights.txt")
    refused(OSError, "", one.save, tmp_path / "no folder" / "weights.npz")
    refused(ValueError, "path", one.save, "a\0b.npz")
    arrays = {name: numpy.zeros_like(view) for name, view in one.weights.items()}
    arrays["ItemToCommon"][0, 0] = numpy.nan
    numpy.savez(tmp_path / "nan.npz", **arrays)
    refused(ValueError, "ItemToCommon", net.load, tmp_path / "nan.npz")


def test_libraries(tmp_path, lib):
    refused(FileNotFoundError, "nowhere.so", gatedsl.load, tmp_path / "nowhere.so")
    (tmp_path / "text.so").write_text("no library")
    refused(OSError, "text.so", gatedsl.load, tmp_path / "text.so")
    refused((TypeError, ValueError), "path", gatedsl.load, 3)
    refused(AttributeError, "Nowhere", lambda: lib.Nowhere)
    refused(KeyError, "Nowhere", lambda: lib["Nowhere"])


def test_what_a_network_has_not(lib, everything):
    net, arrays = everything
    data = net.dataset(**arrays)
    refused(NotImplementedError, "", net.race, data, sigma=0.1)
    refused(NotImplementedError, "", net.task)
    refused(ValueError, "Nowhere", net(sigma=0.1).activations, data, "Nowhere")
    refused(ValueError, "hidden_layer" if False else "", net.ReluTwin(sigma=0.1).gates, data, 3)


def test_two_threads_in_one_network(contexts):
    net, data = contexts
    one = net(sigma=1e-4)
    started, stop = threading.Event(), threading.Event()

    def train():
        one.train(data, 10**7, 1e-6, method="batch", record_every=10, progress=lambda told: (started.set(), stop.is_set() and 1 / 0))

    caught = []

    def run():
        try:
            train()
        except ZeroDivisionError as raised:
            caught.append(raised)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        assert started.wait(30)
        refused(RuntimeError, "", one.loss, data)
        refused(RuntimeError, "", one.step, data, 1e-6)
    finally:
        stop.set()
        thread.join(30)
    assert len(caught) == 1
    one.loss(data)


def test_a_forked_process_is_told(contexts):
    net, data = contexts
    one = net(sigma=0.1)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            one.loss(data)
            said = b"nothing"
        except RuntimeError as raised:
            said = str(raised).encode()
        os.write(writing, said)
        os._exit(0)
    os.waitpid(child, 0)
    assert b"spawn" in os.read(reading, 4096)


def test_pickles_are_refused(contexts):
    import copy
    import pickle

    net, data = contexts
    refused(TypeError, "save", pickle.dumps, net(sigma=0.1))
    refused(TypeError, "data set", copy.deepcopy, data)


def test_habits_from_other_libraries_are_answered(contexts):
    net, data = contexts
    one = net(sigma=0.1)
    refused((TypeError, ValueError), "here it is called step_size", one.train, data, 3, lr=0.1)
    refused((TypeError, ValueError), "here it is called step_size", net.train_many, data, [1], 3, sigma=0.1, learning_rate=0.1)
    arrays = net.task()
    refused(ValueError, "numpy.argmax", net.dataset, **{**arrays, "item": numpy.eye(8)[arrays["item"]]})
    refused(ValueError, "given, too", net, sigma=0.1, gain=1.0)
    refused(KeyError, "ItemToPairs[0]", lambda: one.weights["ItemToPairs"])


def test_messages_are_in_python(contexts):
    net, data = contexts
    one = net(sigma=0.1)
    for named in (dict(step_size=-1e-3), dict(momentum=1.5), dict(epochs=-1), dict(record_every=-1), dict(step_factors={"Nobody": 1.0}), dict(snapshot_epochs=[99])):
        fault = refused(ValueError, next(iter(named)), one.train, data, **{"epochs": 3, "step_size": 1e-3, **named})
        assert "Parameter" not in str(fault) and "Actual value" not in str(fault) and "Options" not in str(fault), str(fault)
        assert "\n" not in str(fault), str(fault)


def test_weights_are_finite(contexts):
    net, data = contexts
    one = net(sigma=0.1)
    wrong = numpy.array(one.weights["ItemToCommon"])
    wrong[1, 2] = numpy.nan
    refused(ValueError, "[1, 2]", one.weights.__setitem__, "ItemToCommon", wrong)
    one.weights["ItemToCommon"][1, 2] = numpy.nan
    assert "item_to_common" not in str(refused(ValueError, "ItemToCommon", one.loss, data))


def test_files_that_are_not_there(contexts, tmp_path):
    net, _ = contexts
    refused(FileNotFoundError, "nothing.npz", net.load, tmp_path / "nothing.npz")
    refused(FileNotFoundError, "w.npz", net(sigma=0.1).save, tmp_path / "no" / "w.npz")
