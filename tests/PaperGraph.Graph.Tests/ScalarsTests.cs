using System.Text.Json;
using PaperGraph.GraphQL;
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
}
