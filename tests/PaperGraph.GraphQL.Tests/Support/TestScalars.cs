using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Tests.Support;

/// <summary>Custom scalars as a host binds them.</summary>
internal static class TestScalars
{
    public static ScalarFormat Date { get; } = ScalarFormat.Text<DateOnly>(
        "a date such as \"2025-06-18\"",
        (text, out day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day),
        day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static ScalarFormat Url { get; } = ScalarFormat.Text<Uri>(
        "an absolute URL such as \"https://example.org/\"",
        (string text, [MaybeNullWhen(false)] out Uri url) => Uri.TryCreate(text, UriKind.Absolute, out url) && !url.IsFile,
        url => url.AbsoluteUri);
}
