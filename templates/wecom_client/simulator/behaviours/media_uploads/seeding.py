"""Seeding: the call by which a test has files uploaded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ...._runtime.checks import Check, Integer, String
from ...seed_checks import ID
from ...seeding import CompanySeeding, taking
from .state import MediaUpload, MediaUploadsState

MEDIA_UPLOAD: Mapping[str, Check] = {
    "media_id": ID,
    "media_type": String(enum={"image": "a picture", "video": "a video", "file": "any other"}),
    "attachment_type": Integer(enum={1: "for moments", 2: "for product albums"}),
}
"""What `add_media_upload` takes."""


class Seeding(CompanySeeding):
    """Files that were uploaded. All times are Unix seconds."""

    @property
    def media_uploads(self) -> Mapping[str, MediaUpload]:
        """The uploads by media id, those that have ended included."""
        return MappingProxyType(self._media_uploads.uploads)

    @taking(MEDIA_UPLOAD)
    def add_media_upload(
        self,
        media_id: str | None = None,
        *,
        media_type: str = "image",
        attachment_type: int = 1,
    ) -> str:
        """Let a file have been uploaded now, and return its media id; it serves for three days.

        `attachment_type` is 1 for moments, 2 for product albums.

        Raises:
            ValueError: the media id is taken.
        """
        if media_id in self._media_uploads.uploads:
            raise ValueError(f"media_id {media_id!r} is taken")
        return self._media_uploads.add(media_type, attachment_type, media_id).media_id

    @property
    def _media_uploads(self) -> MediaUploadsState:
        return self._company.state(MediaUploadsState)
