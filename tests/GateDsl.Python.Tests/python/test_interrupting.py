"""Ctrl+C, progress, and exceptions that cross the library."""

import os
import signal
import subprocess
import sys
import threading
import time

import numpy
import pytest

import gatedsl

# Seconds. What is interrupted would take hours; a second is what it takes where nothing else runs.
SOON = 30


def press(after):
    """Ctrl+C, as a terminal sends it."""
    timer = threading.Timer(after, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    return timer


@pytest.mark.parametrize("progress", [None, lambda told: None])
def test_ctrl_c_stops_within_a_second_after_a_whole_epoch(contexts, progress):
    net, data = contexts
    one, again = net(sigma=1e-3, seed=1), net(sigma=1e-3, seed=1)
    press(0.5)
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        one.train(data, 10**8, 1e-6, method="batch", record_every=10**6 if progress is None else 10, progress=progress)
    assert time.monotonic() - begun < SOON
    # Steps of the other until it is where the first one is: somewhere there is a whole epoch.
    goal = one.loss(data)
    for _ in range(10**6):
        if again.loss(data) <= goal:
            break
        again.step(data, 1e-6)
    assert all(numpy.array_equal(one.weights[name], again.weights[name]) for name in one.weights)


def test_ctrl_c_stops_many_trainings(contexts):
    net, data = contexts
    press(0.5)
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        net.train_many(data, seeds=range(4), sigma=1e-3, epochs=10**8, step_size=1e-6, method="batch", record_every=10**6)
    assert time.monotonic() - begun < SOON


def test_ctrl_c_stops_predictions(contexts):
    net, data = contexts
    press(0.5)
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        net.race(data, sigma=1e-3).integrate(10**8, 1e-6, record_every=10**6)
    assert time.monotonic() - begun < SOON


def test_the_handler_is_what_it_was(contexts):
    net, data = contexts
    before = signal.getsignal(signal.SIGINT)
    net(sigma=1e-3).train(data, 3, 1e-3)
    assert signal.getsignal(signal.SIGINT) is before


def test_other_signals_that_raise_stop_it_too(contexts):
    net, data = contexts

    class Late(Exception):
        pass

    def late(*_):
        raise Late

    before = signal.signal(signal.SIGALRM, late)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        with pytest.raises(Late):
            net(sigma=1e-3).train(data, 10**8, 1e-6, method="batch", record_every=10**6)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("raised", [ZeroDivisionError, SystemExit, KeyboardInterrupt, GeneratorExit])
def test_what_progress_raises_is_raised(contexts, raised):
    net, data = contexts
    one = net(sigma=1e-3)

    def tell(told):
        if told.epoch == 40:
            raise raised("here")

    with pytest.raises(raised, match="here"):
        one.train(data, 1000, 1e-3, progress=tell, method="batch")
    other = net(sigma=1e-3)
    other.train(data, 41, 1e-3, method="batch")
    assert all(numpy.array_equal(one.weights[name], other.weights[name]) for name in one.weights)


def test_progress_tells_every_recorded_epoch(contexts):
    net, data = contexts
    told, parts = [], []
    log = net(sigma=1e-3).train(data, 25, 1e-3, record_every=10, progress=told.append)
    net(sigma=1e-3).train(data, 25, 1e-3, record_every=10, progress=lambda epoch, epochs, loss: parts.append((epoch, epochs, loss)))
    assert [one.epoch for one in told] == log.epochs.tolist() == [0, 10, 20, 24]
    assert [one.loss for one in told] == log.loss.tolist()
    assert {one.epochs for one in told} == {25}
    assert [tuple(one) for one in told] == parts


def test_a_network_may_be_looked_at_from_its_progress(contexts):
    net, data = contexts
    one = net(sigma=1e-3)
    seen = []
    one.train(data, 5, 1e-3, method="batch", progress=lambda told: seen.append(one.loss(data)))
    assert len(seen) == 5 and seen == sorted(seen, reverse=True)


def test_other_threads_run_meanwhile(contexts):
    net, data = contexts
    counted = [0]
    stop = threading.Event()

    def count():
        while not stop.is_set():
            counted[0] += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    one = net(sigma=1e-3)
    try:
        begun, at = time.monotonic(), counted[0]
        one.train(data, 20000, 1e-6, method="batch", record_every=20000)
        spent, ticks = time.monotonic() - begun, counted[0] - at
    finally:
        stop.set()
        thread.join()
    assert ticks > spent * 10


def test_trainings_may_run_in_threads(contexts):
    net, data = contexts
    alone = net(sigma=1e-3, seed=1).train(data, 200, 1e-3).loss
    found = []
    threads = [threading.Thread(target=lambda: found.append(net(sigma=1e-3, seed=1).train(data, 200, 1e-3, progress=lambda told: None).loss)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 and all(numpy.array_equal(one, alone) for one in found)


def test_progress_without_tqdm_is_lines(contexts, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    net, data = contexts
    net(sigma=1e-3).train(data, 30, 1e-3, progress=True)
    assert "epoch 30 of 30, loss" in capsys.readouterr().err


def test_a_program_ends_by_ctrl_c_as_python_programs_do():
    script = (
        "import os, gatedsl\n"
        "net = gatedsl.load(os.environ['GATEDSL_LIBRARY']).ThreeContexts\n"
        "data = net.dataset(**net.task())\n"
        "print('ready', flush=True)\n"
        "net(sigma=1e-3).train(data, 10**8, 1e-6, method='batch', record_every=10**6)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout.readline() == "ready\n"
        time.sleep(0.3)
        program.send_signal(signal.SIGINT)
        begun = time.monotonic()
        _, error = program.communicate(timeout=60)
    assert time.monotonic() - begun < SOON
    assert program.returncode in (-signal.SIGINT, 1, 130) and "KeyboardInterrupt" in error
    assert gatedsl.CancelledError is not None
