import io
import struct

from casebook.publishing.template_messages import LARGEST, Kind, receive, send


def test_messages_come_as_they_were_sent():
    pipe = io.BytesIO()
    send(pipe, Kind.QUESTION, b"one")
    send(pipe, Kind.DONE, b"")
    pipe.seek(0)
    assert [receive(pipe) for _ in range(3)] == [(Kind.QUESTION, b"one"), (Kind.DONE, b""), None]


def test_what_makes_no_sense_is_no_message():
    for raw in (
        b"",
        b"Q",
        b"QQQQQQQQQQQQ",
        struct.pack(">cQ", b"Q", 5) + b"ab",
        struct.pack(">cQ", b"\xff", 0),
    ):
        assert receive(io.BytesIO(raw)) is None
    assert receive(io.BytesIO(struct.pack(">cQ", b"D", LARGEST + 1))) is None
