using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace PaperGraph.Sources.Json;

public sealed class PythonLiteralTests
{
    [Theory]
    [InlineData("{'a': 1, \"b\": [True, False, None], 'c': (1, 2.5), 'd': {}, 'e': ()}",
        """{"a":1,"b":[true,false,null],"c":[1,2.5],"d":{},"e":[]}""")]
    [InlineData("""'it\'s "one"\n\t\x41\u00e9\U0001F600\101\q'""", "\"it's \\\"one\\\"\\n\\tAé😀A\\\\q\"")]
    [InlineData("b'bytes'", "\"bytes\"")]
    [InlineData("r'raw\\n'", "\"raw\\\\n\"")]
    [InlineData("{1, 2}", "[1,2]")]
    [InlineData("[nan, -inf, NaN, <NA>, NaT]", "[null,null,null,null,null]")]
    [InlineData("[12., .5, -3, 1e+16, 123456789012345678901234567890]", "[12.0,0.5,-3,1e+16,123456789012345678901234567890]")]
    [InlineData("array(['a', 'b'], dtype=object)", "[\"a\",\"b\"]")]
    [InlineData("['a' 'b'\n 'c']", "[\"a\",\"b\",\"c\"]")]
    [InlineData("np.int64(12)", "12")]
    [InlineData("Paper(id='2406.01234', authors=['Ana'])", """{"id":"2406.01234","authors":["Ana"]}""")]
    [InlineData("datetime.datetime(2024, 5, 6, 17, 50)", "\"2024-05-06T17:50:00.000000Z\"")]
    [InlineData("datetime.datetime(2024, 5, 6, 17, 50, 1, 20, tzinfo=datetime.timezone.utc)", "\"2024-05-06T17:50:01.000020Z\"")]
    [InlineData("datetime.datetime(2024, 5, 6, 0, 0, tzinfo=<UTC>)", "\"2024-05-06T00:00:00.000000Z\"")]
    [InlineData("datetime.datetime(2024, 5, 6, 0, 0, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=72000)))",
        "\"2024-05-06T00:00:00.000000-04:00\"")]
    [InlineData("datetime.date(2024, 5, 6)", "\"2024-05-06T00:00:00.000000Z\"")]
    [InlineData("Timestamp('2024-05-06 00:00:00+0000', tz='UTC')", "\"2024-05-06 00:00:00+0000\"")]
    [InlineData("{\"a\": NaN, \"b\": true, \"c\": \"\\ud83d\\ude00\\/\"}", "{\"a\":null,\"b\":true,\"c\":\"😀/\"}")]
    public void A_value_is_read_as_Python_prints_it(string text, string json) => Same(PythonLiteral.Parse(text), json);

    [Theory]
    [InlineData("")]
    [InlineData("{'a': 1")]
    [InlineData("{'a' 1}")]
    [InlineData("{'a': 1 'b': 2}")]
    [InlineData("{'a': 1} {}")]
    [InlineData("['a', ...]")]
    [InlineData("'open")]
    [InlineData("'\\x4'")]
    [InlineData("'\\U00110000'")]
    [InlineData("{'a': b}")]
    [InlineData("{'a': <object at 0x7f>}")]
    [InlineData("1 + 2")]
    [InlineData("007")]
    [InlineData("3j")]
    public void What_is_no_value_to_its_end_is_none(string text) => PythonLiteral.Parse(text).ShouldBeNull();

    [Fact]
    public void Half_a_character_is_told() => Should.Throw<InvalidOperationException>(() => PythonLiteral.Parse(@"'half \ud83d'"));

    [Fact]
    public void Nesting_without_end_is_none() => PythonLiteral.Parse(new string('[', 100_000)).ShouldBeNull();

    [Fact]
    public void Whatever_is_printed_is_read_again() => Prop.ForAll(Values(3).ToArbitrary(), value =>
        Same(PythonLiteral.Parse(Repr(value)), value?.ToJsonString() ?? "null")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_ends_in_a_value_or_none() => Prop.ForAll(
        Gen.Elements("{", "}", "[", "]", "(", ")", "'", "\"", "\\", ",", ":", "=", " ", "a", "1", "-", ".", "<", ">", "True",
            "datetime(", "\\ud83d", "é")
            .ArrayOf().Select(string.Concat).ToArbitrary(),
        text =>
        {
            try
            {
                PythonLiteral.Parse(text);
            }
            catch (InvalidOperationException)
            {
                text.ShouldContain("\\ud83d");
            }
        }).QuickCheckThrowOnFailure();

    private static void Same(JsonElement? value, string json) =>
        JsonNode.DeepEquals(value is { } element ? JsonNode.Parse(element.GetRawText()) : "nothing", JsonNode.Parse(json))
            .ShouldBeTrue($"{value?.GetRawText() ?? "nothing"} is not {json}");

    private static Gen<JsonNode?> Values(int depth)
    {
        var text = Gen.Elements("a", "'", "\"", "\\", "\n", "\0", "é", "😀", "{", "]", ",", "\u2028", " ").ArrayOf().Select(string.Concat);
        var leaf = Gen.OneOf(
            text.Select(JsonNode? (value) => JsonValue.Create(value)),
            Gen.Choose(-1_000_000, 1_000_000).Select(JsonNode? (value) => JsonValue.Create(value)),
            Gen.Choose(1, 1_000).Select(JsonNode? (value) => JsonValue.Create(value / 8d)),
            Gen.Elements(true, false).Select(JsonNode? (value) => JsonValue.Create(value)),
            Gen.Constant<JsonNode?>(null));
        if (depth == 0) return leaf;
        var inner = Values(depth - 1);
        return Gen.OneOf(
            leaf,
            inner.ArrayOf().Select(JsonNode? (items) => new JsonArray([.. items.Take(5).Select(item => item?.DeepClone())])),
            (from names in text.ArrayOf()
             from values in inner.ArrayOf()
             select names.Distinct().Zip(values).Take(5)).Select(JsonNode? (fields) =>
                new JsonObject(fields.Select(field => KeyValuePair.Create(field.First, field.Second?.DeepClone())))));
    }

    /// <summary>As Python's repr: single quotes unless only they occur in the text.</summary>
    private static string Repr(JsonNode? value) => value switch
    {
        null => "None",
        JsonArray items => $"[{string.Join(", ", items.Select(Repr))}]",
        JsonObject fields => $"{{{string.Join(", ", fields.Select(field => $"{Repr(field.Key)}: {Repr(field.Value)}"))}}}",
        _ when value.GetValueKind() == JsonValueKind.String => Repr(value.GetValue<string>()),
        _ when value.GetValueKind() is JsonValueKind.True => "True",
        _ when value.GetValueKind() is JsonValueKind.False => "False",
        _ => value.ToJsonString(),
    };

    private static string Repr(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var written = new StringBuilder().Append(quote);
        foreach (var letter in text)
        {
            if (letter == quote || letter == '\\') written.Append('\\').Append(letter);
            else if (letter == '\n') written.Append("\\n");
            else if (letter < ' ' || letter == '\u2028') written.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else written.Append(letter);
        }
        return written.Append(quote).ToString();
    }
}
