"""Small dirty files of each dataset, written by schema for the tests; no row is taken from a dataset."""

import csv
import io

from timeline.datasets.ucdp import HEADER

UCDP_19 = [c for c in HEADER if c not in ("relid", "code_status", "conflict_dset_id", "dyad_dset_id", "side_a_dset_id",
                                          "side_b_dset_id", "where_description", "gwnoa", "best", "high", "low")] + ["low", "best", "high"]  # fmt: skip
UCDP_EVENT = {
    "id": "1", "type_of_violence": "1", "side_a": "Government of Nordland", "side_b": "NLF, Free Wing",
    "dyad_name": "Government of Nordland - NLF", "source_office": "The Daily", "source_date": "2013-03-20",
    "source_headline": "Army, rebels\tclash near “Karesh”", "source_original": "NLF; residents", "where_prec": "1",
    "where_coordinates": "Karesh town", "adm_1": "West", "country": "Syria", "latitude": "34.8", "longitude": "36.7",
    "date_prec": "1", "date_start": "2013-03-19", "date_end": "2013-03-19", "low": "2", "best": "4", "high": "9",
}  # fmt: skip
ACLED_COLUMNS = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]
ACLED_EVENT = {
    "event_id_cnty": "NOR1", "event_date": "2022-05-23", "time_precision": "1", "event_type": "Battles",
    "sub_event_type": "Armed clash", "actor1": "Military Forces of Nordland (2000-)", "assoc_actor_1": "NDF; Desert Scouts",
    "actor2": "NLF: Northern Front", "country": "Syria", "location": "Karesh", "latitude": "34.8", "longitude": "36.7",
    "geo_precision": "1", "source": "The Daily; Radio North", "fatalities": "12", "timestamp": "1654000000",
    "notes": "On 23 May 2022, soldiers and NLF fighters clashed near Karesh. Dozens were killed.",
}  # fmt: skip


def table(columns, *events, delimiter=",", header=True, newline="\r\n"):
    """CSV text of these events; cells not given are empty."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, restval="", delimiter=delimiter, lineterminator=newline)
    if header:
        writer.writeheader()
    writer.writerows(events)
    return buffer.getvalue()
