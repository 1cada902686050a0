"""One thing that can be picked from a list of suggestions."""

import attrs


@attrs.frozen(kw_only=True)
class Choice:
    """A row of suggestions: `value` is stored, `label` is shown in the list, `shown` in the field once picked."""

    value: str
    label: str
    shown: str = ""
    detail: str = ""
    """A few words that tell namesakes apart, such as a type or a code."""
    definition: str = ""
    """What the term means; read beside the list while the row is the current one."""
    depth: int = 0
    creates: bool = False
    """Picking it makes a new record called `label`."""
    aside: bool = False
    """Shown only to give the rows below it their place; it did not match what was typed itself."""

    @property
    def words(self) -> str:
        """What the field shows once it is picked."""
        return self.shown or self.label
