using System.Text.Json;
using PaperGraph.GraphQL;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.Graph.Tests;

/// <summary>How the scalars of schema.graphql are read from variables.</summary>
public sealed class ScalarsTests
{
    private static readonly Schema Schema = PaperGraphSchema.Build();

    [Theory]
    [InlineData("Date", "2025-06-18", "06/18/2025")]
    [InlineData("Date", "2025-02-30", null)]
    [InlineData("Date", "2025-6-18", null)]
    [InlineData("Date", "2025-06-18T00:00:00Z", null)]
    [InlineData("DateTime", "2025-06-18T09:30:00Z", "06/18/2025 09:30:00")]
    [InlineData("DateTime", "2025-06-18t09:30:00z", "06/18/2025 09:30:00")]
    [InlineData("DateTime", "2025-06-18T11:30:00.5+02:00", "06/18/2025 09:30:00")]
    [InlineData("DateTime", "2025-06-18T09:30:00", null)]
    [InlineData("DateTime", "2025-06-18", null)]
    [InlineData("URL", "https://example.org/a", "https://example.org/a")]
    [InlineData("URL", "example.org", null)]
    public void A_text_becomes_a_value_or_is_refused(string scalar, string text, string? expected)
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(text));
        var format = ((ScalarType)Schema.Types.Find(scalar)!).Format;

        var read = format.TryRead(new ScalarInput(json.RootElement), out var value);

        read.ShouldBe(expected is not null);
        if (read) string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}").ShouldBe(expected);
    }

    /// <summary>As dashboards send the ends of their range.</summary>
    [Theory]
    [InlineData("Date", "1750239000000", "06/18/2025")]
    [InlineData("Date", "1750204799999", "06/17/2025")]
    [InlineData("Date", "1.750204800e12", "06/18/2025")]
    [InlineData("Date", "-1", "12/31/1969")]
    [InlineData("DateTime", "1750239000123", "06/18/2025 09:30:00")]
    [InlineData("DateTime", "0", "01/01/1970 00:00:00")]
    [InlineData("DateTime", "-62135596800000", "01/01/0001 00:00:00")]
    [InlineData("DateTime", "253402300799999", "12/31/9999 23:59:59")]
    [InlineData("DateTime", "253402300800000", null)]
    [InlineData("DateTime", "0.5", null)]
    [InlineData("DateTime", "1e400", null)]
    [InlineData("Date", "true", null)]
    public void Milliseconds_since_1970_become_a_value_or_are_refused(string scalar, string number, string? expected)
    {
        using var json = JsonDocument.Parse(number);
        var format = ((ScalarType)Schema.Types.Find(scalar)!).Format;
        foreach (var input in new[] { new ScalarInput(json.RootElement), new ScalarInput(Parser.ParseValue(number)) })
        {
            var read = format.TryRead(input, out var value);

            read.ShouldBe(expected is not null);
            if (read) string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}").ShouldBe(expected);
        }
    }
}
