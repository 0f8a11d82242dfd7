# Copied from templates/wecom_client/simulator/behaviours/media_uploads/state.py: edit that file, then run 'make generate'.
"""What is remembered of uploads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...company import Company, State
from ...refusals import RefusalError

_LIFETIME = 3 * 86400
_UNKNOWN = 40007
_OTHER_USE = 41072


@dataclass(frozen=True, slots=True)
class MediaUpload:
    """A file that was uploaded: an "image", a "video" or a "file".

    `attachment_type`: 1 for moments, 2 for product albums.
    """

    media_id: str
    media_type: str
    attachment_type: int
    created_at: int


class MediaUploadsState(State):
    """Uploads by media id, in the order in which they came."""

    def __init__(self, company: Company) -> None:
        """Begin without any."""
        super().__init__(company)
        self.uploads: dict[str, MediaUpload] = {}

    def add(self, media_type: str, attachment_type: int, media_id: str | None) -> MediaUpload:
        """Take in a file."""
        given = self.company.new_text_id("3a") if media_id is None else media_id
        upload = MediaUpload(given, media_type, attachment_type, self.company.now())
        self.uploads[given] = upload
        return upload

    def require_usable(self, media_id: str, media_type: str, attachment_type: int) -> None:
        """Refuse a media id that does not serve for a use.

        Raises:
            RefusalError: it is unknown or ended (40007), or of another kind or uploaded for another
                use (41072).
        """
        upload = self.uploads.get(media_id)
        now = self.company.clock()
        if upload is None or now >= upload.created_at + _LIFETIME:
            raise RefusalError(_UNKNOWN, f"invalid media_id: {media_id}")
        if upload.media_type != media_type:
            raise RefusalError(_OTHER_USE, f"{media_id} was uploaded as another media_type")
        if upload.attachment_type != attachment_type:
            raise RefusalError(_OTHER_USE, f"{media_id} was uploaded for another attachment_type")


def upload_attachment(
    state: MediaUploadsState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Take in a file and return its media id."""
    upload = state.add(params["media_type"], params["attachment_type"], None)
    return {
        "type": upload.media_type,
        "media_id": upload.media_id,
        "created_at": upload.created_at,
    }
