"""The dataset as catalogues of statistics offices list it: DCAT, https://www.w3.org/TR/vocab-dcat-3/."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bantin.outputs.open_data.references import Described
from bantin.outputs.open_data.shape import File
from bantin.outputs.open_data.tables import FOLDER
from bantin.outputs.output import Output

PATH = f"{FOLDER}/danh-muc.jsonld"
_TYPES = "https://www.iana.org/assignments/media-types/"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "spdx": "http://spdx.org/rdf/terms#",
}


def catalogue(described: Described, files: Sequence[File], page: str, anchor: str) -> Output:
    """The catalogue, offered by a page. files: what can be taken home."""
    site = described.publisher.site_address.rstrip("/")
    publisher = {"@type": "foaf:Agent", "foaf:name": described.publisher.name}
    common: dict[str, object] = {
        "dct:title": _vietnamese(described.title),
        "dct:description": _vietnamese(described.about),
        "dct:publisher": publisher,
        "dct:language": {"@id": "http://publications.europa.eu/resource/authority/language/VIE"},
        "dct:license": {"@id": described.publisher.licence_address},
    }
    if described.version:
        common["dct:modified"] = {"@type": "xsd:date", "@value": described.version}
    dataset = {
        "@id": f"{site}{page}#bo-du-lieu",
        "@type": "dcat:Dataset",
        **common,
        "dcat:landingPage": {"@id": f"{site}{page}"},
        "dcat:distribution": [_distribution(file, site, described) for file in files],
    }
    told = {
        "@context": _CONTEXT,
        "@id": f"{site}{page}",
        "@type": "dcat:Catalog",
        **common,
        "dcat:dataset": dataset,
    }
    content = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return Output(PATH, content.encode(), (), page, anchor, "DCAT")


def _distribution(file: File, site: str, described: Described) -> dict[str, object]:
    return {
        "@id": f"{site}{file.address}",
        "@type": "dcat:Distribution",
        "dct:title": _vietnamese(file.title),
        "dcat:accessURL": {"@id": f"{site}{file.address}"},
        "dcat:downloadURL": {"@id": f"{site}{file.address}"},
        "dcat:mediaType": {"@id": f"{_TYPES}{file.media_type}"},
        "dcat:byteSize": file.bytes,
        "dct:license": {"@id": described.publisher.licence_address},
        "spdx:checksum": {
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": file.sha256,
        },
    }


def _vietnamese(text: str) -> dict[str, str]:
    return {"@language": "vi", "@value": text}
