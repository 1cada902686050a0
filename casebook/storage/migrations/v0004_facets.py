"""Layout 4: facets, an order for every column of the list, and words indexed without accents in every script."""

import sqlalchemy as sa

from casebook.domain.folding import parted
from casebook.storage.facets import Facets
from casebook.storage.indexing import index_words
from casebook.storage.tables import TRIGGERS, WORDS, Tables


def add_facets(connection: sa.Connection, tables: Tables) -> None:
    """Make the sets and fill them; index the texts anew."""
    tables.facet_sets.create(connection)
    for index in sorted(tables.case_list.indexes, key=lambda one: str(one.name)):
        index.create(connection)
    for name in TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    connection.exec_driver_sql("DROP TABLE word_index")
    connection.exec_driver_sql(WORDS)
    text = tables.search_text
    for number, title, body in connection.execute(sa.select(text.c.number, text.c.title, text.c.body)).all():
        if (parted(title), parted(body)) != (title, body):
            row = {"title": parted(title), "body": parted(body)}
            connection.execute(sa.update(text).where(text.c.number == number), row)
    for _progress in index_words(connection):
        pass
    for name, body in TRIGGERS.items():
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {body}")
    for _progress in Facets(tables).rebuild(connection):
        pass
