"""Entities as FollowTheMoney entities, so that Aleph and OpenSanctions can take them."""

from typing import Any

from rawi.model import Identity

# Kind -> FollowTheMoney schema. It has none for states, places and weapons.
_SCHEMATA = {
    "person": "Person",
    "organization": "Organization",
    "party": "Organization",
    "armed_group": "Organization",
    "government": "PublicBody",
    "company": "Company",
    "outlet": "Organization",
}
_GENDERS = {"m": "male", "f": "female"}


def as_money(identity: Identity) -> dict[str, Any] | None:
    """The identity as a FollowTheMoney entity, or None for a kind that has no schema there."""
    schema = _SCHEMATA.get(identity.kind)
    if schema is None:
        return None
    properties: dict[str, list[str]] = {"name": [identity.name]}
    aliases = [*identity.aliases, *identity.latin]
    if aliases:
        properties["alias"] = aliases
    if identity.country:
        properties["country"] = [identity.country.lower()]
    if schema == "Person" and identity.gender in _GENDERS:
        properties["gender"] = [_GENDERS[identity.gender]]
    return {"id": identity.id, "schema": schema, "properties": properties}
