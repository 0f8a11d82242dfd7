"""Join ways: added, read, overwritten and deleted by the application that made them."""

from __future__ import annotations

from typing import Any

from ...refusals import RefusalError
from .groups import living_group
from .records import JoinWay
from .state import GroupchatState


def add_join_way(state: GroupchatState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Create a join way and return its id.

    The company's quota counts all applications, and contact ways as well.
    """
    contact_ways = state.company.find_state("contact_ways")
    others = 0 if contact_ways is None else contact_ways.lasting
    if len(state.join_ways) + others >= state.join_way_limit:
        raise RefusalError(41045, "the number of join ways reached its limit")
    way = _join_way(state, params, state.new_config_id(), application)
    state.join_ways[way.config_id] = way
    return {"config_id": way.config_id}


def get_join_way(state: GroupchatState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Return a join way as it was made or overwritten."""
    way = _own(state, params, application)
    answer: dict[str, Any] = {
        "config_id": way.config_id,
        "scene": way.scene,
        "remark": way.remark,
        "auto_create_room": way.auto_create_room,
        "room_base_name": way.room_base_name,
        "room_base_id": way.room_base_id,
        "chat_id_list": list(way.chat_id_list),
        "qr_code": way.qr_code,
        "state": way.state,
        "mark_source": way.mark_source,
    }
    return {"join_way": answer}


def update_join_way(
    state: GroupchatState, params: dict[str, Any], application: str
) -> dict[str, Any]:
    """Overwrite a join way: what is left out goes back to its default."""
    way = _own(state, params, application)
    state.join_ways[way.config_id] = _join_way(state, params, way.config_id, application)
    return {}


def del_join_way(state: GroupchatState, params: dict[str, Any], application: str) -> dict[str, Any]:
    """Delete a join way; its id is unknown from then on."""
    del state.join_ways[_own(state, params, application).config_id]
    return {}


def _own(state: GroupchatState, params: dict[str, Any], application: str) -> JoinWay:
    way = state.join_ways.get(params["config_id"])
    if way is None or way.application != application:
        raise RefusalError(41044, "invalid config_id")
    return way


def _join_way(
    state: GroupchatState, params: dict[str, Any], config_id: str, application: str
) -> JoinWay:
    """Return the join way that a request describes.

    The name and number of new rooms are ignored unless rooms are created.
    """
    for chat_id in params["chat_id_list"]:
        living_group(state, chat_id)
    creates_rooms = params.get("auto_create_room", 1)
    return JoinWay(
        config_id=config_id,
        application=application,
        scene=params["scene"],
        chat_id_list=tuple(params["chat_id_list"]),
        remark=params.get("remark", ""),
        auto_create_room=creates_rooms,
        room_base_name=params.get("room_base_name", "") if creates_rooms else "",
        room_base_id=params.get("room_base_id", 0) if creates_rooms else 0,
        state=params.get("state", ""),
        mark_source=params.get("mark_source", True),
    )
