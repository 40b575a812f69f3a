"""A list item says what its lead-in makes of it; labels and lead-ins can be statements themselves."""

from __future__ import annotations

from claim_words import claim_in, claims_of, reason_for


def texts(text: str) -> list[str]:
    return [claim.text for claim in claims_of(text)]


def test_items_of_a_list_of_side_effects_are_claims_of_harm() -> None:
    text = "Side effects include:\n\n- mild soreness\n- headache\n"
    assert texts(text) == ["mild soreness", "headache"]
    assert claim_in(text, "mild soreness").type == "safety"


def test_items_of_a_list_of_benefits_are_claims_of_efficacy() -> None:
    text = "The tea has proven to be effective for:\n\n- stiff knees\n- dry skin\n"
    assert texts(text)[1:] == ["stiff knees", "dry skin"]
    assert claim_in(text, "stiff knees").type == "efficacy"


def test_items_of_a_list_of_questions_to_ask_are_none() -> None:
    text = "Ask your surgeon about:\n\n- side effects of the operation\n- risk of infection\n"
    assert texts(text) == []
    assert reason_for(text, "risk of infection") == "advice"


def test_items_of_a_list_about_the_provider_are_none() -> None:
    text = "At the first consultation the team talks about:\n\n- side effects of the operation\n- risk of infection\n"
    assert texts(text) == []
    assert reason_for(text, "risk of infection") == "list of another kind"


def test_items_of_a_plain_list_are_none() -> None:
    assert texts("Good sources include:\n\n- red meat\n- kidney beans\n") == []


def test_item_with_its_own_statement_is_a_claim() -> None:
    assert texts("Good to know:\n\n- Zinc shortens colds\n- Vitamins\n") == ["Zinc shortens colds"]


def test_item_with_a_figure_is_a_claim_without_a_verb() -> None:
    assert texts("- 97% of patients free of pain after a month\n- Free parking\n") == [
        "97% of patients free of pain after a month"
    ]


def test_labelled_item_is_a_claim_where_its_text_states_something() -> None:
    text = "- Mechanism: blocks an enzyme of the liver\n- Examples: Zorbital, Mirafen\n"
    assert texts(text) == ["Mechanism: blocks an enzyme of the liver"]


def test_warning_signs_of_a_bad_clinic_are_none() -> None:
    text = "Warning signs of a bad clinic include:\n\n- promises of a cure\n- guaranteed results\n"
    assert texts(text) == []


def test_entries_of_a_reference_list_are_none() -> None:
    text = "# Zinc\n\nZinc shortens colds.\n\n## References\n\n1. Moe J. Zinc lowers the risk of colds. 2015.\n"
    assert texts(text) == ["Zinc shortens colds."]
    assert reason_for(text, "lowers the risk") == "reference list"


def test_table_cells_with_a_word_each_are_none() -> None:
    assert texts("| Drug | Dose |\n| --- | --- |\n| aspirin | 2 tablets |\n") == []


def test_deeply_nested_lists_do_not_crash() -> None:
    text = "".join(f"{'  ' * depth}- Zinc shortens colds and can cause:\n" for depth in range(60))
    assert len(texts(text)) == 60
