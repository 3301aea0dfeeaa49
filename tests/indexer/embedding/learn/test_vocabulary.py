"""The subword vocabulary."""

from indexer.embedding.learn.vocabulary import LONGEST, learn_tokenizer

TEXTS = ["Nämnden godkänner avgifterna för förskolan.", "The committee approves the fees for preschool."] * 5


def test_accents_are_kept_and_capitals_are_not() -> None:
    tokenizer = learn_tokenizer(TEXTS, 300)
    assert (
        "".join(t.removeprefix("##") for t in tokenizer.encode("NÄMNDEN", add_special_tokens=False).tokens) == "nämnden"
    )


def test_a_letter_with_a_combining_accent_is_the_same_letter() -> None:
    tokenizer = learn_tokenizer(TEXTS, 300)
    assert tokenizer.encode("na\u0308mnden").ids == tokenizer.encode("nämnden").ids


def test_every_text_stands_between_its_marks_and_is_cut() -> None:
    tokenizer = learn_tokenizer(TEXTS, 300)
    tokens = tokenizer.encode("avgifterna " * 1000).tokens
    assert (tokens[0], tokens[-1], len(tokens)) == ("[CLS]", "[SEP]", LONGEST)


def test_the_padding_token_is_number_0_as_the_model_expects() -> None:
    assert learn_tokenizer(TEXTS, 300).token_to_id("[PAD]") == 0
