"""Builders of attachments: each operation takes them, and its own limits count."""

from __future__ import annotations

from typing import Any

import pytest

from wecom_client import File, ParameterError

from .callers import answering, workflow

attachments = workflow("attachments")

MESSAGES: dict[str, tuple[Any, Any]] = {
    "image": (attachments.image("M"), {"media_id": "M"}),
    "image by address": (
        attachments.image(pic_url="https://p.test"),
        {"pic_url": "https://p.test"},
    ),
    "link": (attachments.link("T", "https://u.test"), {"title": "T", "url": "https://u.test"}),
    "whole link": (
        attachments.link("T", "U", picurl="P", desc="=1+1"),
        {"title": "T", "url": "U", "picurl": "P", "desc": "=1+1"},
    ),
    "miniprogram": (
        attachments.miniprogram("T", "M", "wx1", "/p"),
        {"title": "T", "pic_media_id": "M", "appid": "wx1", "page": "/p"},
    ),
    "video": (attachments.video("M"), {"media_id": "M"}),
    "file": (attachments.file("M"), {"media_id": "M"}),
}


class Sent:
    """A client whose server takes everything, and what was sent to it."""

    def __init__(self, asynchronous: bool) -> None:
        self.bodies: list[Any] = []
        self.call = answering(self._answer, asynchronous=asynchronous)

    def _answer(self, path: str, body: Any) -> dict[str, Any]:
        self.bodies.append(body)
        return {"media_id": "UPLOADED"}


@pytest.fixture
def sent(asynchronous: bool) -> Sent:
    return Sent(asynchronous)


def test_messages_welcome_texts_and_templates_take_what_is_built(sent: Sent) -> None:
    every = [one for one, _ in MESSAGES.values()]
    for one, held in MESSAGES.values():
        assert one == {"msgtype": one["msgtype"], one["msgtype"]: held}
    sent.call(
        lambda wecom: wecom.externalcontact.add_msg_template(
            external_userid=["wm"], sender="abel", attachments=every
        )
    )
    sent.call(lambda wecom: wecom.externalcontact.send_welcome_msg("code", attachments=every))
    assert [one["attachments"] for one in sent.bodies] == [every, every]
    for one in every:
        part = attachments.template_part(one)
        sent.call(lambda wecom: wecom.externalcontact.group_welcome_template.add(**part))  # noqa: B023
        assert sent.bodies[-1] == {one["msgtype"]: one[one["msgtype"]]}


def test_moments_take_what_is_built_and_uploaded_for_them(sent: Sent) -> None:
    picture = File("poster.png", b"\x89PNG\r\n\x1a\n" + b"0" * 64)
    uploaded = sent.call(lambda wecom: attachments.uploaded_to_moments(wecom, "image", picture))
    assert uploaded == attachments.moment_image("UPLOADED")
    for one in (
        uploaded,
        attachments.moment_link("https://u.test", "M", title="T"),
        attachments.moment_video("M"),
    ):
        sent.call(lambda wecom: wecom.externalcontact.add_moment_task(attachments=[one]))  # noqa: B023
        assert sent.bodies[-1] == {"attachments": [one]}
    with pytest.raises(ValueError, match="media_type"):
        sent.call(lambda wecom: attachments.uploaded_to_moments(wecom, "file", picture))


@pytest.mark.parametrize(
    ("attachment", "path"),
    [
        (attachments.image(), "attachments[0].image.media_id"),
        (attachments.link("T" * 1000, "https://u.test"), "attachments[0].link.title"),
        (attachments.video(""), "attachments[0].video.media_id"),
    ],
    ids=["no picture", "long title", "no id"],
)
def test_the_limits_of_the_operation_count(attachment: Any, path: str, sent: Sent) -> None:
    with pytest.raises(ParameterError) as raised:
        sent.call(
            lambda wecom: wecom.externalcontact.send_welcome_msg("code", attachments=[attachment])
        )
    assert [one.path for one in raised.value.problems] == [path]
    assert sent.bodies == []
