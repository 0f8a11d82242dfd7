"""Welcome templates of customer groups: kept, read, overwritten and deleted.

What the page leaves open is decided so:

- An edit overwrites all contents: those that are left out are gone. One without any is refused with
  40063, as a new template is.
- Every application reads every template. Those of another application are changed and deleted by
  nobody else (41058); an id that nothing has is 40037, an empty one 40036.
- A picture that was named by media_id is read by an address of the platform's. What a link was made
  without is read as an empty text.
- The ids of media, of mini programs and of applications are taken as they come.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...company import Company, State
from ...refusals import EMPTY_OR_MISSING, RefusalError

KINDS = ("image", "link", "miniprogram", "file", "video")
"""In the order in which one is taken where several are given."""


@dataclass(frozen=True, slots=True)
class WelcomeTemplate:
    """A welcome for customer groups: a text, and one attachment of the kind `kind`.

    `application` is the one that made it, and the only one that may change it. `notify` says
    whether members were told that they can use it.
    """

    template_id: str
    application: str
    text: str = ""
    kind: str | None = None
    attachment: Mapping[str, Any] | None = None
    notify: bool = True

    def contents(self) -> dict[str, Any]:
        """Return the contents as `get` answers with them."""
        answer: dict[str, Any] = {"text": {"content": self.text}} if self.text else {}
        if self.kind is not None and self.attachment is not None:
            answer[self.kind] = _as_read(self.kind, self.attachment)
        return answer


class WelcomeTemplatesState(State):
    """The templates by their id."""

    welcome_template_limit: int

    def __init__(self, company: Company) -> None:
        """Begin without templates."""
        super().__init__(company)
        self.templates: dict[str, WelcomeTemplate] = {}

    def put(self, template: WelcomeTemplate) -> None:
        """Add a template, or put a changed one in the place of what it was."""
        self.templates[template.template_id] = template


def add_template(
    state: WelcomeTemplatesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Add a template, and return its id."""
    return {"template_id": add(state, params, application)}


def add(
    state: WelcomeTemplatesState,
    params: dict[str, Any],
    application: str,
    template_id: str | None = None,
) -> str:
    """Add a template, where the library has room, and return its id, a new one unless given."""
    if len(state.templates) >= state.welcome_template_limit:
        raise RefusalError(41055, "the number of welcome templates reached its limit")
    contents = _contents(params)
    template = WelcomeTemplate(
        state.company.new_text_id("msg") if template_id is None else template_id,
        application,
        **contents,
        notify=params.get("notify", 1) == 1,
    )
    state.put(template)
    return template.template_id


def edit(state: WelcomeTemplatesState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Overwrite the contents of a template."""
    state.put(replace(_own(state, params, application), **_contents(params)))
    return {}


def get(state: WelcomeTemplatesState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Return the contents of a template."""
    return _known(state, params).contents()


def delete(
    state: WelcomeTemplatesState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Delete a template; its id is unknown from then on."""
    del state.templates[_own(state, params, application).template_id]
    return {}


def _contents(params: dict[str, Any]) -> dict[str, Any]:
    """Return what a request says of a template: its text, and the first kind of attachment."""
    text = (params.get("text") or {}).get("content") or ""
    kind = next((kind for kind in KINDS if params.get(kind)), None)
    if not text and kind is None:
        raise RefusalError(EMPTY_OR_MISSING, "text and attachments are all missing")
    return {"text": text, "kind": kind, "attachment": params[kind] if kind else None}


def _as_read(kind: str, attachment: Mapping[str, Any]) -> dict[str, Any]:
    if kind == "link":
        return {"picurl": "", "desc": "", **attachment}
    if kind != "image":
        return dict(attachment)
    media_id = attachment.get("media_id")
    return {"pic_url": f"https://p.example/{media_id}" if media_id else attachment["pic_url"]}


def _known(state: WelcomeTemplatesState, params: dict[str, Any]) -> WelcomeTemplate:
    template = state.templates.get(params["template_id"])
    if template is None:
        raise RefusalError(40037, "invalid template_id")
    return template


def _own(state: WelcomeTemplatesState, params: dict[str, Any], application: str) -> WelcomeTemplate:
    template = _known(state, params)
    if template.application != application:
        raise RefusalError(41058, "another application made this template")
    return template
