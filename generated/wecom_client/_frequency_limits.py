# Generated from specs/frequency_limits.yaml by `python -m generator generate`.
# Edit the spec and generate again: changes made here are lost.
"""How often the platform lets an operation be called before it answers 45009.

- 10,000 calls of each operation per minute for a company
- 150,000 calls of each operation per hour for a company
- 20,000 calls of each operation per minute for an IP address
- 600,000 calls of each operation per hour for an IP address
- 40,000 calls of each operation per minute for an IP address of a provider
- 1,200,000 calls of each operation per hour for an IP address of a provider
- 600 calls of getcheckindata per minute for a company
- 600 calls of getapprovaldata per minute for a company

Page: https://developer.work.weixin.qq.com/document/path/90312 (updated 2023-08-28)
"""

from __future__ import annotations

from ._runtime.frequency import FrequencyLimit

FREQUENCY_LIMITS: tuple[FrequencyLimit, ...] = (
    FrequencyLimit(10000, "minute", "company"),
    FrequencyLimit(150000, "hour", "company"),
    FrequencyLimit(20000, "minute", "address"),
    FrequencyLimit(600000, "hour", "address"),
    FrequencyLimit(40000, "minute", "provider_address"),
    FrequencyLimit(1200000, "hour", "provider_address"),
    FrequencyLimit(600, "minute", "company", operation="getcheckindata"),
    FrequencyLimit(600, "minute", "company", operation="getapprovaldata"),
)
