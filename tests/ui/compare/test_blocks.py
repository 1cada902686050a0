from casebook.ui.compare.blocks import BarBlock, ChipBlock, Words


def test_blocks_are_values_that_say_what_stands_in_a_cell():
    assert Words(text="a") == Words(text="a")
    assert len({ChipBlock(text="a"), ChipBlock(text="a"), ChipBlock(text="a", dashed=True)}) == 2
    assert BarBlock(begun=0, reached=0.5).target is None
