"""Trial programs in Python: one file, the standard library alone (Python 3.8 or later).

Copy it beside your training script, or add its folder to PYTHONPATH:

    import actortune

    p = actortune.params()                      # {"lr": 0.01, "layers": 2, ...}
    start = 0
    if actortune.resume():
        start = actortune.resume().resource     # go on from actortune.resume().folder
    for epoch in range(start + 1, 28):
        accuracy = train_one_epoch(p)
        if actortune.should_save_checkpoint(epoch):
            with actortune.checkpoint_dir(epoch) as folder:
                save(folder)
        if actortune.report(epoch, accuracy=accuracy) != "continue":
            break

The messages behind it are in docs/trial-protocol.md. It is for one thread.
"""

import atexit
import collections
import contextlib
import json
import math
import os
import select
import shutil
import socket
import sys

__all__ = [
    "params", "seed", "trial", "attempt", "unit", "objective", "resume", "until", "folder",
    "report", "should_save_checkpoint", "checkpoint_dir", "InvalidMeasurement", "EngineGone",
    "OutOfMemory",
]

Resume = collections.namedtuple("Resume", ["resource", "folder"])

_VARIABLE = "ACTORTUNE_CHANNEL"
_PROTOCOL = 1
_MAX_LINE_BYTES = 1 << 20


class EngineGone(RuntimeError):
    """The engine is not there, or went away: the attempt cannot go on."""


class InvalidMeasurement(ValueError):
    """A report was refused: it lacks the objective, or its resource does not grow."""


class OutOfMemory(MemoryError):
    """Raise it where the training library reports exhausted memory with an error of its own."""


class _Channel:
    """One attempt's connection to the engine."""

    def __init__(self, path):
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._received = b""
        self._ended = False
        try:
            self._socket.connect(path)
        except OSError as refused:
            raise EngineGone("The engine does not answer on '%s': %s" % (path, refused)) from refused
        self._send({"type": "hello", "protocol": _PROTOCOL, "client": "actortune-python/1"})
        self.assignment = self._receive()
        if self.assignment.get("type") != "assignment":
            raise EngineGone("The engine sent no assignment but %r." % (self.assignment,))
        if self.assignment["protocol"] != _PROTOCOL:
            raise EngineGone("The engine speaks protocol %s, this file %s: copy the file that "
                             "belongs to the engine." % (self.assignment["protocol"], _PROTOCOL))
        start = self.assignment["resume"]
        self._resource = start["resource"] if start else 0
        self._reports = 0
        self._acknowledged = 0
        self._instruction = "continue"
        self.until = self.assignment["until"]
        self.wants_checkpoint = False

    def report(self, resource, metrics):
        self._require_valid(resource, metrics)
        barrier = self.until is not None and resource >= self.until
        self._reports += 1
        self._resource = resource
        self._send({
            "type": "report",
            "report": self._reports,
            "resource": resource,
            "metrics": {name: _number(value) for name, value in metrics.items()},
            "barrier": barrier,
        })
        self._take_in(wait=False)
        while not self._may_go_on(resource, barrier):
            self._take_in(wait=True)
        return "stop" if self._instruction == "complete" else self._instruction

    def announce(self, resource, checkpoint):
        self._send({"type": "checkpoint", "resource": resource, "folder": checkpoint})
        self.wants_checkpoint = False

    def end(self, kind, error):
        if not self._ended:
            self._ended = True
            self._send({"type": "end", "end": kind, "error": error})
            self._socket.close()

    def require_reached(self, resource):
        if resource < self._resource or resource <= 0:
            raise ValueError("A checkpoint at %s %s lies before %s, which the trial has reached."
                             % (self.assignment["unit"], resource, self._resource))

    def _may_go_on(self, resource, barrier):
        if self._instruction != "continue":
            return True
        if barrier:
            return self._acknowledged >= self._reports and (
                self.until is None or self.until > resource)
        return self._reports - self._acknowledged < self.assignment["credit"]

    def _require_valid(self, resource, metrics):
        where = "The report at %s %s" % (self.assignment["unit"], resource)
        if self._instruction != "continue":
            raise RuntimeError("%s came after the answer '%s': end the program when report() does "
                               "not return 'continue'." % (where, self._instruction))
        if not isinstance(resource, int) or resource <= self._resource:
            raise InvalidMeasurement("%s does not grow beyond %s: count from 1 since the trial's "
                                     "beginning, in whole numbers." % (where, self._resource))
        if self.assignment["objective"] not in metrics:
            raise InvalidMeasurement("%s lacks the objective '%s'; it has %s."
                                     % (where, self.assignment["objective"], sorted(metrics)))

    def _take_in(self, wait):
        while wait or select.select([self._socket], [], [], 0)[0] or b"\n" in self._received:
            message = self._receive()
            wait = False
            if message["type"] == "stop":
                self._instruction = "stop"
            elif message["type"] == "reply" and message["report"] >= self._acknowledged:
                self._acknowledged = message["report"]
                self.wants_checkpoint = message["checkpoint"]
                if self._instruction != "stop":
                    self._instruction = message["instruction"]
                if message["instruction"] == "continue":
                    self.until = message["until"]

    def _send(self, message):
        line = json.dumps(message, separators=(",", ":")).encode("utf-8") + b"\n"
        try:
            self._socket.sendall(line)
        except OSError as broken:
            raise EngineGone("The engine is gone: %s" % broken) from broken

    def _receive(self):
        while b"\n" not in self._received:
            if len(self._received) > _MAX_LINE_BYTES:
                raise EngineGone("The engine sent a line of more than %d bytes." % _MAX_LINE_BYTES)
            try:
                part = self._socket.recv(65536)
            except OSError as broken:
                raise EngineGone("The engine is gone: %s" % broken) from broken
            if not part:
                raise EngineGone("The engine hung up.")
            self._received += part
        line, self._received = self._received.split(b"\n", 1)
        return json.loads(line.decode("utf-8"))


