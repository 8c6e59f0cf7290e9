using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Tests.Text;

public sealed class WordTests
{
    [Theory]
    [InlineData("Models", "models", "model", "model@0")]
    [InlineData("Chain-of-Thoughts", "chain-of-thoughts", "chain-of-thought", "chain@0 of@6 thought@9")]
    [InlineData("state‑space", "state-space", "state-space", "state@0 space@6")]
    [InlineData("LLMs", "llms", "llm", "llm@0")]
    public void A_word_is_known_by_its_forms_and_pieces(string surface, string lower, string form, string pieces)
    {
        var word = new Word(TokenKind.Word, surface);
        word.Lower.ShouldBe(lower);
        word.Form.ShouldBe(form);
        string.Join(' ', word.Pieces.Select(piece => $"{piece.Form}@{piece.Offset}")).ShouldBe(pieces);
        word.Pieces[0].OpensWord.ShouldBeTrue();
        word.Pieces[^1].ClosesWord.ShouldBeTrue();
    }

    [Fact]
    public void One_spelling_is_one_word_and_knows_its_kind()
    {
        var words = new WordTable();
        words.GetOrAdd(TokenKind.Word, "Zorbits").ShouldBeSameAs(words.GetOrAdd(TokenKind.Word, "Zorbits"));
        words.GetOrAdd(TokenKind.Word, "Zorbits").ShouldNotBeSameAs(words.GetOrAdd(TokenKind.Word, "zorbits"));
        words.GetOrAdd(TokenKind.Url, "Zorbits").Kind.ShouldBe(TokenKind.Url);
    }
}
