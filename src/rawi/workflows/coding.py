"""The codes of event data, taken from the lexicon."""

from rawi.export import Coding, TypeCode
from rawi.export.coding import StateCode
from rawi.lexicon import Lexicon


def build_coding(lexicon: Lexicon, *, version: str = "") -> Coding:
    """The codes that `rawi.export` asks for, as one record; ``version`` is the program's, written beside PLOVER's."""
    ontology = lexicon.ontology
    plover = f"{ontology.name} {ontology.version}"
    states = {
        row["iso2"]: StateCode(iso3=row["iso3"], cow=row["cow"], name=row["en"].partition("|")[0])
        for row in lexicon.knowledge.rows("states")
        if row["iso2"]
    }
    return Coding(
        version=f"Rawi {version}; {plover}" if version else plover,
        types={name: TypeCode(one.quad, one.score, tuple(one.modes)) for name, one in ontology.types.items()},
        forces={force: (code.type, code.cameo) for force, code in ontology.statements.items()},
        contexts=ontology.contexts,
        sectors=tuple(ontology.sectors),
        states=states,
        names={
            name: entity.latin[0] if entity.latin else entity.name
            for name, entity in lexicon.knowledge.entities.items()
        },
    )