_channel = None


def _get():
    global _channel
    if _channel is None:
        path = os.environ.get(_VARIABLE)
        if not path:
            raise EngineGone("%s is not set: the engine starts this program for a study that names "
                             "it." % _VARIABLE)
        _channel = _Channel(path)
        atexit.register(_end_well)
        _watch_exceptions()
    return _channel


def params():
    """The trial's configuration: a dict of its active parameters."""
    return dict(_get().assignment["configuration"])


def seed():
    """The trial's seed, below 2**64, the same in every attempt."""
    return int(_get().assignment["seed"])


def trial():
    """The trial's number within its study, from 0."""
    return _get().assignment["trial"]


def attempt():
    """The attempt's number within the trial, from 1."""
    return _get().assignment["attempt"]


def unit():
    """What one unit of resource is, such as 'epoch'."""
    return _get().assignment["unit"]


def objective():
    """The metric that the study optimises; every report must have it."""
    return _get().assignment["objective"]


def folder():
    """The folder that belongs to this attempt alone."""
    return _get().assignment["folder"]


def resume():
    """The checkpoint to go on from, with .resource and .folder; None: start from nothing."""
    start = _get().assignment["resume"]
    return Resume(start["resource"], start["folder"]) if start else None


def until():
    """The resource of the next decision, or None when there is none before the end."""
    return _get().until


def report(resource, metrics=None, **more):
    """Report metrics; returns 'continue', 'pause' or 'stop'.

    Names that are no Python names go in a dict: report(3, {"validation-loss": 0.2}).
    """
    values = dict(metrics or {})
    values.update(more)
    return _get().report(resource, values)


def should_save_checkpoint(resource):
    """Whether a checkpoint is due before the report at a resource."""
    channel = _get()
    return channel.assignment["resumes"] and (
        channel.wants_checkpoint or (channel.until is not None and resource >= channel.until))


@contextlib.contextmanager
def checkpoint_dir(resource):
    """A folder to write a checkpoint in; durable and announced when the block ends well."""
    channel = _get()
    channel.require_reached(resource)
    parent = os.path.abspath(channel.assignment["folder"])
    final = os.path.join(parent, "checkpoint-%d" % resource)
    partial = final + ".partial"
    if os.path.exists(final):
        raise FileExistsError("The checkpoint '%s' exists: save one for each resource." % final)
    shutil.rmtree(partial, ignore_errors=True)
    os.makedirs(partial)
    yield partial
    for root, _, files in os.walk(partial, topdown=False):
        for name in files:
            path = os.path.join(root, name)
            if not os.path.islink(path):
                _flush(path)
        _flush(root)
    os.rename(partial, final)
    _flush(parent)
    channel.announce(resource, final)


def _flush(path):
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _number(value):
    number = float(value)
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    return number


def _kind_of(error):
    # Training libraries have errors of their own for an exhausted device, known by name.
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return "out-of-memory"
    return "invalid-measurement" if isinstance(error, InvalidMeasurement) else "error"


def _watch_exceptions():
    previous = sys.excepthook

    def hook(kind, error, trace):
        lines = str(error).strip().splitlines() or [""]
        if not isinstance(error, EngineGone):
            _say_end(_kind_of(error), "%s: %s" % (kind.__name__, lines[0]))
        previous(kind, error, trace)

    sys.excepthook = hook


def _end_well():
    _say_end("returned", "")


def _say_end(kind, error):
    try:
        _channel.end(kind, error)
    except EngineGone as gone:
        print(gone, file=sys.stderr)
