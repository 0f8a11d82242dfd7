# Copied from templates/wecom_client/simulator/behaviours/media_uploads/__init__.py: edit that file, then run 'make generate'.
"""The behaviour of uploads: files that moments and product albums name by a media id.

What the page leaves open is decided so:

- A media id is unknown once three days have passed. Until then it serves as often as one likes.
- Of a file, its size in bytes and how its content begins are looked at, and nothing else.

A seed file has `media_uploads`, with what `Simulator.add_media_upload` takes:

```json
{"media_uploads": [{"media_id": "MEDIA_ID", "attachment_type": 2}]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._runtime.checks import Object
from ...behaviour import Behaviour, Route, Seed
from .seeding import MEDIA_UPLOAD, Seeding
from .state import MediaUpload, MediaUploadsState, upload_attachment

__all__ = ["BEHAVIOUR", "GROUP", "SETTINGS", "MediaUpload", "Seeding"]

GROUP = "media"
SETTINGS: dict[str, int] = {}


def _add(simulator: Seeding, item: Mapping[str, Any]) -> None:
    simulator.add_media_upload(**item)


BEHAVIOUR = Behaviour(
    group=GROUP,
    state=MediaUploadsState,
    routes={"upload_attachment": Route(upload_attachment)},
    settings=SETTINGS,
    seeds={"media_uploads": Seed(Object(MEDIA_UPLOAD), _add)},
)
