# Copied from templates/wecom_client/simulator/behaviours/moment_strategies/state.py: edit that file, then run 'make generate'.
"""What is remembered of rule groups of moments, with their rights."""

from __future__ import annotations

from ..rule_groups import RuleGroupsState


class MomentStrategiesState(RuleGroupsState):
    """Rule groups of moments, in the order in which they were made."""

    rights = ("view_moment_list", "send_moment", "manage_moment_cover_and_sign")
