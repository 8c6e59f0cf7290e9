using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Language;

public sealed class LexerTests
{
    [Theory]
    [InlineData("! $ & ( ) ... : = @ [ ] { | }",
        "ExclamationMark Dollar Ampersand ParenthesisLeft ParenthesisRight Spread Colon Equal At BracketLeft BracketRight "
        + "BraceLeft Pipe BraceRight")]
    [InlineData("paper _id x9", "Name Name Name")]
    [InlineData("0 -0 42 -7", "Int Int Int Int")]
    [InlineData("0.5 -1.25 6E2 6e-2 1.5e+10", "Float Float Float Float Float")]
    [InlineData("\"a\" \"\" \"\"\"b\"\"\"", "String String BlockString")]
    [InlineData("paper# the rest of the line, and \"this\"\r\nauthor", "Name Name")]
    [InlineData("\uFEFF, ,\t,paper,,", "Name")]
    [InlineData("[-1]...on", "BracketLeft Int BracketRight Spread Name")]
    public void Tokens_are_told_apart(string text, string expected) =>
        string.Join(' ', Tokens(text).Select(token => token.Kind)).ShouldBe(expected);

    [Fact]
    public void A_token_knows_its_line_and_column() =>
        string.Join(' ', Tokens("a\n  b\r\n c\rd \"\"\"\n\n\"\"\" e").Select(token => token.Location)).ShouldBe("1:1 2:3 3:2 4:1 4:3 6:5");

    [Theory]
    [InlineData(@"""tab\tquote\""slash\/back\\""", "tab\tquote\"slash/back\\")]
    [InlineData(@"""\b\f\n\r""", "\b\f\n\r")]
    [InlineData(@"""\u00e9\u{E9}\u{1F4C4}\uD83D\uDCC4""", "\u00e9\u00e9\U0001F4C4\U0001F4C4")]
    [InlineData("\"raw \u00e9 and \U0001F4C4, tab\tincluded\"", "raw \u00e9 and \U0001F4C4, tab\tincluded")]
    public void A_string_stands_for_its_characters(string text, string expected) => Tokens(text).Single().Value.ShouldBe(expected);

    [Theory]
    [InlineData("'paper'", "Unexpected single quote character ('), did you mean to use a double quote (\")?", "1:1")]
    [InlineData("{ é }", "Unexpected character: U+00E9.", "1:3")]
    [InlineData("\n ~", "Unexpected character: \"~\".", "2:2")]
    [InlineData("..", "Unexpected character: \".\".", "1:1")]
    [InlineData("007", "Invalid number, unexpected digit after 0: \"0\".", "1:2")]
    [InlineData("1.", "Invalid number, expected digit but got: <EOF>.", "1:3")]
    [InlineData("12px", "Invalid number, expected digit but got: \"p\".", "1:3")]
    [InlineData("1.2.3", "Invalid number, expected digit but got: \".\".", "1:4")]
    [InlineData("\"open", "Unterminated string.", "1:6")]
    [InlineData("\"a\nb\"", "Unterminated string.", "1:3")]
    [InlineData("\"\"\"a\nb\"", "Unterminated string.", "2:3")]
    [InlineData("\"\\", "Invalid character escape sequence: \"\\\".", "1:2")]
    [InlineData("\"\\q\"", "Invalid character escape sequence: \"\\q\".", "1:2")]
    [InlineData("\"\\u12\"", "Invalid Unicode escape sequence: \"\\u12\"\".", "1:2")]
    [InlineData("\"\\u{110000}\"", "Invalid Unicode escape sequence: \"\\u{110000}\".", "1:2")]
    [InlineData("\"\\uD83D!\"", "Invalid Unicode escape sequence: \"\\uD83D\".", "1:2")]
    public void What_is_no_token_is_refused_with_its_place(string text, string message, string place)
    {
        var error = Should.Throw<SyntaxException>(() => Tokens(text));
        error.Message.ShouldBe($"Syntax Error: {message}");
        error.Location.ToString().ShouldBe(place);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_wherever_it_stands()
    {
        foreach (var text in (string[])["\uD83D", "\"\uD83D\"", "\"\"\"\uDCC4\"\"\"", "# \uDCC4\uD83D"])
            Should.Throw<SyntaxException>(() => Tokens(text)).Message.ShouldContain("Invalid character");
    }

    private static List<Token> Tokens(string text)
    {
        var lexer = new Lexer(text);
        var tokens = new List<Token>();
        for (var token = lexer.Next(); token.Kind != TokenKind.EndOfFile; token = lexer.Next()) tokens.Add(token);
        return tokens;
    }
}
